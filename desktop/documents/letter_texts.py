"""The texts of letters: supplied in `resources/letters`, changed by a corporation if it wishes.

A text is Markdown with Jinja placeholders. The Markdown is read first and the values are put in
after it, escaped, so a name can hold any sign ("**", "<b>", "{{") and comes out as written. The
texts run in Jinja's sandbox, because whoever may change a text may not run a program.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import SandboxedEnvironment
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.assets import resources
from desktop.documents import markdown
from desktop.documents.markdown import BETWEEN, CELL, KIND
from desktop.estate.model import LetterTextChange
from desktop.language import LANGUAGES, _
from desktop.refused import Refused


class Kind(Enum):
    """What a block of a letter is; the values are those of `markdown`."""

    TITLE = "title"
    QUESTION = "question"
    TEXT = "text"
    BULLET = "bullet"  # cells: the mark ("•" or "2.") and the text
    BOX = "box"  # a line in the green box; cells: a label and the text, or the text
    HEAD = "head"  # the headings of a table
    ROW = "row"  # a row of a table


@dataclass(frozen=True)
class Block:
    """A piece of a letter; `cells` hold ReportLab's paragraph markup."""

    kind: Kind
    cells: tuple[str, ...]


@dataclass(frozen=True)
class LetterText:
    """A text as it counts now. `changed` tells that the corporation changed it."""

    key: str
    language: str
    source: str
    changed: bool

    @property
    def digest(self) -> str:
        """SHA-256 of the text, by which can be told later which text a letter had."""
        return hashlib.sha256(self.source.encode()).hexdigest()

    def blocks(self, values: Mapping[str, object]) -> list[Block]:
        """The letter with these values, in signs that the font can draw. Refuses when a changed
        text asks for something that is not there."""
        try:
            return _pieces(self.source, {name: _shown(value) for name, value in values.items()})
        except TemplateError as error:
            raise Refused(
                _(
                    "The text of the letter “{key}” does not work any more: {reason}. Mend it in "
                    "the settings, or put back the supplied text."
                ).format(key=self.key, reason=error.message or type(error).__name__),
                self.key,
            ) from error


@dataclass(frozen=True)
class Placeholders:
    """What a text may ask for, with an example of each for the preview."""

    key: str
    examples: Mapping[str, object]


def keys() -> tuple[str, ...]:
    """The keys of all texts, as in the file names, in order."""
    return tuple(sorted(_placeholders()))


def languages(key: str) -> tuple[str, ...]:
    """In which languages a text is supplied: Dutch, and English for letters to candidates."""
    return tuple(x for x in LANGUAGES if (_folder() / f"{key}.{x}.md").exists())


def placeholders(key: str) -> Placeholders:
    """What the text with this key may ask for."""
    return _placeholders()[key]


def load(session: Session, key: str, language: str) -> LetterText:
    """The text that counts: as the corporation changed it, else as supplied. A text that is not
    supplied in this language is given in Dutch."""
    spoken = language if language in languages(key) else "nl"
    change = session.scalar(
        select(LetterTextChange.source).where(
            LetterTextChange.key == key, LetterTextChange.language == spoken
        )
    )
    if change is not None:
        return LetterText(key, spoken, change, True)
    return LetterText(key, spoken, supplied(key, spoken), False)


@cache
def supplied(key: str, language: str) -> str:
    """The text that comes with the program."""
    return (_folder() / f"{key}.{language}.md").read_text("utf-8")


def check(key: str, source: str) -> None:
    """Refuses a changed text that cannot become a letter, with the line that it is about."""
    if not source.strip():
        raise Refused(_("The letter is empty. Write a text, or put back the supplied one."), "text")
    known = placeholders(key).examples
    environment = _environment()
    try:
        tree = environment.parse(source)
        unknown = find_undeclared_variables(tree) - set(known)
    except TemplateSyntaxError as error:
        raise _refused_line(error.lineno, error.message or "") from error
    for name in sorted(tree.find_all(nodes.Name), key=lambda node: node.lineno):
        if name.name in unknown:
            raise Refused(
                _("Line {line}: “{name}” cannot be filled in. You can use: {known}.").format(
                    line=name.lineno, name=name.name, known=", ".join(sorted(known))
                ),
                "text",
            )
    try:
        _pieces(source, known)
    except TemplateSyntaxError as error:
        raise _refused_line(error.lineno, error.message or "") from error
    except (TemplateError, TypeError, ValueError, ArithmeticError) as error:
        raise Refused(
            _("The letter cannot be filled in: {reason}.").format(reason=str(error)), "text"
        ) from error


def _refused_line(line: int, reason: str) -> Refused:
    return Refused(
        _("Line {line}: this is not a whole placeholder ({reason}). Write it as {example}.").format(
            line=line, reason=reason, example="{{ name }}"
        ),
        "text",
    )


def _pieces(source: str, values: Mapping[str, object]) -> list[Block]:
    rendered = _template(source).render(values)
    return [_block(piece) for piece in rendered.split(BETWEEN) if _has_words(piece)]


def _shown(value: object) -> object:
    """Words, alone or in a row, in signs that the font can draw; other values as they are."""
    from desktop.documents.fonts import printable

    if isinstance(value, str):
        return printable(value)
    if isinstance(value, (tuple, list)):
        return [_shown(part) for part in value]
    return value


def _block(piece: str) -> Block:
    kind, _sign, words = piece.partition(KIND)
    return Block(Kind(kind.strip()), tuple(cell.strip() for cell in words.split(CELL)))


def _has_words(piece: str) -> bool:
    """A block whose whole text stands in an `{% if %}` that does not hold leaves nothing."""
    _kind, sign, words = piece.partition(KIND)
    return bool(sign) and any(cell.strip() for cell in words.split(CELL)[-1:])


@cache
def _environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)


@lru_cache(maxsize=128)
def _template(source: str) -> Template:
    return _environment().from_string(markdown.to_blocks(source))


@cache
def _placeholders() -> dict[str, Placeholders]:
    read: dict[str, Any] = tomllib.loads((_folder() / "placeholders.toml").read_text("utf-8"))
    examples = read["examples"]
    return {
        key: Placeholders(key, {**read["corporation"], **{x: examples[x] for x in names}})
        for key, names in read["letters"].items()
    }


@cache
def _folder() -> Any:
    return resources() / "letters"
