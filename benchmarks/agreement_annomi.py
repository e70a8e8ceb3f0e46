"""Agreement of ten coders of counselling talk, every coefficient beside that of irrCAC.

    python benchmarks/agreement_annomi.py AnnoMI-full.csv --peer PYTHON

The file is that of the public repository uccollab/AnnoMI (Wu et al. 2022, 2023); the conversations that all
ten coders coded are used. PYTHON is the interpreter of an environment of its own that holds irrCAC 0.4.4.
"""

import argparse
import json
import subprocess
from io import StringIO

import numpy as np
import pandas as pd

from peerstudy.agree import alpha, coefficients, distances
from peerstudy.agree.coincidences import from_values
from peerstudy.statistics import jackknife

PEER = """
import json, sys
import pandas
from irrCAC.raw import CAC
table = pandas.read_csv(sys.stdin, dtype=str)
cac = CAC(table, weights="identity", digits=10)
methods = {"alpha": cac.krippendorff, "AC1": cac.gwet, "Fleiss": cac.fleiss, "Conger": cac.conger,
           "Brennan-Prediger": cac.bp}
print(json.dumps({name: method()["est"]["coefficient_value"] for name, method in methods.items()}))
"""
CODES = {"client": "client_talk_type", "therapist": "main_therapist_behaviour"}
METHODS = {
    "alpha": alpha.by_distance,
    "AC1": coefficients.gwet,
    "Fleiss": coefficients.fleiss,
    "Conger": coefficients.conger,
    "Brennan-Prediger": coefficients.brennan_prediger,
}


def codes(talk: pd.DataFrame, speaker: str) -> pd.DataFrame:
    """Utterances by coders, for the conversations that all coders coded."""
    own = talk[talk["interlocutor"] == speaker]
    coders = own.groupby("transcript_id")["annotator_id"].transform("nunique")
    shared = own[coders == own["annotator_id"].nunique()]
    units = ["transcript_id", "utterance_id"]
    return shared.pivot_table(index=units, columns="annotator_id", values=CODES[speaker], aggfunc="first")


def main() -> None:
    """Print a table in Markdown."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", help="AnnoMI-full.csv")
    parser.add_argument("--peer", help="interpreter with irrCAC")
    options = parser.parse_args()
    talk = pd.read_csv(options.file, keep_default_na=False)
    print("| codes | utterances | coefficient | here | irrCAC | 95 % interval, conversations left out |")
    print("|---|---|---|---|---|---|")
    for speaker, column in CODES.items():
        table = codes(talk, speaker)
        categories = np.unique(table.to_numpy(dtype=str))
        values = np.searchsorted(categories, table.to_numpy(dtype=str)).astype(np.float64)
        conversation = pd.factorize(table.index.get_level_values("transcript_id"))[0]
        sums = from_values(values, clusters=conversation)
        distance = distances.nominal(len(categories))
        peer = {}
        if options.peer:
            text = table.to_csv(index=False)
            peer = json.load(
                StringIO(subprocess.check_output([options.peer, "-c", PEER], input=text, text=True))
            )
        for name, method in METHODS.items():
            found = method(sums.whole(), distance).estimate
            low, high, _ = jackknife.interval(found, method(sums.without(), distance).estimate, level=0.95)
            print(
                f"| {column} | {len(table)} | {name} | {found:.6f} | {peer.get(name, float('nan')):.6f} "
                f"| {low:.2f} to {high:.2f} |"
            )


if __name__ == "__main__":
    main()
