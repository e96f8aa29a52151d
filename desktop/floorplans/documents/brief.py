"""The design brief ("programma van wensen"): what the sketches of an evening ask of the architect.

Sketches are told by number: who drew what is not for the architect.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable
from sqlalchemy.orm import Session

from desktop.documents import letter
from desktop.documents.flowables import bullet, text
from desktop.documents.letterhead import letterhead
from desktop.documents.markdown import escaped
from desktop.documents.pages import Part
from desktop.documents.paper import Paper
from desktop.documents.tables import table
from desktop.floorplans import queries, statistics
from desktop.floorplans.documents.small_plans import in_rows
from desktop.floorplans.geometry import Derived, derive_home
from desktop.floorplans.plan import RoomType
from desktop.floorplans.queries import SketchView
from desktop.floorplans.statistics import FEWEST, RoomWish, Shared
from desktop.floorplans.wording import disclaimer, floor_area_m2, room_word
from desktop.language import _, language, ngettext
from desktop.language.format import local, number, percent
from desktop.refused import Refused

# What most sketches share is what two in three have; where they differ, one in three to two.
MOST = 2 / 3


def design_brief(session: Session, ids: Sequence[int], now: datetime) -> Paper:
    """The brief over these sketches. Refuses a sketch that is gone, and a brief over none."""
    if not ids:
        raise Refused(_("There is no drawing to print yet."), "numbers")
    views = queries.one_a_home([queries.sketch(session, id) for id in ids])
    levels = [derive_home(view.home) for view in views]
    found = statistics.shared(
        [
            statistics.facts_of(view.line.id, plans)
            for view, plans in zip(views, levels, strict=True)
        ]
    )
    title = views[0].line.evening
    return letter.finish(
        "design-brief",
        lambda: _("Design brief {title}").format(title=title),
        [Part(list(_story(title, views, levels, found)), "", title, language())],
        letterhead(session),
        local(now).date(),
    )


def _story(
    title: str, views: Sequence[SketchView], levels: Sequence[Sequence[Derived]], found: Shared
) -> Iterable[Flowable]:
    yield text(_("Design brief"), "title")
    counted = ngettext("{n} sketch by tenants", "{n} sketches by tenants", found.sketches)
    yield text(" · ".join(p for p in (title, counted.format(n=found.sketches)) if p), "reference")
    if found.sketches < FEWEST:
        yield text(_("These are few sketches. Numbers say little about other tenants."))
    yield from _most(found)
    yield _head(_("Rooms and their areas"))
    yield table(
        [
            _("Room"),
            _("Homes"),
            _("Rooms a home"),
            _("Median"),
            _("Middle half"),
            _("Smallest to largest"),
        ],
        [_room(wish, found.sketches) for wish in found.rooms],
        [w * mm for w in (34, 24, 19, 22, 33, 33)],
        figures=range(1, 6),
    )
    yield _head(_("Next to each other"))
    yield text(_("Of the sketches that have both rooms, so many put them next to each other."))
    yield table([], _two_beside(list(_pairs(found))), [w * mm for w in (55, 27.5) * 2])
    yield from _wishes(views)
    yield CondPageBreak(80 * mm)
    yield _head(_("All sketches to one scale"))
    yield from in_rows(
        [(_("Sketch {n}").format(n=n), plans[0]) for n, plans in enumerate(levels, 1)]
    )
    yield text(disclaimer())


def _head(words: str) -> Flowable:
    return text(words, "form question", bookmark=words)


def _most(found: Shared) -> Iterable[Flowable]:
    """What most sketches share, and where they differ."""
    same, different = [], []
    for wish in found.rooms:
        share = wish.homes / found.sketches
        words = _("{room}: in {n} of {all} homes").format(
            room=room_word(wish.type), n=wish.homes, all=found.sketches
        )
        if share >= MOST:
            same.append(words)
        elif share > 1 - MOST:
            different.append(words)
    if found.kitchens:
        share = found.open_kitchens / found.kitchens
        is_open = share >= 1 - MOST
        words = _("Open kitchen: {n} of {all}") if is_open else _("Closed kitchen: {n} of {all}")
        count = found.open_kitchens if is_open else found.kitchens - found.open_kitchens
        line = words.format(n=count, all=found.kitchens)
        (different if 1 - MOST < share < MOST else same).append(line)
    for heading, lines in (
        (_("What most sketches share"), same),
        (_("Where they differ"), different),
    ):
        if lines:
            yield _head(heading)
            yield from (bullet("•", escaped(line)) for line in lines)


def _room(wish: RoomWish, sketches: int) -> list[str]:
    spread = wish.area_m2
    return [
        room_word(wish.type),
        f"{wish.homes} ({percent(wish.homes / sketches)})",
        number(wish.rooms.median),
        floor_area_m2(spread.median),
        f"{floor_area_m2(spread.lower)} – {floor_area_m2(spread.upper)}",
        f"{floor_area_m2(spread.least)} – {floor_area_m2(spread.most)}",
    ]


def _pairs(found: Shared) -> Iterable[list[str]]:
    """Pairs of rooms that adjoin anywhere, the most usual first."""
    ordered = sorted(found.touching.items(), key=lambda one: -one[1][0] / one[1][1])
    for (one, other), (touch, both) in ordered:
        if touch:
            yield [_pair(one, other), _("{n} of {all}").format(n=touch, all=both)]


def _two_beside(rows: Sequence[list[str]]) -> list[list[str]]:
    """Rows of two cells as rows of four: down the left, then down the right."""
    half = (len(rows) + 1) // 2
    right = [*rows[half:], *[["", ""]] * (2 * half - len(rows))]
    return [[*one, *other] for one, other in zip(rows[:half], right, strict=True)]


def _pair(one: RoomType, other: RoomType) -> str:
    return f"{room_word(one)} – {room_word(other)}"


def _wishes(views: Sequence[SketchView]) -> Iterable[Flowable]:
    wishes = [(n, view.home.wish) for n, view in enumerate(views, 1) if view.home.wish.strip()]
    if wishes:
        yield _head(_("In their own words"))
        yield from (bullet(str(n), escaped(wish)) for n, wish in wishes)
