"""A run described for repositories: RO-Crate 1.1 metadata of what may be given out, with its hashes."""

import json
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

import pandas as pd

from peerstudy import contracts
from peerstudy.settings import setting
from peerstudy.tables import rows

CONTEXT = [
    "https://w3id.org/ro/crate/1.1/context",
    {"sha256": "https://w3id.org/ro/terms/workflow-run#sha256"},
]
FILE = "ro-crate-metadata.json"
FOLDERS = {
    "tables/": "Counts of people and estimates; no words.",
    "figures/": "Figures drawn from the tables.",
    "notebooks/": "What reviewers read, as executed; quotes participants.",
    "exchange/": "Tables of a paper and the codebook for other programs.",
}
FORMATS = {
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html",
    ".ipynb": "application/x-ipynb+json",
    ".png": "image/png",
    ".qdc": "application/xml",
    ".svg": "image/svg+xml",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# Words and single people; whole transcripts; the notebooks that show somebody's turns as they were said.
APART = r"restricted/|.*\.qdpx$|notebooks/(?:corpus|comparison|sensitivity)\."
QUOTES = "Quotes participants: to be given out only as their consent allows."
STAYS = "Holds participants' words or single people: stays with the research team, not part of this crate."

Entity = dict[str, Any]


def crate(
    manifest: pd.DataFrame,
    provenance: pd.DataFrame,
    results: str,
    *,
    published: str,
    license: str,
    authors: list[dict[str, str]],
) -> str:
    """The metadata file of the results folder, as RO-Crate 1.1 asks for it (doi 10.5281/zenodo.4031327).

    What holds words or single people, and what people wrote, is named with its hash but is no part of the
    crate, so that the folder stays whole when it is given out without them. There is no clock in it: the day
    of publication is the researcher's to say, and is missing until then.

    Parameters
    ----------
    manifest, provenance
        The tables of those names.
    results
        Folder of the results as the manifest names it, ending in a slash.
    published
        Day of publication, YYYY-MM-DD; empty as long as there is none.
    license
        Address of a licence, or in words how the results may be used; empty as long as it is open.
    authors
        name and, where there is one, id (such as an ORCID) of each.
    """
    made = manifest[manifest["file"].str.startswith(results)].assign(
        file=lambda table: table["file"].str.removeprefix(results)
    )
    apart = made["file"].str.match(APART)
    inputs = list(_apart(manifest[manifest["made_by"] == "input"]))
    withheld = list(_apart(made[apart]))
    files = [_file(row) for row in rows(made[~apart].sort_values("file"))]
    software = list(_software(provenance))
    people = [
        {"@type": "Person", "@id": a.get("id") or f"#{quote(a['name'])}", "name": a["name"]} for a in authors
    ]
    root: Entity = {
        "@id": "./",
        "@type": "Dataset",
        "name": str(setting(provenance, "title")),
        "description": _description(provenance),
        "hasPart": _ids([*_folders(files), *(f for f in files if "/" not in f["@id"])]),
        "mentions": [{"@id": "#run"}],
    }
    root |= {"author": _ids(people)} if people else {}
    root |= {"datePublished": published} if published else {}
    root |= {"license": {"@id": license} if "://" in license else license} if license else {}
    run: Entity = {"@id": "#run", "@type": "CreateAction", "name": "A run of peerstudy"}
    run |= {"instrument": _ids(software), "object": _ids(inputs), "result": _ids([root, *withheld])}
    licensed = [{"@id": license, "@type": "CreativeWork", "name": license}] if "://" in license else []
    graph = [
        _descriptor(),
        root,
        *_folders(files),
        *files,
        run,
        *software,
        *people,
        *licensed,
        *inputs,
        *withheld,
    ]
    return json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _descriptor() -> Entity:
    return {
        "@id": FILE,
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    }


def _description(provenance: pd.DataFrame) -> str:
    invented = "Invented data, not findings. " if setting(provenance, "synthetic") else ""
    question = str(setting(provenance, "question"))
    return f"{invented}Results of an interview study that compares groups of people. {question}".strip()


def _folders(files: list[Entity]) -> list[Entity]:
    """Folders that hold a file, each with what is in it."""
    held = {name: [file for file in files if file["@id"].startswith(name)] for name in FOLDERS}
    return [
        {"@id": name, "@type": "Dataset", "name": name, "description": FOLDERS[name], "hasPart": _ids(parts)}
        for name, parts in held.items()
        if parts
    ]


def _file(row: Any) -> Entity:
    path = PurePosixPath(row.file)
    known = contracts.contracts().get(path.stem) if path.suffix == ".csv" else None
    entity = {"@id": quote(row.file), "@type": "File", "name": path.name}
    entity |= {"description": known.meaning} if known else {}
    entity |= {"conditionsOfAccess": QUOTES} if path.suffix in (".html", ".ipynb") else {}
    return entity | {"encodingFormat": FORMATS.get(path.suffix, "text/plain"), **_content(row)}


def _apart(files: pd.DataFrame) -> Iterator[Entity]:
    """What is no part of the crate, named so that it can be recognised by who holds it."""
    for row in rows(files.sort_values("file")):
        named = {"@id": f"#{quote(row.file)}", "@type": "CreativeWork", "name": row.file}
        yield {**named, "conditionsOfAccess": STAYS, **_content(row)}


def _content(row: Any) -> Entity:
    return {"contentSize": str(row.bytes), "sha256": row.sha256}


def _software(provenance: pd.DataFrame) -> Iterator[Entity]:
    for row in rows(provenance[provenance["kind"] == "software"].sort_values("name")):
        named = {"@id": f"#software/{quote(row.name)}", "@type": "SoftwareApplication", "name": row.name}
        yield {**named, "version": row.value}


def _ids(entities: Iterable[Entity]) -> list[Entity]:
    return [{"@id": entity["@id"]} for entity in entities]
