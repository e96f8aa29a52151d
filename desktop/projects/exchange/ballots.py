"""The ideas of residents with their cost, and what each household wants, from one file.

A CSV with the columns `idee` and `kosten`, an empty line or not, and then the columns `huishouden`
and `ideeën`: the names of ideas with a comma, or a sign that no name has, between them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.exchange.files import cannot_read
from desktop.language import _
from desktop.language.fold import fold
from desktop.projects.rules.budget import Idea
from desktop.refused import Refused

IDEAS, BALLOTS = ("idee", "kosten"), ("huishouden", "ideeen")
BETWEEN = ("|", ",")  # names in a ballot; the first that stands in it


@dataclass(frozen=True)
class Ballots:
    """The ideas, and the wishes of each household by its name."""

    ideas: tuple[Idea, ...]
    wishes: Mapping[str, tuple[str, ...]]


def read_ballots(path: Path, known: Sequence[Idea] = ()) -> Ballots:
    """Read a file; with ideas that are `known` already it need not name them. Refused, with the
    line: a cost that is no whole number above 0 or another than is known, a household that votes
    twice, an idea that is not there, and a file without ideas or ballots."""
    ideas: list[Idea] = list(known)
    wishes: dict[str, tuple[str, ...]] = {}
    kind: tuple[str, str] | None = None
    for number, cells in _rows(path):
        heading = tuple(fold(cell) for cell in cells[:2])
        if heading in (IDEAS, BALLOTS):
            kind = IDEAS if heading == IDEAS else BALLOTS
        elif kind is IDEAS:
            idea = _idea(number, cells)
            if not known:
                ideas.append(idea)
            elif idea not in known:
                sentence = _("Line {n}: “{name}” with this cost is not on the ballot.")
                raise Refused(sentence.format(n=number, name=idea.name), "file")
        elif kind is BALLOTS:
            _vote(number, cells, ideas, wishes)
        else:
            raise Refused(_("This file must begin with the columns “idee” and “kosten”."), "file")
    if not ideas or not wishes:
        raise Refused(
            _("This file has no ideas or no households that voted."),
            "file",
        )
    return Ballots(tuple(ideas), wishes)


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise cannot_read(path, error) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")  # as Excel saves CSV in the Netherlands
    # Names in a ballot may have a comma between them, so the separator is not guessed.
    lines = csv.reader(text.splitlines(), delimiter=";")
    for number, row in enumerate(lines, start=1):
        cells = [cell.strip() for cell in row]
        if any(cells):
            yield number, [*cells, ""][: max(len(cells), 2)]


def _idea(number: int, cells: Sequence[str]) -> Idea:
    name, cost = cells[0], cells[1].replace("€", "").replace(".", "").strip()
    cost = cost.removesuffix(",00").removesuffix(",-")  # as Excel and people write whole euros
    if not name:
        raise Refused(_("Line {n}: the idea has no name.").format(n=number), "file")
    if not (cost.isascii() and cost.isdigit() and int(cost) > 0):
        sentence = _("Line {n}: “{cost}” is no whole amount above 0.")
        raise Refused(sentence.format(n=number, cost=cells[1]), "file")
    return Idea(name, int(cost))


def _vote(
    number: int, cells: Sequence[str], ideas: Iterable[Idea], wishes: dict[str, tuple[str, ...]]
) -> None:
    household = cells[0]
    if not household:
        raise Refused(_("Line {n}: the household has no number.").format(n=number), "file")
    if household in wishes:
        sentence = _("Line {n}: household {household} voted already.")
        raise Refused(sentence.format(n=number, household=household), "file")
    known = {fold(idea.name): idea.name for idea in ideas}
    named = []
    for name in _names([cell for cell in cells[1:] if cell]):
        if fold(name) not in known:
            sentence = _("Line {n}: “{name}” is not among the ideas.")
            raise Refused(sentence.format(n=number, name=name), "file")
        named.append(known[fold(name)])
    wishes[household] = tuple(dict.fromkeys(named))


def _names(cells: Sequence[str]) -> Iterator[str]:
    """Names in one cell with a sign between them, or each in a cell of its own."""
    for cell in cells:
        between = next((sign for sign in BETWEEN if sign in cell), None)
        for name in cell.split(between) if between else [cell]:
            if name.strip():
                yield name.strip()
