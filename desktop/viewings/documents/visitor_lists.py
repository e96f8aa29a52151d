"""Lists for a viewing: for hosts, for staff, the card of the tour and the answer forms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table
from sqlalchemy.orm import Session

from desktop.documents import letter, text_paper
from desktop.documents.flowables import TickBox, Ticks, WritingLines, text
from desktop.documents.letterhead import letterhead
from desktop.documents.pages import Part, Sheet
from desktop.documents.paper import Paper
from desktop.documents.tables import Cell, table
from desktop.language import _, in_language
from desktop.language.format import clock, day_long, local, moment_letter
from desktop.terms.counting import hours_later
from desktop.viewings.queries.papers import visitor_lists as lists
from desktop.viewings.queries.papers.visitor_lists import AnswerSheet, HostList, StaffList
from desktop.viewings.states import CriterionAnswer
from desktop.viewings.wording import word

QUESTION_LINES, DEFECT_LINES = 4, 3
ROW_TO_WRITE_IN = 15 * mm


def attendance_for_hosts(session: Session, viewing_ids: Sequence[int], now: datetime) -> Paper:
    """The list for the door, a numbered copy for each host; large enough to read standing."""
    parts = []
    with in_language("nl"):
        for viewing_id in viewing_ids:
            shown = lists.host_list(session, viewing_id)
            holders = shown.hosts or (_("a member of staff"),)
            for copy, holder in enumerate(holders, start=1):
                parts.append(_host_copy(shown, holder, copy, len(holders)))
    return letter.finish(
        "attendance-hosts",
        lambda: _("List for hosts"),
        parts,
        letterhead(session),
        local(now).date(),
    )


def attendance_for_staff(session: Session, viewing_ids: Sequence[int], now: datetime) -> Paper:
    """The same list for staff, with rank, phone and the answer."""
    with in_language("nl"):
        parts = [_staff_part(lists.staff_list(session, v)) for v in viewing_ids]
    return letter.finish(
        "attendance-staff",
        lambda: _("List for staff"),
        parts,
        letterhead(session),
        local(now).date(),
    )


def tour_card(session: Session, viewing_ids: Sequence[int], now: datetime) -> Paper:
    """The card on which hosts tick what they explained and what visitors answered; where there
    are published criteria, with a sheet for each host to answer them alone (levels B and C)."""
    with in_language("nl"):
        shown = [lists.host_list(session, viewing_id) for viewing_id in viewing_ids]
        parts = [part for each in shown for part in (_card(each), *_criteria_sheets(each))]
    return letter.finish(
        "tour-card", lambda: _("Tour card"), parts, letterhead(session), local(now).date()
    )


def answer_form(session: Session, viewing_ids: Sequence[int], now: datetime) -> Paper:
    """A form for each candidate, in the candidate's language, with the money question (R11)."""
    parts = [
        _form(session, sheet) for v in viewing_ids for sheet in lists.answer_sheets(session, v)
    ] or [_nobody()]
    return letter.finish(
        "answer-form", lambda: _("Answer form"), parts, letterhead(session), local(now).date()
    )


def _host_copy(shown: HostList, holder: str, copy: int, copies: int) -> Part:
    heads = [
        _("Time"),
        _("First name"),
        _("Persons"),
        _("Wished help"),
        _("Is here"),
        _("Did not come"),
    ]
    rows: list[list[Cell]] = [
        [
            text(clock(v.at), "large bold"),
            text(v.name, "large"),
            text(str(v.persons), "large"),
            text(v.help, "large"),
            Ticks([""], side=8 * mm),
            Ticks([""], side=8 * mm),
        ]
        for v in shown.visitors
    ]
    story: list[Flowable] = [
        text(_("Visitors of {dwelling}").format(dwelling=shown.home), "title"),
        text(_when(shown.at, shown.ends_at, shown.place)),
        text(
            _("Copy {copy} of {copies}, for {name}. Hand in after the tour.").format(
                copy=copy, copies=copies, name=holder
            )
        ),
        table(heads, rows, _mm(30, 70, 26, 66, 26, 34), least_height=ROW_TO_WRITE_IN)
        if rows
        else text(_("Nobody is expected.")),
        text(
            _("Do you know somebody? Say so. The other host takes over."),
            "small",
        ),
    ]
    footer = _("List for hosts · {dwelling} · copy {copy} of {copies} · hand in after the tour")
    return Part(
        story,
        _("{dwelling}, copy {copy}").format(dwelling=shown.home, copy=copy),
        footer.format(dwelling=shown.home, copy=copy, copies=copies),
        sheet=Sheet.WIDE,
    )


def _staff_part(shown: StaffList) -> Part:
    heads = [
        _("Time"),
        _("Rank"),
        _("Name"),
        _("Phone"),
        _("Persons"),
        _("Wished help"),
        _("Answer"),
        _("Was there"),
    ]
    rows: list[list[Cell]] = [
        [
            text(clock(v.at), "cell bold"),
            str(v.rank),
            v.name,
            v.phone,
            str(v.persons),
            v.help,
            word(v.answer),
            Ticks([_("yes"), _("no"), _("late")]),
        ]
        for v in shown.visitors
    ]
    story: list[Flowable] = [
        text(_("Visitors of {dwelling}: for staff").format(dwelling=shown.home), "title"),
        text(_when(shown.at, None, shown.place)),
        text(
            _("Hosts: {hosts}. Member of staff: {staff}.").format(
                hosts=", ".join(shown.hosts) or "–", staff=shown.on_call or "–"
            )
        ),
        table(heads, rows, _mm(16, 18, 45, 36, 18, 40, 35, 44), least_height=11 * mm)
        if rows
        else text(_("Nobody is expected.")),
    ]
    footer = _("List for staff · {dwelling} · not for hosts").format(dwelling=shown.home)
    return Part(story, shown.home, footer, sheet=Sheet.WIDE)


def _card(shown: HostList) -> Part:
    points = [
        TickBox(f"{number}. {point}", "cell") for number, point in enumerate(shown.points, start=1)
    ]
    half = (len(points) + 1) // 2
    columns = Table(
        [[points[:half], points[half:]]], colWidths=[letter.WIDTH / 2] * 2, spaceAfter=4
    )
    numbers = [str(n) for n in range(1, len(shown.points) + 1)]
    rows: list[list[Cell]] = [
        [
            text(clock(v.at), "cell bold"),
            v.name,
            Ticks([_("is here"), _("did not come")], size=8),
            Ticks(numbers, side=3.2 * mm, size=8),
            Ticks([_("yes"), _("no"), _("thinks")], size=8),
            Ticks([""], size=8),
        ]
        for v in shown.visitors
    ]
    heads = [
        _("Time"),
        _("Visitor"),
        _("Came?"),
        _("Explained (number of the point)"),
        _("Wants the home? The visitor says it."),
        _("I know this person"),
    ]
    story: list[Flowable] = [
        text(_("Tour card {dwelling}").format(dwelling=shown.home), "title"),
        text(_when(shown.at, shown.ends_at, shown.place)),
        text(_("What did you explain?"), "form question"),
        columns if points else Spacer(1, 0),
        table(heads, rows, _mm(14, 30, 28, 40, 32, 21)) if rows else text(_("Nobody is expected.")),
        text(_("Questions that staff must answer"), "form question"),
        WritingLines(QUESTION_LINES, 8 * mm),
        text(_("What is broken in the home?"), "form question"),
        WritingLines(DEFECT_LINES, 8 * mm),
        text(
            _(
                "Write nothing about a person: not about looks, belief, health, family, work or "
                "income. Hand in after the tour."
            ),
            "small",
        ),
    ]
    footer = _("Tour card · {dwelling} · hand in after the tour").format(dwelling=shown.home)
    return Part(story, shown.home, footer, sheet=Sheet.BARE)


def _criteria_sheets(shown: HostList) -> list[Part]:
    """A sheet for each host, because they answer independently of each other."""
    return [_criteria_sheet(shown, host) for host in shown.hosts if shown.criteria]


def _criteria_sheet(shown: HostList, host: str) -> Part:
    story: list[Flowable] = [
        text(_("Questions from the advert: {dwelling}").format(dwelling=shown.home), "title"),
        text(
            _(
                "For {name}. Answer them alone, and only what you saw or heard yourself. Did you "
                "not talk about it? Then tick that. Your answers are advice."
            ).format(name=host)
        ),
    ]
    answers = [word(answer) for answer in CriterionAnswer]
    for criterion in shown.criteria:
        rows: list[list[Cell]] = [
            [text(clock(v.at), "cell bold"), v.name, Ticks(answers)] for v in shown.visitors
        ]
        story.append(text(criterion, "form question"))
        story.append(table([], rows, _mm(18, 60, 87)))
    footer = _("Questions from the advert · {dwelling} · {name} · hand in after the tour")
    return Part(
        story,
        _("{dwelling}, questions for {name}").format(dwelling=shown.home, name=host),
        footer.format(dwelling=shown.home, name=host),
        sheet=Sheet.BARE,
    )


def _form(session: Session, sheet: AnswerSheet) -> Part:
    with in_language(sheet.to.language):
        ends_at = sheet.at + timedelta(minutes=sheet.minutes)
        values = {
            "name": sheet.to.name,
            "dwelling": sheet.home,
            "deadline": moment_letter(hours_later(ends_at, sheet.answer_hours)),
        }
        fields: list[Flowable] = [
            text(_("Do you want this home?"), "form question"),
            TickBox(_("Yes, I want this home.")),
            TickBox(_("No, I do not want this home.")),
            TickBox(_("I want to think about it until the deadline.")),
            text(_("If no: what is the reason? You do not have to tell."), "form question"),
            Ticks([_("the home"), _("the neighbourhood"), _("the rent"), _("something else")]),
            text(_("Did anybody ask you for money or a takeover?"), "form question"),
            TickBox(_("No")),
            TickBox(_("Yes. Please call me about it.")),
            text(_("Your questions to us"), "form question"),
            WritingLines(2),
            WritingLines(1, label=_("Day:")),
            WritingLines(1, label=_("Signature:")),
        ]
        footer = _("Answer form · {dwelling} · {number}").format(
            dwelling=sheet.home, number=sheet.to.number
        )
    return text_paper.part(
        session, "answer-form", values, footer, sheet.to.name, sheet.to.language, fields
    )


def _nobody() -> Part:
    with in_language("nl"):
        return Part([text(_("Nobody is expected."))], "", _("Answer form"))


def _when(at: datetime, ends_at: datetime | None, place: str) -> str:
    day = day_long(local(at).date())
    if ends_at is None:
        return _("{day}, {start}, {place}").format(day=day, start=clock(at), place=place)
    return _("{day}, {start} to {end}, {place}").format(
        day=day, start=clock(at), end=clock(ends_at), place=place
    )


def _mm(*widths: float) -> list[float]:
    return [width * mm for width in widths]
