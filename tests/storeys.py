"""Read which modules a file imports, and say where it climbs to a higher storey or takes a library out of its home."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).parents[1]
# From the ground up: a file may import its own storey and those before it. `app` and `pages` are one storey.
STOREYS = (("data",), ("metrics",), ("pages", "app"))
# Where each library that is installed may be imported: folders, or files by pattern.
HOMES: dict[str, tuple[str, ...]] = {
    "pyarrow": ("data",),
    "duckdb": ("data", "metrics"),
    "pandas": ("metrics",),
    "scipy": ("metrics",),
    "xlsxwriter": ("metrics",),
    "numpy": ("metrics",),
    "plotly": ("pages/charts",),
    "streamlit": ("app.py", "pages/*.py", "pages/parts"),
    "typer": ("data", "metrics", "pages/__main__.py"),
    "playwright": ("pages/shots",),  # imported where it is used: the dashboard runs without it
    "tomli_w": ("data",),
    "python_calamine": ("data",),
    "requests": ("data/fetch",),
    "urllib3": ("data/fetch",),  # what requests stands on
}
# Inside the top storey: a chart is drawn from a result, and knows nothing of Streamlit's pieces.
APART = {"pages/charts": "pages.parts"}


def files(root: Path = ROOT) -> list[Path]:
    """The files of the three storeys, tests and tools left out."""
    found = [root / "app.py", *(p for storey in ("data", "metrics", "pages") for p in (root / storey).rglob("*.py"))]
    return sorted(p for p in found if p.is_file())


def faults(root: Path = ROOT) -> list[str]:
    """A sentence for every import in the tree that should not be there."""
    return [said for path in files(root) for said in faults_of(path.relative_to(root).as_posix(), path.read_text("utf-8"))]


def faults_of(path: str, source: str) -> list[str]:
    """The same for one file, given as its path in the repository and its text."""
    found = [(line, module, _fault(path, module)) for line, module in imports(path, source)]
    return [f"{path}, line {line}, imports {module}: {fault}" for line, module, fault in found if fault]


def imports(path: str, source: str) -> Iterator[tuple[int, str]]:
    """Line and full name of every module imported, wherever in the file; relative imports are made whole."""
    package = PurePosixPath(path).parent.parts
    for node in ast.walk(ast.parse(source, path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*above, *([node.module] if node.module else [])])
            # "from pages import charts" imports pages.charts, as far as the storeys are concerned.
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and _name(node.func) in ("import_module", "__import__"):
            yield from ((node.lineno, a.value) for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str))


def _name(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


def _fault(path: str, module: str) -> str:
    top = module.split(".")[0]
    if top in sys.stdlib_module_names:
        return ""
    if _storey(top) is not None:
        return _climbs(path, module)
    if top == "tests":
        return "what is shipped does not lean on its tests."
    if top not in HOMES:
        return f"{top} has no home in tests/storeys.py. Give it one, or do without it."
    homes = HOMES[top]
    return "" if any(_within(path, home) for home in homes) else f"{top} stays in {' and '.join(homes)}."


def _climbs(path: str, module: str) -> str:
    own, other = _storey(path.split("/")[0].removesuffix(".py")), _storey(module.split(".")[0])
    if own is None or other is None or other > own:
        return "an import looks down, from app and pages to metrics to data."
    return next((f"{home} does not know {apart}." for home, apart in APART.items()
                 if _within(path, home) and f"{module}.".startswith(f"{apart}.")), "")  # fmt: skip


def _storey(name: str) -> int | None:
    return next((height for height, names in enumerate(STOREYS) if name in names), None)


def _within(path: str, home: str) -> bool:
    """Whether a file lies in a folder, or is one that a pattern names ('pages/*.py' means that folder alone)."""
    if not home.endswith(".py"):
        return path.startswith(f"{home}/")
    same_depth = path.count("/") == home.count("/")
    return same_depth and PurePosixPath(path).match(home)
