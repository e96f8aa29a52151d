"""Schouwrapport: what was found on a walk, where, who solves it, and what became of it. Neighbours
read it, so who reported something is not in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table, TableStyle
from sqlalchemy.orm import Session

from desktop.documents import letter, styles
from desktop.documents.flowables import text
from desktop.documents.letterhead import letterhead
from desktop.documents.pages import Part
from desktop.documents.paper import Paper
from desktop.documents.tables import Cell, WholeRows, above, table, words_width
from desktop.language import _, in_language, ngettext
from desktop.language.format import day_figures, day_long, day_short, day_year, local
from desktop.projects.documents.walks.photos import KeptPhoto, NumberedMap
from desktop.projects.model import Project
from desktop.projects.queries.inspections import (
    OPEN,
    FindingLine,
    InspectionLine,
    findings_of,
    inspection_line,
    kinds_over_time,
    whole_photo,
)
from desktop.projects.states import FindingKind, FindingState
from desktop.projects.wording import word
from desktop.store.found import found

PHOTO = (50 * mm, 37.5 * mm)
WORDS, GAP = 57 * mm, 4 * mm
HIGHEST_MAP = 130 * mm
DAY = 22 * mm
OTHERS = (24 * mm, 18 * mm)  # two beside each other under the newest
OTHERS_PX = 270
OTHERS_LOOK = [
    *((f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT")),
    *((f"{side}PADDING", (0, 0), (-1, -1), 1) for side in ("TOP", "BOTTOM")),
]


def make(session: Session, inspection_id: int, now: datetime) -> Paper:
    """The report of one walk, as it stands today."""
    made_on = local(now).date()
    walk = inspection_line(session, inspection_id)
    project = found(session, Project, walk.project_id).name
    lines = findings_of(session, walk.project_id, made_on, walk.id)

    def title() -> str:
        return _("Report of the walk: {route}").format(route=walk.route)

    with in_language("nl"):
        footer = _("{title} · made on {day}").format(title=title(), day=day_figures(made_on))
        story = [
            *_head(title(), project, walk, lines),
            *_map(session, walk, lines),
            *_counts(lines),
            *_over_time(session, walk),
            *_findings(session, lines),
        ]
    return letter.finish(
        "walk-report", title, [Part(story, "", footer)], letterhead(session), made_on
    )


def _head(
    title: str, project: str, walk: InspectionLine, lines: Sequence[FindingLine]
) -> Iterator[Flowable]:
    yield text(title, "title")
    walked = _("{project} · walked on {day}").format(project=project, day=day_long(walk.held_on))
    if walk.walkers:
        words = ngettext("{n} person walked along", "{n} people walked along", walk.walkers)
        walked += f" · {words.format(n=walk.walkers)}"
    yield text(walked, "reference")
    count = ngettext("{n} finding", "{n} findings", len(lines)).format(n=len(lines))
    states = [
        f"{word(state).lower()} {number}"
        for state in FindingState
        if (number := sum(line.state is state for line in lines))
    ]
    yield text(f"{count}: {', '.join(states)}." if states else _("Nothing was found."))


def _map(
    session: Session, walk: InspectionLine, lines: Sequence[FindingLine]
) -> Iterator[Flowable]:
    map = walk.map
    if map is None:
        return
    yield NumberedMap(map, lambda: whole_photo(session, map.photo_id), lines, HIGHEST_MAP)
    yield text(_("A full circle is still open, a hollow one is done."), "small")


def _counts(lines: Sequence[FindingLine]) -> Iterator[Flowable]:
    if not lines:
        return
    yield from above(text(_("Each kind"), "form question"))
    rows: list[list[Cell]] = []
    for kind in FindingKind:
        of_kind = [line for line in lines if line.kind is kind]
        still_open = [line for line in of_kind if line.state in OPEN]
        late = [line for line in of_kind if line.late]
        if of_kind:
            rows.append([word(kind), *(str(len(some)) for some in (of_kind, still_open, late))])
    late_in_all = sum(line.late for line in lines)
    open_in_all = sum(line.state in OPEN for line in lines)
    rows.append(
        [
            text(_("Together"), "cell bold"),
            *(text(str(n), "cell bold") for n in (len(lines), open_in_all, late_in_all)),
        ]
    )
    yield table(
        [_("Kind"), _("Found"), _("Still open"), _("Too late")],
        rows,
        [60 * mm, 30 * mm, 30 * mm, 30 * mm],
        figures=(1, 2, 3),
    )


def _over_time(session: Session, walk: InspectionLine) -> Iterator[Flowable]:
    walks = kinds_over_time(session, walk.project_id)
    if len(walks) < 2:
        return
    yield from above(text(_("Walks over time"), "form question"))
    kinds = [kind for kind in FindingKind if any(kind in counts for _d, _r, counts in walks)]
    rows: list[list[Cell]] = [
        [
            day_year(day),
            route,
            *(str(counts.get(kind, "–")) for kind in kinds),
            text(str(sum(counts.values())), "cell bold"),
        ]
        for day, route, counts in walks
    ]
    counted = [*(word(kind) for kind in kinds), _("Together")]
    widths = [words_width(one, "head") + 4 * mm for one in counted]
    yield table(
        [_("Day"), _("Route"), *counted],
        rows,
        [DAY, letter.WIDTH - DAY - sum(widths), *widths],
        cell="small",
        figures=range(2, len(kinds) + 3),
    )


def _findings(session: Session, lines: Sequence[FindingLine]) -> Iterator[Flowable]:
    if not lines:
        return
    yield from above(text(_("What was found"), "form question", bookmark=_("What was found")))
    rows = [
        [_told(line), *(_photos(session, ids, word) for ids, word in _moments(line))]
        for line in lines
    ]
    made = WholeRows(rows, colWidths=[WORDS, PHOTO[0] + GAP, PHOTO[0] + GAP], hAlign="LEFT")
    made.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LINEBELOW", (0, 0), (-1, -1), 0.6, styles.LINE),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), GAP),
                ("TOPPADDING", (0, 0), (-1, -1), 6),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
            ]
        )
    )
    yield made


def _moments(line: FindingLine) -> Iterator[tuple[Sequence[int], str]]:
    yield line.before, _("Before")
    yield line.after, _("After")


def _photos(session: Session, ids: Sequence[int], words: str) -> list[Flowable]:
    """The newest photo with its word, and the others small under it; nothing where there is
    none."""
    if not ids:
        return []
    newest, others = ids[-1], ids[-2::-1]
    made: list[Flowable] = [KeptPhoto(partial(whole_photo, session, newest), *PHOTO)]
    small = [KeptPhoto(partial(whole_photo, session, id), *OTHERS, OTHERS_PX) for id in others]
    rows = [[*small[at : at + 2], ""][:2] for at in range(0, len(small), 2)]
    if rows:
        grid = Table(rows, colWidths=[PHOTO[0] / 2] * 2, hAlign="LEFT", spaceBefore=2)
        grid.setStyle(TableStyle(OTHERS_LOOK))
        made.append(grid)
    return [*made, text(words, "small")]


def _told(line: FindingLine) -> list[Flowable]:
    """What, where, by whom, before when, and how far it is."""
    parts: list[Flowable] = [text(f"{line.number}. {word(line.kind)}", "cell bold")]
    parts += [text(words, "cell") for words in (line.place, line.what) if words]
    parts += [text(words, "cell") for words in _by_whom(line)]
    return parts


def _by_whom(line: FindingLine) -> Iterator[str]:
    owner = line.handed_to or line.owner
    if line.state not in (FindingState.REFERRED, FindingState.NOT_DONE):
        state = word(line.state).lower()
        if line.late:
            state = _("{state}, too late").format(state=state)
        yield _("State: {state}").format(state=state)
    if line.state is FindingState.REFERRED:
        day = day_short(line.referred_on) if line.referred_on is not None else ""
        yield _("Passed on to {who} on {day}.").format(who=line.referred_to, day=day)
        if line.their_answer:
            yield _("They say: {words}").format(words=line.their_answer)
    elif line.state is FindingState.NOT_DONE:
        yield _("We do not do this: {why}").format(why=line.reason)
    elif owner:
        yield _("Who: {who}").format(who=owner)
    else:
        yield _("Nobody solves this yet.")
    if line.state is FindingState.TAKEN_UP and line.due_on is not None:
        yield _("Before: {day}").format(day=day_short(line.due_on))
    if line.solved_on is not None and line.state in (FindingState.SOLVED, FindingState.CHECKED):
        yield _("Solved on {day}.").format(day=day_short(line.solved_on))
