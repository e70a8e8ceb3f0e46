"""What several rule files need: the checked config, lists of files, and the modules that a rule runs."""

from importlib.util import find_spec

from peerstudy import imports, schema
from peerstudy.log import brief
from peerstudy.record import folder, held, plan, planned, standing

from snakemake.logging import logger

if not (workflow.output_settings.dryrun or workflow.output_settings.verbose):
    brief(logger.handlers)

NOTEBOOKS = [
    f"notebooks/{name}.ipynb"
    for name in ["corpus", "coding", "comparison", "sensitivity", "adapting"]
]


def source(*modules):
    """Paths of peerstudy modules and of all that they import: editing one reruns the rule."""
    return imports.closure("tables", *modules)


def shipped(part):
    """Files of the package that are no modules, by their folder: as inputs, like modules."""
    folder = Path(find_spec("peerstudy").origin).parent / part
    return sorted(file.as_posix() for file in folder.glob("*.*"))


def guidelines():
    """The file of reporting guidelines."""
    return find_spec("peerstudy").origin.replace("__init__.py", "checklists.yaml")


def transcripts():
    """Transcript files one by one, those of withdrawn interviews left unopened."""
    return [file.as_posix() for file in held.transcripts(study)]


def codings():
    """Files of hand codings, one by one; of a QualCoder project its database."""
    return [file.as_posix() for file in held.codings(study)]


def written():
    """Files that people wrote: the study's own tables and settings, hand codings, transcripts."""
    return [file.as_posix() for file in folder.written(study)]


def shown(files):
    """Files as a record names them; of a study elsewhere, from its own folder on, so that no record tells where."""
    return folder.shown(study, files)


def optional(name):
    """A table that a study may leave out: its path in a list, or an empty list."""
    path = study / name
    return [path.as_posix()] if path.exists() else []


own = schema.load(study / "study.yaml")  # which refuses a key that is written twice
chosen = {key: value for key, value in config.items() if key != "study"}
schema.check(
    chosen,
    schema.load(Path(workflow.basedir) / "workflow/schemas/study.schema.yaml"),
    where=f"{study}/study.yaml" + ("" if chosen == own else " and what overrides it"),
    path=study / "study.yaml" if chosen == own else None,
)
planned.refuse(config, where=f"{study}/study.yaml")
for kept in optional("frozen.yaml"):
    plan.kept(schema.load(Path(kept)))

folder.refuse_misnamed(study)
standing.refuse_other(Path(f"results/{study.name}"), study)

# Machine coders that learn from hand codes.
LEARNED = [
    name for name in config["coders"] if name in ("classifier", "embeddings", "blend")
]
