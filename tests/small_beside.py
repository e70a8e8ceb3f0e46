"""What stands beside the comparison of the small study, row by row as the tables have it."""

import io

import pandas as pd

from peerstudy.contracts import contracts
from peerstudy.tables import check

ROWS = {
    "talk": """
reds,words,4,100,100,100,100
blues,words,2,100,100,100,100
""",
    "denominators": """
reds against blues,care,hand,blues,2,0,0,0,0,0,0,2
reds against blues,cost,hand,blues,2,0,0,0,1,1,1,0
""",
    "exceptions": """
reds against blues,care,reds,silent,false,1,4,true,1 of 4 reds does not speak of it
reds against blues,care,blues,speaks of it,false,0,2,true,none of 2 blues speak of it
""",
    "effects": """
reds against blues,care,presence,hand,"at most, blues",,,0.78,,Clopper-Pearson
reds against blues,care,presence,hand,"overlooked, reds",,0,0.2,,zero-truncated Poisson
reds against blues,care,presence,hand,Fisher,,,,0.4,Fisher's exact test
reds against blues,care,presence,hand,ratio,2.5,0.8,,,score
reds against blues,care,presence,hand,detectable difference,,-0.9,,,exact test
""",
    "tones": """
reds against blues,care,negative or mixed,reds,blues,1,4,0,2,0.25,-0.3,0.7,Miettinen-Nurminen interval,
reds against blues,care,positive only,reds,blues,2,4,0,2,0.5,0.1,0.9,Miettinen-Nurminen interval,
""",
    "corrected": """
P1,care,4,40,4,1,0.25,0.25,1,20,1,0,false,patterns
""",
    "omnibus": """
all,any difference,care,presence,reds 4; blues 2,1.2,0.3,0.4,2,
all,any difference,cost,presence,reds 4; blues 0,,,,,too few people
""",
    "vocabulary": """
reds against blues,tea,reds,blues,5,0.002,0.001,1,1.5,0.2,0.6,9
""",
    "cooccurrences": """
care,cost,4,2,4,-0.5,0.5,0.5,1,1,0.5,0.5,1,1,1,
""",
    "validation": """
care,B,,hand,20,6,0.3,0.9,0.8,0.85,0.7,0.4,0.9,,false,
care,patterns,,machine,20,6,0.3,0.5,0.4,0.45,0.3,-2,0.6,0.1,false,
cost,patterns,,machine,20,4,0.1,,,,,,,,true,NOT SUPPORTED: 2 people
care,patterns,reds,machine,9,4,0.3,0.5,0.4,0.45,0.3,0.1,0.6,0.1,false,
""",
    "sensitivity": """
reds against blues,care,presence,main,main,4,2,0.75,-0.02,0.95,0.04,true,
reds against blues,care,presence,participant,without P1,4,2,0.25,-0.02,0.95,0.04,false,
reds against blues,care,presence,coder,B,1,1,,,,,false,fewer than 3 people in a group
""",
}


def tables() -> dict[str, pd.DataFrame]:
    """Every table by its name."""
    return {name: _table(name, text) for name, text in ROWS.items()}


def _table(name: str, text: str) -> pd.DataFrame:
    columns = contracts()[name].columns
    frame = pd.read_csv(io.StringIO(text), names=list(columns))
    words = [column for column, meant in columns.items() if meant.type == "str"]
    return check(
        frame.assign(**{column: frame[column].astype(object).fillna("").astype(str) for column in words}),
        name,
    )
