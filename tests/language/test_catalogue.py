"""The Dutch is whole, and the code asks for it in a way that can be found and translated."""

from __future__ import annotations

import ast
import gettext
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages import Catalog

import desktop
from desktop.language import catalogue

SOURCE = Path(desktop.__file__).parent
ASKING = {"_", "ngettext", "pgettext"}
MARKING = ASKING | {"N_"}


@cache
def modules() -> dict[str, ast.Module]:
    """The source of every module of the program, by its path."""
    return {
        path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in sorted(SOURCE.rglob("*.py"))
        if path.parent != SOURCE / "language"
    }


def calls(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if _is_call(node, names):
            yield node


def _is_call(node: ast.AST, names: set[str]) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names


@pytest.fixture(scope="module")
def updated() -> Catalog:
    """The catalogue as the sources of now ask for it."""
    return catalogue.update()


def test_every_source_string_has_dutch(updated: Catalog) -> None:
    assert catalogue.missing(updated) == []


def test_the_dutch_fills_in_the_same_fields(updated: Catalog) -> None:
    assert catalogue.wrong_fields(updated) == []


def test_no_dutch_is_kept_of_what_the_program_no_longer_says(updated: Catalog) -> None:
    assert list(updated.obsolete) == []


def test_the_compiled_catalogue_says_what_the_written_one_says() -> None:
    with catalogue.PO.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in catalogue.load():
        if not message.id or not any(message.string):
            continue
        if isinstance(message.id, tuple):
            assert len(message.string) == 2
            said = tuple(compiled.ngettext(*message.id, n) for n in (1, 2))
            assert said == message.string
        elif message.context:
            assert compiled.pgettext(message.context, message.id) == message.string
        else:
            assert compiled.gettext(message.id) == message.string


def test_what_is_translated_is_written_out() -> None:
    """Not put together, nor an f-string: neither can be found, nor put in another order."""
    put_together = [
        f"{path}:{call.lineno}"
        for path, tree in modules().items()
        for call in calls(tree, MARKING)
        for argument in call.args[: 2 if call.func.id in ("ngettext", "pgettext") else 1]
        if isinstance(argument, ast.JoinedStr | ast.BinOp)
    ]
    assert put_together == []


def test_nothing_is_translated_before_the_language_is_known() -> None:
    """Not while a module is read in: not at its top, in a class, nor as a default."""
    too_early = [
        f"{path}:{call.lineno}"
        for path, tree in modules().items()
        for call in _asked_at_once(tree.body)
    ]
    assert too_early == []


def _asked_at_once(nodes: list[ast.stmt] | list[ast.expr]) -> Iterator[ast.Call]:
    """The questions in code that runs when its module is read in."""
    waiting: list[ast.AST] = list(nodes)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            waiting += [*node.decorator_list, *node.args.defaults]
            waiting += [default for default in node.args.kw_defaults if default is not None]
        elif isinstance(node, ast.Lambda):
            waiting += node.args.defaults
        else:
            if _is_call(node, ASKING):
                yield node
            waiting += ast.iter_child_nodes(node)


@pytest.mark.parametrize(
    "source",
    [
        'WORD = _("Host")',
        'class Panel:\n    title = _("Host")',
        'def show(title=_("Host")):\n    pass',
        'WORDS = {"host": ngettext("a", "b", 1)}',
    ],
)
def test_translating_too_early_is_found(source: str) -> None:
    assert len(list(_asked_at_once(ast.parse(source).body))) == 1


@pytest.mark.parametrize(
    "source", ['WORD = lambda: _("Host")', 'def word():\n    return _("Host")']
)
def test_translating_when_it_is_shown_is_not(source: str) -> None:
    assert list(_asked_at_once(ast.parse(source).body)) == []
