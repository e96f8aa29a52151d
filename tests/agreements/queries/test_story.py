"""The story of a wish: from what tenants asked to the answer that they heard."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from desktop.agreements.actions.commitments import commitment_done
from desktop.agreements.actions.indicators import add_indicator
from desktop.agreements.actions.measuring import correct, measure
from desktop.agreements.actions.meetings import plan_meeting
from desktop.agreements.actions.proceedings import add_decision
from desktop.agreements.actions.signing import pass_without_replies
from desktop.agreements.actions.voices import add_input, discuss_input, reply_to, told
from desktop.agreements.queries.story import (
    StoryEvent,
    StoryKind,
    story_of_agreement,
    story_of_input,
)
from desktop.agreements.rules.indicators import IndicatorWish
from desktop.agreements.states import Direction, InputChannel, MeetingKind, ReplyDecision
from desktop.language.format import AMSTERDAM
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.agreed import Year, make_year
from tests.support.clock import Clock

K = StoryKind
WISH = "De hal van de Havenflat is ’s avonds donker."


@pytest.fixture
def year(store: Store, who: Actor, clock: Clock) -> Year:
    clock.move_to(datetime(2025, 9, 1, 10, tzinfo=AMSTERDAM))
    return make_year(store, who)


def on(clock: Clock, day: date) -> date:
    clock.move_to(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
    return day


@pytest.fixture
def wish(year: Year, clock: Clock) -> int:
    """A wish that goes the whole way."""
    store, who, agreement = year.store, year.who, year.agreements["BES-01"]
    on(clock, date(2025, 10, 1))
    wish = add_input(store, who, year.cycle, WISH, InputChannel.WALK, agreement_ids=[agreement])
    meeting = plan_meeting(
        store, who, year.cycle, on(clock, date(2025, 10, 9)), MeetingKind.TRIPARTITE, "Stadhuis"
    )
    discuss_input(store, who, wish, meeting)
    add_decision(store, who, meeting, "De corporatie vervangt de lampen.", agreement)
    on(clock, date(2025, 10, 20))
    year.rewrite("De corporatie vervangt de lampen in de hal.")
    on(clock, date(2025, 12, 4))
    pass_without_replies(store, who, year.cycle, "Het antwoord volgt als de lampen er hangen.")
    year.sign(year.seal())
    commitment_done(store, who, year.table.commitments[1], on(clock, date(2026, 5, 2)))
    indicator = add_indicator(
        store,
        who,
        agreement,
        IndicatorWish(
            name="vervangen lampen",
            unit="aantal",
            direction=Direction.UP,
            goal_on=date(2026, 12, 31),
            source="opzichter",
            baseline=Decimal(0),
            baseline_on=date(2025, 12, 31),
            goal=Decimal(20),
        ),
    )
    on(clock, date(2026, 7, 9))
    measured = measure(store, who, indicator, date(2026, 7, 1), Decimal(2), "opzichter")
    correct(store, who, measured, Decimal(12), remark="typefout")
    reply_to(store, who, wish, ReplyDecision.TAKEN, "De lampen hangen er.", year.corporation)
    told(store, who, wish, on(clock, date(2026, 7, 20)), "brief in de hal")
    return wish


def kinds(events: tuple[StoryEvent, ...]) -> list[StoryKind]:
    return [event.kind for event in events]


WHOLE_WAY = [
    K.ASKED,
    K.DISCUSSED,
    K.DECIDED,
    K.TEXT,
    K.AGREED,
    K.SIGNED,
    K.DONE,
    K.MEASURED,
    K.ANSWERED,
    K.TOLD,
]


def test_a_wish_goes_from_the_question_to_the_answer(year: Year, wish: int) -> None:
    with year.store.reading() as session:
        story = story_of_input(session, wish)
    assert kinds(story) == WHOLE_WAY
    assert [event.on for event in story] == sorted(event.on for event in story)
    words = {event.kind: event.words for event in story}
    assert words[K.ASKED] == WISH
    assert words[K.DISCUSSED] == "Overleg van de drie partijen · Stadhuis"
    assert words[K.MEASURED] == "vervangen lampen: 12"
    assert words[K.ANSWERED] == "Overgenomen. De lampen hangen er."
    assert words[K.TOLD] == "brief in de hal"


def test_what_was_before_the_question_is_not_in_its_story(year: Year, wish: int) -> None:
    with year.store.reading() as session:
        of_wish = story_of_input(session, wish)
        of_agreement = story_of_agreement(session, year.agreements["BES-01"])
    assert [event.heading for event in of_agreement if event.on < date(2025, 10, 1)] == [
        "BES-01: versie 1, van Morgenwonen",
        "BES-01: Alle partijen akkoord",
    ]
    assert set(of_wish) < set(of_agreement)


def test_a_question_about_nothing_yet_has_a_story_of_one_line(year: Year) -> None:
    wish = add_input(year.store, year.who, year.cycle, WISH, InputChannel.DESK)
    with year.store.reading() as session:
        [event] = story_of_input(session, wish)
    assert event.heading == "INB-01: huurders vroegen dit"
    assert event.place.id == wish


def test_a_story_of_what_is_gone_is_refused(year: Year) -> None:
    with year.store.reading() as session:
        for story in (story_of_input, story_of_agreement):
            with pytest.raises(Refused):
                story(session, 99)
