"""What Beleid adds to Vandaag: each with its day, what sets it, and one thing to do."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from desktop.agreements.actions.advices import ask_advice
from desktop.agreements.actions.measuring import explain
from desktop.agreements.actions.meetings import papers_sent, plan_meeting
from desktop.agreements.actions.proceedings import add_action
from desktop.agreements.actions.requests import answer_information, ask_information
from desktop.agreements.actions.voices import add_input, reply_to
from desktop.agreements.model import Cycle
from desktop.agreements.queries.due import due, figures, week
from desktop.agreements.states import CycleState, InputChannel, MeetingKind, ReplyDecision
from desktop.feature import Due, Figure, Place, Urgency, WeekItem
from desktop.language.format import AMSTERDAM
from desktop.store import Actor, Store
from desktop.today.queries import when_in_words
from tests.support.clock import Clock
from tests.support.measured import Year, morgenveld
from tests.support.statutory import POLICY_ON, SENT_ON, Talks, begin_talks

MONDAY = date(2026, 11, 23)


@pytest.fixture
def talks(store: Store, who: Actor, clock: Clock) -> Talks:
    """The bid is with everybody, and it is Monday 23 November 2026."""
    made = begin_talks(store, who, clock)
    made.sent_bid(received=dict.fromkeys(made.receivers, SENT_ON))
    meet(made, date(2026, 3, 9), MeetingKind.EVALUATION)
    meet(made, date(2026, 5, 20), MeetingKind.TENANTS)
    made.on(MONDAY)
    return made


def meet(talks: Talks, on: date, kind: MeetingKind, starts: str = "") -> int:
    return plan_meeting(talks.store, talks.who, talks.cycle, on, kind, starts=starts)


def ask(talks: Talks, received_on: date, place: str = "Havenkwartier") -> int:
    return add_input(
        talks.store, talks.who, talks.cycle, "Zet een bank bij de lift.", InputChannel.LETTER,
        received_on, place,
    )  # fmt: skip


def shown(talks: Talks) -> list[Due]:
    with talks.store.reading() as session:
        return due(session, talks.clock())


def titled(talks: Talks, words: str) -> Due:
    return next(one for one in shown(talks) if words in one.title)


def titles(talks: Talks) -> list[str]:
    return [one.title for one in shown(talks)]


def numbers(talks: Talks) -> list[Figure]:
    with talks.store.reading() as session:
        return figures(session, talks.clock())


def test_a_statutory_day_comes_into_view_a_month_before(talks: Talks) -> None:
    papers = "Stukken bij minister, gemeente en huurders"
    talks.on(date(2026, 11, 13))
    assert papers not in titles(talks)
    talks.on(date(2026, 11, 14))
    one = titled(talks, papers)
    assert (one.urgency, one.badge) == (Urgency.LATER, "30")
    assert one.place == Place("agreements", "cycle", talks.cycle, "deadlines")
    assert one.article.startswith("Woningwet, art. 44a lid 1")
    assert when_in_words(one, talks.clock()) == "over 30 dagen"


def test_on_its_day_it_is_for_today_and_then_it_is_late(talks: Talks) -> None:
    papers = "Stukken bij minister, gemeente en huurders"
    talks.on(date(2026, 12, 14))
    assert titled(talks, papers).urgency is Urgency.TODAY
    talks.on(date(2026, 12, 15))
    late = titled(talks, papers)
    assert (late.urgency, late.badge) == (Urgency.LATE, "!")


def test_a_working_agreement_comes_into_view_a_week_before_and_is_called_one(
    talks: Talks,
) -> None:
    one = titled(talks, "Besluiten van de partijen")
    assert one.article == "werkafspraak ‘Besluiten van de partijen’"
    talks.on(date(2026, 11, 22))
    assert "Besluiten van de partijen" not in titles(talks)


def test_the_yearly_talk_with_tenants_comes_into_view_on_1_october(
    store: Store, who: Actor, clock: Clock
) -> None:
    early = begin_talks(store, who, clock)
    talk = "Jaarlijks overleg met de huurders"
    early.on(date(2026, 9, 30))
    assert talk not in titles(early)
    early.on(date(2026, 10, 1))
    assert titled(early, talk).urgency is Urgency.LATER
    meet(early, date(2026, 10, 1), MeetingKind.TENANTS)
    assert talk not in titles(early)


def test_what_nobody_records_is_gone_once_its_day_is_over(talks: Talks) -> None:
    talks.on(date(2026, 12, 1))
    assert "Besluiten van de partijen" not in titles(talks)


def test_what_is_done_is_not_due(talks: Talks) -> None:
    assert "Bod bij gemeente en huurders" not in titles(talks)


def test_a_bid_that_somebody_does_not_have_leads_to_the_bid(
    store: Store, who: Actor, clock: Clock
) -> None:
    early = begin_talks(store, who, clock)
    early.on(date(2026, 6, 25))
    one = titled(early, "Bod bij gemeente en huurders")
    assert one.place == Place("agreements", "cycle", early.cycle, "bid")
    assert one.action == "Bod openen"
    assert one.urgency is Urgency.SOON


def test_once_the_parties_signed_the_way_there_is_no_longer_due(
    store: Store, who: Actor, clock: Clock
) -> None:
    talks = begin_talks(store, who, clock)
    assert "Bod bij gemeente en huurders" in titles(talks)
    talks.sign()
    assert titles(talks) == [
        "Stukken bij minister, gemeente en huurders",
        "Jaarlijks overleg met de huurders",
    ]


def test_a_year_that_has_ended_asks_nothing(talks: Talks) -> None:
    with talks.store.act(talks.who, "test.ended") as act:
        act.session.get_one(Cycle, talks.cycle).state = CycleState.CLOSED
    assert shown(talks) == []


def test_the_term_of_an_advice_is_due(talks: Talks) -> None:
    ask_advice(
        talks.store, talks.who, talks.cycle, talks.tenants, "Woonlasten", "Daarom.", "Geen.",
        date(2026, 10, 19),
    )  # fmt: skip
    one = titled(talks, "Woonlasten")
    assert one.article.startswith("Overlegwet, art. 5 lid 1")
    assert one.when is not None
    assert one.when.date() == date(2026, 11, 30)


def test_a_question_is_due_in_the_last_week_of_its_term(talks: Talks) -> None:
    asked = ask(talks, MONDAY - timedelta(days=35))
    ask(talks, MONDAY - timedelta(days=34))
    (one,) = [one for one in shown(talks) if one.place.kind == "tenant_input"]
    assert one.title == "Beantwoord inbreng INB-01"
    assert one.place == Place("agreements", "tenant_input", asked)
    assert one.detail == "Havenkwartier"
    assert when_in_words(one, talks.clock()) == "over 7 dagen"


def test_data_that_a_party_asked_for_are_due_until_it_has_them(talks: Talks) -> None:
    request = ask_information(
        talks.store, talks.who, talks.cycle, talks.tenants, "De energielabels", MONDAY
    )
    talks.on(date(2026, 11, 29))
    assert "Huurdersvereniging Samen Morgenveld vroeg om gegevens" not in titles(talks)
    talks.on(date(2026, 12, 1))
    one = titled(talks, "vroeg om gegevens")
    assert (one.detail, one.urgency) == ("De energielabels", Urgency.SOON)
    assert one.article == "werkafspraak ‘Antwoord op een vraag om gegevens’"
    answer_information(talks.store, talks.who, request, True, "")
    assert "Huurdersvereniging Samen Morgenveld vroeg om gegevens" not in titles(talks)


def test_what_tenants_asked_does_not_stand_in_the_list(talks: Talks) -> None:
    ask(talks, MONDAY - timedelta(days=50))
    assert not any("bank" in one.title + one.detail for one in shown(talks))


def test_many_questions_stand_in_one_line(talks: Talks) -> None:
    for n in range(4):
        ask(talks, MONDAY - timedelta(days=43 + n))
    (one,) = [one for one in shown(talks) if one.place.kind == "tenant_input"]
    assert one.title == "4 vragen van huurders wachten op antwoord"
    assert one.urgency is Urgency.LATE
    assert when_in_words(one, talks.clock()) == "4 dagen te laat"


def test_papers_go_out_a_week_before_a_meeting(talks: Talks) -> None:
    meeting = meet(talks, date(2026, 12, 3), MeetingKind.TRIPARTITE)
    one = titled(talks, "Stukken nog niet verstuurd")
    assert one.place == Place("agreements", "meeting", meeting)
    assert one.when is not None
    assert one.when.date() == date(2026, 11, 26)
    papers_sent(talks.store, talks.who, meeting, MONDAY)
    assert not any("niet verstuurd" in title for title in titles(talks))


def test_an_action_of_a_meeting_is_due(talks: Talks) -> None:
    meeting = meet(talks, date(2026, 11, 5), MeetingKind.TRIPARTITE)
    add_action(
        talks.store, talks.who, meeting, "Kaart van de wijk sturen", talks.municipality,
        due_on=date(2026, 11, 20),
    )  # fmt: skip
    one = titled(talks, "Kaart van de wijk sturen")
    assert one.urgency is Urgency.LATE
    assert one.detail == "Gemeente Morgenveld"


def test_the_week_shows_meetings_with_their_hour_if_there_is_one(talks: Talks) -> None:
    meet(talks, date(2026, 11, 26), MeetingKind.EVENING, "19:30")
    meet(talks, date(2026, 11, 29), MeetingKind.TRIPARTITE)
    meet(talks, date(2026, 11, 30), MeetingKind.TRIPARTITE)
    with talks.store.reading() as session:
        items = week(session, MONDAY, date(2026, 11, 29))
    assert [item.at for item in items] == [
        datetime(2026, 11, 26, 19, 30, tzinfo=AMSTERDAM),
        datetime(2026, 11, 29, tzinfo=AMSTERDAM),
    ]
    assert isinstance(items[0], WeekItem)
    assert items[0].title == "Bewonersavond"


def test_the_figure_counts_questions_without_answer(talks: Talks) -> None:
    assert numbers(talks) == []
    answered = ask(talks, MONDAY - timedelta(days=60))
    ask(talks, MONDAY - timedelta(days=43))
    ask(talks, MONDAY)
    reply_to(talks.store, talks.who, answered, ReplyDecision.TAKEN, "", talks.corporation)
    (figure,) = numbers(talks)
    assert figure.value == "2"
    assert figure.meaning == "vragen van huurders wachten op antwoord\n1 is te laat"
    assert figure.tone == "red"


@pytest.fixture
def year(store: Store, clock: Clock) -> Year:
    """The agreements of Morgenveld for 2026, running, as they stand on 15 July 2026."""
    made = morgenveld(store)
    clock.move_to(datetime(2026, 7, 15, 9, tzinfo=AMSTERDAM))
    with store.act(Actor(None, "test"), "test.running") as act:
        act.session.get_one(Cycle, made.cycle).state = CycleState.RUNNING
    return made


def explained(store: Store, clock: Clock) -> list[Due]:
    with store.reading() as session:
        return [one for one in due(session, clock()) if one.place.part == "measuring"]


def test_an_explanation_that_was_put_off_is_due(
    store: Store, who: Actor, clock: Clock, year: Year
) -> None:
    explain(store, who, year.agreements["VER-01"], date(2026, 7, 15))
    (one,) = explained(store, clock)
    assert one.title == "Leg uit hoe het staat met VER-01"
    assert one.place == Place("agreements", "agreement", year.agreements["VER-01"], "measuring")


def test_what_goes_well_again_needs_no_explanation(
    store: Store, who: Actor, clock: Clock, year: Year
) -> None:
    explain(store, who, year.agreements["BES-01"], date(2026, 7, 15))
    assert explained(store, clock) == []


def test_a_measure_is_due_on_its_day(store: Store, who: Actor, clock: Clock, year: Year) -> None:
    explain(
        store, who, year.agreements["VER-01"], date(2026, 7, 15), "De vergunning kwam laat.",
        "Tweede ploeg inhuren", "projectleider", date(2026, 7, 20),
    )  # fmt: skip
    (one,) = explained(store, clock)
    assert one.title == "Tweede ploeg inhuren"
    assert one.detail == "VER-01 · projectleider"
    assert one.urgency is Urgency.SOON


def test_the_figure_counts_what_is_off_track(store: Store, clock: Clock, year: Year) -> None:
    with store.reading() as session:
        (figure,) = figures(session, clock())
    assert figure.value == "3 van 18"
    assert figure.meaning == "afspraken niet op koers\nAfspraken 2026"
    assert figure.place == Place("agreements", "cycle", year.cycle, "monitor")


def test_an_old_year_without_policy_still_works(store: Store, who: Actor, clock: Clock) -> None:
    talks = begin_talks(store, who, clock, 2015, POLICY_ON)
    talks.on(date(2015, 10, 20))
    assert "Bod bij gemeente en huurders" in titles(talks)
