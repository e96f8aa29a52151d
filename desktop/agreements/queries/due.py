"""What Beleid adds to Vandaag: days that come near, answers that tenants wait for, data that
parties asked for, papers, what still has to be explained; the meetings of the week; the figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.model import Agreement, Cycle, Explanation, Meeting
from desktop.agreements.queries.counts import light_counts
from desktop.agreements.queries.deadline import Deadline
from desktop.agreements.queries.deadlines import deadlines
from desktop.agreements.queries.lights import light_of
from desktop.agreements.queries.meetings import meetings_without_papers, open_actions
from desktop.agreements.queries.requests import unanswered_requests
from desktop.agreements.queries.voices import InputLine, unanswered_inputs
from desktop.agreements.rules.answering import PAPERS
from desktop.agreements.rules.deadlines import Code
from desktop.agreements.rules.rounds import AMISS
from desktop.agreements.states import CycleState
from desktop.agreements.wording import word
from desktop.estate.checked_rules import rule_in_force
from desktop.feature import Due, Figure, Place, Urgency, WeekItem
from desktop.language import _, ngettext
from desktop.language.format import AMSTERDAM, day_short, local
from desktop.urgency import SOON, begin_of, end_of, urgency

TAB = "agreements"
ENDED = (CycleState.EVALUATED, CycleState.CLOSED)
GOING = (CycleState.SIGNED, CycleState.RUNNING)
STATUTE_DAYS = 30  # before: papers take the parties some weeks
EARLIER = {Code.TENANTS_TALK.value: 91}  # from 1 October (Overlegwet, art. 5b(3))
APART = 3  # questions; more of them stand in one line
IN_BID = {Code.APPROVAL.value, Code.BID.value, Code.INVITATION.value}


@dataclass(frozen=True)
class Year:
    """A year of agreements that has not ended."""

    id: int
    title: str
    state: CycleState


def due(session: Session, now: datetime) -> list[Due]:
    """Everything in Beleid that somebody must do, in no order; Vandaag sorts."""
    years = _years(session)
    return [
        *(one for year in years for one in _days(session, year, now)),
        *_answers(session, years, now),
        *(one for year in years for one in _data(session, year, now)),
        *_papers(session, now),
        *_explanations(session, now),
        *(one for year in years for one in _actions(session, year, now)),
    ]


def week(session: Session, first: date, last: date) -> list[WeekItem]:
    """The meetings from `first` up to and including `last`."""
    rows = session.scalars(
        select(Meeting).where(Meeting.held_on.between(first, last)).order_by(Meeting.held_on)
    )
    return [
        WeekItem(_begins(row), word(row.kind), Place(TAB, Meeting.__tablename__, row.id))
        for row in rows
    ]


def figures(session: Session, now: datetime) -> list[Figure]:
    """How many questions of tenants wait for an answer, and how many agreements of the newest
    year that was signed are off track."""
    today = local(now).date()
    made = []
    waiting = unanswered_inputs(session, today)
    if waiting:
        late = sum(line.is_late for line in waiting)
        meaning = ngettext(
            "question of tenants waits for an answer",
            "questions of tenants wait for an answer",
            len(waiting),
        )
        if late:
            meaning += "\n" + ngettext("{n} is late", "{n} are late", late).format(n=late)
        tone = "red" if late else ""
        made.append(Figure(str(len(waiting)), meaning, _at_input(waiting[0]), tone))
    going = [year for year in _years(session) if year.state in GOING]
    if going:
        made.extend(_off_track(session, going[-1], today))
    return made


def _years(session: Session) -> list[Year]:
    rows = session.execute(
        select(Cycle.id, Cycle.applies_from, Cycle.state)
        .where(Cycle.state.not_in(ENDED))
        .order_by(Cycle.year, Cycle.id)
    )
    return [
        Year(id, _("Agreements {year}").format(year=applies_from.year), state)
        for id, applies_from, state in rows
    ]


def _days(session: Session, year: Year, now: datetime) -> Iterator[Due]:
    today = local(now).date()
    for one in deadlines(session, year.id, today):
        near = EARLIER.get(one.code, STATUTE_DAYS if one.statutory else SOON.days)
        if not one.is_open or one.day is None or one.days_left is None or one.days_left > near:
            continue
        part = "bid" if one.code in IN_BID else "deadlines"
        yield Due(
            badge=_badge(one.days_left),
            title=one.what,
            detail=f"{year.title} · {one.who}",
            urgency=urgency(end_of(one.day), now),
            action=_("Open bid") if part == "bid" else _("View"),
            place=Place(TAB, Cycle.__tablename__, year.id, part),
            when=end_of(one.day),
            article=_rests_on(one),
        )


def _answers(session: Session, years: Sequence[Year], now: datetime) -> Iterator[Due]:
    """Questions of tenants, each by itself as long as they are few."""
    near = [
        line
        for line in unanswered_inputs(session, local(now).date())
        if line.days_left is not None and line.days_left <= SOON.days
    ]
    for year in years:
        own = [line for line in near if line.cycle_id == year.id]
        if len(own) > APART:
            title = ngettext(
                "{n} question of tenants waits for an answer",
                "{n} questions of tenants wait for an answer",
                len(own),
            ).format(n=len(own))
            yield _answer(own[0], title, year.title, now)
        else:
            for line in own:
                title = _("Answer question {code}").format(code=line.code)
                where = " · ".join(filter(None, (line.theme, line.place)))
                yield _answer(line, title, where or year.title, now)


def _answer(line: InputLine, title: str, detail: str, now: datetime) -> Due:
    return Due(
        badge="?",
        title=title,
        detail=detail,
        urgency=urgency(end_of(line.due_on), now),
        action=_("Give answer"),
        place=_at_input(line),
        when=end_of(line.due_on),
        article=line.article,
    )


def _data(session: Session, year: Year, now: datetime) -> Iterator[Due]:
    for line in unanswered_requests(session, year.id):
        if _is_near(line.due_on, now):
            yield Due(
                badge="?",
                title=_("{party} asked for data").format(party=line.party),
                detail=line.what,
                urgency=urgency(end_of(line.due_on), now),
                action=_("View"),
                place=Place(TAB, Cycle.__tablename__, year.id, "deadlines"),
                when=end_of(line.due_on),
                article=_agreed(line.rule),
            )


def _papers(session: Session, now: datetime) -> Iterator[Due]:
    today = local(now).date()
    for line in meetings_without_papers(session, today):
        if (line.papers_due_on - today) > SOON:
            continue
        rule = rule_in_force(session, PAPERS, today)
        yield Due(
            badge="✉",
            title=_("Papers not sent yet: {meeting}").format(meeting=word(line.kind)),
            detail=_("Meeting on {day}").format(day=day_short(line.held_on)),
            urgency=urgency(end_of(line.papers_due_on), now),
            action=_("View"),
            place=Place(TAB, Meeting.__tablename__, line.id),
            when=end_of(line.papers_due_on),
            article=_agreed(rule.name),
        )


def _explanations(session: Session, now: datetime) -> Iterator[Due]:
    """What was put off, and measures that nobody reported as done."""
    for told, agreement in _newest_explanations(session):
        place = Place(TAB, Agreement.__tablename__, agreement.id, "measuring")
        if not told.cause:
            if light_of(session, agreement.id, local(now).date()).light not in AMISS:
                continue  # it goes well again: there is nothing left to explain
            yield Due(
                badge="!",
                title=_("Explain {code}").format(code=agreement.code),
                detail=agreement.short_title or agreement.title,
                urgency=Urgency.SOON,
                action=_("Explain"),
                place=place,
            )
        elif told.due_on and told.done_on is None and _is_near(told.due_on, now):
            yield Due(
                badge="→",
                title=told.measure or agreement.title,
                detail=" · ".join(filter(None, (agreement.code, told.who))),
                urgency=urgency(end_of(told.due_on), now),
                action=_("View"),
                place=place,
                when=end_of(told.due_on),
            )


def _newest_explanations(session: Session) -> list[tuple[Explanation, Agreement]]:
    """Of each agreement of a year that has not ended, what was said last."""
    rows = session.execute(
        select(Explanation, Agreement)
        .join(Agreement, Explanation.agreement_id == Agreement.id)
        .join(Cycle, Agreement.cycle_id == Cycle.id)
        .where(Cycle.state.not_in(ENDED))
        .order_by(Agreement.code, Explanation.reference_date, Explanation.id)
    )
    newest = {agreement.id: (told, agreement) for told, agreement in rows}
    return list(newest.values())


def _actions(session: Session, year: Year, now: datetime) -> Iterator[Due]:
    for line in open_actions(session, year.id, local(now).date()):
        if line.due_on is None or not _is_near(line.due_on, now):
            continue
        yield Due(
            badge="→",
            title=line.text,
            detail=" · ".join(filter(None, (line.party, line.agreement))),
            urgency=urgency(end_of(line.due_on), now),
            action=_("View"),
            place=Place(TAB, Meeting.__tablename__, line.meeting_id),
            when=end_of(line.due_on),
        )


def _off_track(session: Session, year: Year, today: date) -> Iterator[Figure]:
    counts = light_counts(session, year.id, today)
    if counts.total:
        yield Figure(
            _("{n} of {all}").format(n=counts.off, all=counts.total),
            _("agreements off track\n{year}").format(year=year.title),
            Place(TAB, Cycle.__tablename__, year.id, "monitor"),
            "red" if counts.off else "",
        )


def _begins(meeting: Meeting) -> datetime:
    """When a meeting begins; the first minute of its day when nobody set an hour."""
    if not meeting.starts:
        return begin_of(meeting.held_on)
    return datetime.combine(meeting.held_on, time.fromisoformat(meeting.starts), AMSTERDAM)


def _at_input(line: InputLine) -> Place:
    return Place(TAB, "tenant_input", line.id)


def _is_near(day: date, now: datetime) -> bool:
    return day - local(now).date() <= SOON


def _badge(days_left: int) -> str:
    return str(days_left) if 0 <= days_left < 100 else "!"


def _rests_on(one: Deadline) -> str:
    if not one.statutory:
        return _agreed(one.what)
    return " · ".join(filter(None, (one.article, one.caution)))


def _agreed(name: str) -> str:
    return _("working agreement “{name}”").format(name=name)
