"""The layers, as rules a machine can check."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Each part of helu, and the parts it may import.
EVERYWHERE = {"errors", "i18n", "settings", "domain"}
MAY_IMPORT = {
    "errors": {"i18n"},
    "i18n": {"settings", "domain"},
    "settings": set(),
    "domain": set(),
    "activities": EVERYWHERE,
    "content": EVERYWHERE | {"activities"},
    "documents": EVERYWHERE,
    "store": EVERYWHERE,
    "live": {"domain"},
    "simulator": {"errors", "i18n"},
    "services": EVERYWHERE | {"activities", "content", "documents", "store", "live"},
    "web": EVERYWHERE | {"live", "store"},
    "door": EVERYWHERE | {"services", "store", "web"},
    "phone": EVERYWHERE | {"activities", "services", "store", "live", "web"},
    "leader": EVERYWHERE | {"activities", "services", "store", "live", "web"},
    "projector": EVERYWHERE | {"activities", "phone", "services", "store", "live", "web"},
    "server": EVERYWHERE | {"live", "services", "store", "web"},
    "ui": EVERYWHERE | {"activities", "content", "documents", "services", "store", "live", "web"},
    "cli": EVERYWHERE | {"content", "documents", "services", "store", "web", "simulator"},
}
# Packages that only some parts are allowed to know.
ONLY_IN = {
    "streamlit": {"ui", "door", "server"},
    "streamlit_authenticator": {"services"},
    "sqlmodel": {"store", "services", "cli"},
    "sqlalchemy": {"store", "services", "cli"},
    "starlette": {"web", "door", "phone", "leader", "projector"},
    "pandas": {"ui", "documents"},
    "segno": {"leader", "projector"},
    "typer": {"cli"},
    "xlsxwriter": {"documents"},
    "openpyxl": {"documents"},
    "typst": {"documents"},
    "pptx": {"documents"},
    "docx": {"documents"},
    "icalendar": {"documents"},
    "authlib": {"door"},
    "joserfc": {"door"},
    "itsdangerous": {"door"},
    "PIL": {"documents"},
    "yaml": {"content", "services", "cli"},
}


def imports_of(path: Path) -> set[str]:
    """Modules imported at run time; `if TYPE_CHECKING:` does not count."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = []
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


MODULES = [
    path
    for path in sorted((ROOT / "helu").rglob("*.py"))
    if "migrations" not in path.parts
    and path.parent != ROOT / "helu"
    or path.stem not in {"__init__", "__main__", "env"}
]
MODULES = [path for path in MODULES if "migrations" not in path.parts]
PAGES = [path for path in sorted(ROOT.glob("pages/**/*.py")) if path.stem != "frame"]
OUR_CODE = [*MODULES, *PAGES, ROOT / "app.py", ROOT / "start.py", ROOT / "pages" / "frame.py"]
every_module = pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
every_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
every_file = pytest.mark.parametrize("path", OUR_CODE, ids=lambda path: str(path.relative_to(ROOT)))


def part_of(path: Path) -> str:
    return path.relative_to(ROOT / "helu").parts[0].removesuffix(".py")


@every_module
def test_imports_only_point_one_way(path):
    part = part_of(path)
    if part in {"__init__", "__main__"}:
        return
    for name in imports_of(path):
        package, _, rest = name.partition(".")
        if package == "helu":
            assert rest.split(".")[0] in MAY_IMPORT[part] | {part}, f"{part} may not import {name}"
        elif package in ONLY_IN:
            assert part in ONLY_IN[package], f"{part} may not import {package}"


def test_every_part_of_helu_has_a_place_in_the_layers():
    assert {part_of(path) for path in MODULES} - {"__init__", "__main__"} == set(MAY_IMPORT)


def test_the_order_of_the_layers_has_no_circles():
    placed: set[str] = set()
    while len(placed) < len(MAY_IMPORT):
        ready = {part for part, below in MAY_IMPORT.items() if part not in placed and below <= placed}
        assert ready, f"a circle among {set(MAY_IMPORT) - placed}"
        placed |= ready


@every_page
def test_pages_only_speak_of_screens_and_deeds(path):
    for name in imports_of(path):
        allowed = ("streamlit", "helu.ui", "helu.i18n", "helu.services", "helu.activities")
        assert name.startswith(allowed), f"a page may not import {name}"


@every_page
def test_a_page_guards_itself_before_it_draws(path):
    body = ast.parse(path.read_text(encoding="utf-8")).body
    first = next(node for node in body if not isinstance(node, ast.Import | ast.ImportFrom | ast.Expr))
    guards = ("require_login", "require_facilitator", "require_owner", "chosen_workshop")
    assert any(guard in ast.unparse(first) for guard in guards)


@every_page
def test_pages_leave_session_state_and_callbacks_to_the_ui(path):
    source = path.read_text(encoding="utf-8")
    for word in ("session_state", "on_click", "on_change", "unsafe_allow_html"):
        assert word not in source


@every_page
def test_a_page_is_short_enough_to_read_at_a_glance(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 60


@every_file
def test_no_function_is_longer_than_a_screen(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= 40, f"{node.name} has {length} lines"


@every_file
def test_no_file_is_longer_than_a_room(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_streamlit_finds_no_pages_of_its_own_beside_the_frame():
    assert [path.name for path in ROOT.glob("pages/*.py")] == ["frame.py"]
    assert not (ROOT / "pages" / "pages").exists()


def test_no_kind_is_named_outside_its_own_module_and_the_registry():
    """A new kind is one module and one line: nothing else may be a list of kinds."""
    names = {path.stem for path in (ROOT / "helu" / "activities").glob("*.py")} - {
        "base",
        "fields",
        "pictures",
        "__init__",
    }
    names -= {"points", "scale", "choice"}  # also what fields are called
    names -= {"decision", "follow_up"}  # also what matters and entries of the year are called
    for path in [*MODULES, *PAGES]:
        if part_of_or_page(path) in {"activities", "simulator"}:
            continue
        text = path.read_text(encoding="utf-8")
        assert len([name for name in names if f'"{name}"' in text]) <= 1, path


def part_of_or_page(path: Path) -> str:
    return part_of(path) if path.is_relative_to(ROOT / "helu") else "pages"


def test_no_page_asks_anybody_else_for_anything():
    for path in [*ROOT.glob("pages/**/*.html"), *ROOT.glob("pages/**/*.js"), *ROOT.glob("pages/**/*.css")]:
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "http://" not in text, path
        assert "https://" not in text, path
