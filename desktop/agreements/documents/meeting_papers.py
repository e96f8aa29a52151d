"""The agenda of a meeting, and its report: topics of tenants are marked, a refusal has its reason,
who was there stands by function."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from desktop.agreements.queries.meetings import (
    ActionLine,
    AttendanceLine,
    DecisionLine,
    MeetingLine,
    MeetingView,
    TopicLine,
    meeting_view,
)
from desktop.agreements.wording import word
from desktop.documents import letter
from desktop.documents.dated import heading, paper
from desktop.documents.flowables import Box, Words, WritingLines, bullet, marked, text
from desktop.documents.fonts import printable
from desktop.documents.markdown import escaped
from desktop.documents.paper import Paper
from desktop.documents.tables import table
from desktop.language import _, ngettext
from desktop.language.format import day_long, day_plain, day_short, local

SPACE_FOR_NOTES = 3  # lines under each topic of an agenda


def agenda(session: Session, meeting_id: int, now: datetime) -> Paper:
    """What will be talked about, with room for notes, and what was refused with the reason
    (Overlegwet, art. 5b(4))."""
    view = meeting_view(session, meeting_id, local(now).date())
    return paper(
        session,
        "meeting-agenda",
        lambda: _("Agenda {day}").format(day=day_plain(view.line.held_on)),
        lambda: list(_agenda(view)),
        now,
    )


def report(session: Session, meeting_id: int, now: datetime) -> Paper:
    """What was said and decided, who was there, and what parties will do."""
    view = meeting_view(session, meeting_id, local(now).date())
    return paper(
        session,
        "meeting-report",
        lambda: _("Report {day}").format(day=day_plain(view.line.held_on)),
        lambda: list(_report(view)),
        now,
    )


def _agenda(view: MeetingView) -> Iterator[Flowable]:
    yield text(_("Agenda: {kind}").format(kind=word(view.line.kind).lower()), "title")
    yield Box(list(_when_and_where(view.line)))
    stands = [topic for topic in view.topics if topic.accepted is not False]
    for number, topic in enumerate(stands, start=1):
        yield _topic(number, topic)
        yield WritingLines(SPACE_FOR_NOTES)
    if not stands:
        yield text(_("There are no topics yet."))
    yield from _refused(view.topics)


def _report(view: MeetingView) -> Iterator[Flowable]:
    yield text(_("Report: {kind}").format(kind=word(view.line.kind).lower()), "title")
    yield Box(list(_when_and_where(view.line)))
    yield from _attendance(view.attendance)
    stands = [topic for topic in view.topics if topic.accepted is not False]
    if stands:
        yield heading(_("Topics"))
        yield from (_topic(number, topic) for number, topic in enumerate(stands, start=1))
    yield from _refused(view.topics)
    if view.minutes:
        yield heading(_("What was said"))
        yield from (text(line) for line in view.minutes.splitlines() if line.strip())
    yield from _decisions(view.decisions)
    yield from _actions(view.actions)


def _when_and_where(line: MeetingLine) -> Iterator[tuple[Words | None, Words]]:
    when = day_long(line.held_on)
    if line.starts:
        when += ", " + _("{time} hours").format(time=line.starts.replace(":", "."))
    yield text(_("When"), "box label"), text(when, "box")
    if line.place:
        yield text(_("Where"), "box label"), text(line.place, "box")
    yield text(_("Papers"), "box label"), text(_papers(line), "box")


def _papers(line: MeetingLine) -> str:
    if line.papers_sent_on is None or line.papers_days is None:
        return _("to be sent by {day}").format(day=day_plain(line.papers_due_on))
    days = ngettext(
        "sent on {day}, {n} day before the meeting",
        "sent on {day}, {n} days before the meeting",
        line.papers_days,
    ).format(day=day_plain(line.papers_sent_on), n=line.papers_days)
    return f"{days} ({_('late')})" if line.papers_late else days


def _topic(number: int, topic: TopicLine) -> Flowable:
    title = f"<b>{number}. {escaped(printable(topic.title))}</b>"
    if topic.of_tenants:
        title += " · " + escaped(_("put up by tenants"))
    elif topic.proposed_by:
        title += " · " + escaped(printable(topic.proposed_by))
    return marked(title)


def _refused(topics: Iterable[TopicLine]) -> Iterator[Flowable]:
    refused = [topic for topic in topics if topic.accepted is False]
    if not refused:
        return
    yield heading(_("Not on the agenda"))
    for topic in refused:
        title = escaped(printable(topic.title))
        why = escaped(printable(topic.refusal_reason))
        yield marked(f"<b>{title}</b> ({escaped(printable(topic.proposed_by))}): {why}")
    if any(topic.of_tenants for topic in refused):
        yield text(
            _("A topic of tenants is refused only with a reason (Overlegwet, art. 5b(4))."), "small"
        )


def _attendance(lines: Sequence[AttendanceLine]) -> Iterator[Flowable]:
    if not lines:
        return
    yield heading(_("Who was there"))
    by_party: dict[str, list[str]] = {}
    for line in lines:
        by_party.setdefault(line.party, []).append(_function(line))
    for party, named in by_party.items():
        functions = ", ".join(named)
        yield bullet("•", escaped(printable(f"{party}: {functions}")))


def _function(line: AttendanceLine) -> str:
    if not line.present:
        return _("{function} (absent)").format(function=line.function)
    return _("{function} (expert)").format(function=line.function) if line.expert else line.function


def _decisions(lines: Sequence[DecisionLine]) -> Iterator[Flowable]:
    if not lines:
        return
    yield heading(_("What was decided"))
    for line in lines:
        about = f"{line.agreement}: " if line.agreement else ""
        yield bullet("•", escaped(printable(about + line.text)))


def _actions(lines: Sequence[ActionLine]) -> Iterator[Flowable]:
    if not lines:
        return
    yield heading(_("Who will do what"))
    rows = [[line.party, line.text, _until(line)] for line in lines]
    widths = [45 * mm, letter.WIDTH - 85 * mm, 40 * mm]
    yield table([_("Party"), _("What"), _("Before")], rows, widths)


def _until(line: ActionLine) -> str:
    if line.done_on is not None:
        return _("done {day}").format(day=day_short(line.done_on))
    return day_short(line.due_on) if line.due_on is not None else "–"
