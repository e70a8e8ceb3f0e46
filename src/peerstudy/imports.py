"""Which files of the package a step runs: as inputs of its rule, they rerun it when one of them is edited."""

import ast
from functools import cache
from pathlib import Path


def closure(*modules: str) -> list[str]:
    """Paths of modules of this package and of every module of it that they import, sorted.

    With the module that reads the contracts of tables come the contracts themselves.

    Parameters
    ----------
    modules
        Names below the package, such as `tables` or `compare.contrasts`.

    Raises
    ------
    ModuleNotFoundError
        If the package has no such module.
    """
    seen: dict[str, Path] = {}
    todo = [f"peerstudy.{module}" for module in modules]
    while todo:
        name = todo.pop()
        if name not in seen:
            seen[name] = _path(name)
            package = name.rpartition(".")[0]
            todo += _imported(seen[name]) + [package] * (package != "peerstudy")
    beside = [Path(__file__).with_name("tables.yaml")] * ("peerstudy.contracts" in seen)
    return sorted(path.as_posix() for path in [*seen.values(), *beside])


def _path(name: str) -> Path:
    path = _file(name)
    if path is None:
        raise ModuleNotFoundError(f"there is no module {name!r}")
    return path


@cache
def _imported(path: Path) -> list[str]:
    """Modules of the package that a file imports, anywhere in it."""
    names = []
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return [name for name in names if name.startswith("peerstudy.") and _file(name)]


@cache
def _file(name: str) -> Path | None:
    """Where a module stands; found by its name, since importing a package only to find it costs seconds."""
    base = Path(__file__).parent.joinpath(*name.split(".")[1:])
    found = [path for path in (base.with_suffix(".py"), base / "__init__.py") if path.is_file()]
    return found[0] if found else None
