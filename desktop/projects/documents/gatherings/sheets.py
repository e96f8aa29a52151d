"""The sheets of the evening itself: the one at the door, and what people take home."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, TableStyle
from sqlalchemy.orm import Session

from desktop.documents import letter, styles
from desktop.documents.charts import Tone
from desktop.documents.dated import paper
from desktop.documents.fitting import height_of
from desktop.documents.flowables import Box, text
from desktop.documents.join_box import JoinBox
from desktop.documents.pages import Sheet
from desktop.documents.paper import Paper
from desktop.documents.tables import WholeRows, table
from desktop.documents.title_band import TitleBand, Type
from desktop.language import _, ngettext
from desktop.language.format import day_plain, local
from desktop.projects.documents.gatherings.about import name_of, when_and_where
from desktop.projects.queries.evening import EveningView, evening_view
from desktop.projects.queries.grouping import Together
from desktop.projects.queries.projects import project_view
from desktop.projects.queries.voices import ProposalLine, SessionLine, session_line
from desktop.projects.rules.voices import ANSWER_DAYS
from desktop.projects.wording.dots import subject
from desktop.refused import Refused

DOOR_ROW, DOOR_HEAD = 9.2 * mm, 9 * mm
DOOR_ROOM = styles.PORTRAIT[1] - 36 * mm - styles.FOOT - DOOR_HEAD  # below the letterhead
DOOR_WIDTHS = [12 * mm, 108 * mm, 45 * mm]
SIZE, TITLE = 12.0, 24.0
DOTS = 17 * mm


def at_the_door(session: Session, session_id: int, now: datetime) -> Paper:
    """A sheet to count who came. It asks no name: who wants to, writes one."""
    line = session_line(session, session_id)
    return paper(
        session,
        "gathering-sign-up",
        lambda: _("Sheet at the door: {gathering}").format(gathering=name_of(line)),
        lambda: list(_door(line)),
        now,
    )


def tonight(session: Session, session_id: int, now: datetime) -> Paper:
    """What people said at a gathering with its dots, for when they go home. Refuses it while
    nothing was written down."""
    today = local(now).date()
    view = evening_view(session, session_id, today)
    if not view.groups:
        raise Refused(_("Nothing was said yet. Write down what people say first."))
    contact = project_view(session, view.gathering.project_id, today).contact
    return paper(
        session,
        "gathering-tonight",
        lambda: _("You said this tonight: {gathering}").format(gathering=name_of(view.gathering)),
        lambda: list(_tonight(view, contact)),
        now,
        Sheet.BARE,
    )


# At the door -------------------------------------------------------------------------------------


def _door(line: SessionLine) -> Iterator[Flowable]:
    """What is asked, and rows for as many as the page has room for."""
    asked = list(_asked(line))
    left = DOOR_ROOM - height_of(asked, letter.WIDTH)
    yield from asked
    heads = [_("Nr"), _("Name or house number, if you like"), _("How many people?")]
    rows = [[str(number), "", ""] for number in range(1, max(int(left // DOOR_ROW), 1) + 1)]
    yield table(heads, rows, DOOR_WIDTHS, least_height=DOOR_ROW)


def _asked(line: SessionLine) -> Iterator[Flowable]:
    yield text(_("Welcome: {gathering}").format(gathering=name_of(line)), "title")
    yield Box(list(when_and_where(line)))
    yield text(
        _("We want to know how many people are here. Put a line on this sheet for your home.")
    )
    yield text(
        _(
            "You do not have to write your name. We keep only the number of people; after that "
            "this sheet is destroyed."
        )
    )


# To take home ------------------------------------------------------------------------------------


def _tonight(view: EveningView, contact: str) -> Iterator[Flowable]:
    line, kind = view.gathering, Type(SIZE)
    yield TitleBand(_("You said this tonight"), _below(line), TITLE)
    yield Spacer(1, SIZE)
    if line.question:
        yield kind.words(_("The question was: {question}").format(question=line.question))
        yield Spacer(1, SIZE * 0.5)
    for group in view.by_dots:
        yield from _group(group, kind)
    yield Spacer(1, SIZE)
    yield JoinBox(_("What now?"), list(_what_now(line, contact)), kind)


def _below(line: SessionLine) -> str:
    parts = [line.project, name_of(line), day_plain(line.held_on)]
    if line.present:
        n = line.present
        parts.append(ngettext("{n} person", "{n} people", n).format(n=n))
    return "  ·  ".join(parts)


def _what_now(line: SessionLine, contact: str) -> Iterator[str]:
    day = day_plain(line.held_on + timedelta(days=ANSWER_DAYS))
    yield _("By {day} you hear for each proposal what we do with it, and why.").format(day=day)
    if contact:
        yield _("Did you forget something? {contact}.").format(contact=contact)


def _group(group: Together, kind: Type) -> Iterator[Flowable]:
    if group.theme:
        yield kind.heading(subject(group.theme, group.support))
    dots = ParagraphStyle(
        "dots", parent=kind.name, alignment=1, textColor=HexColor(Tone.BRAND.value)
    )
    rows = [_said(line, kind, dots) for line in group.lines]
    made = WholeRows(rows, colWidths=[DOTS, letter.WIDTH - DOTS], hAlign="LEFT")
    made.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("LINEBELOW", (0, 0), (-1, -1), 0.6, styles.LINE),
                ("BACKGROUND", (0, 0), (0, -1), styles.BRAND_SOFT),
                ("LEFTPADDING", (0, 0), (0, -1), 2),
                ("RIGHTPADDING", (0, 0), (0, -1), 2),
                ("LEFTPADDING", (1, 0), (1, -1), 10),
                ("TOPPADDING", (0, 0), (-1, -1), SIZE * 0.4),
                ("BOTTOMPADDING", (0, 0), (-1, -1), SIZE * 0.55),
            ]
        )
    )
    yield made
    if group.theme:
        # What stands alone does not seem to go with the subject above it.
        yield Spacer(1, SIZE)


def _said(line: ProposalLine, kind: Type, dots: ParagraphStyle) -> list[Flowable]:
    return [kind.words(f"● {line.support}" if line.support else "–", dots), kind.words(line.text)]
