from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from desktop.feature import Due, Place, Urgency, WeekItem
from desktop.language.format import AMSTERDAM
from desktop.refused import Refused
from desktop.store import Store
from desktop.today.queries import day, when_in_words
from tests.support.features import Made

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=AMSTERDAM)  # a Monday
HERE = Place("buren")


def due(title: str, urgency: Urgency, when: datetime | None = None) -> Due:
    return Due("!", title, "", urgency, "Openen", HERE, when)


@pytest.mark.parametrize(
    ("when", "urgency", "words"),
    [
        (NOW - timedelta(days=3), Urgency.LATE, "3 dagen te laat"),
        (NOW - timedelta(days=1), Urgency.LATE, "1 dag te laat"),
        (NOW - timedelta(hours=2), Urgency.LATE, "te laat sinds 08:00"),
        (NOW + timedelta(hours=5, minutes=10), Urgency.TODAY, "vandaag 15:10"),
        (NOW.replace(hour=0), Urgency.TODAY, "vandaag"),
        (NOW.replace(hour=23, minute=59, second=59), Urgency.TODAY, "vandaag"),
        (NOW + timedelta(days=1), Urgency.SOON, "morgen 10:00"),
        (NOW + timedelta(days=22), Urgency.LATER, "over 22 dagen"),
        (None, Urgency.TODAY, "vandaag"),
        (None, Urgency.LATE, "te laat"),
        (None, Urgency.LATER, ""),
    ],
)
def test_a_term_is_told_in_words(when: datetime | None, urgency: Urgency, words: str) -> None:
    assert when_in_words(due("x", urgency, when), NOW) == words


def test_days_are_counted_by_the_calendar_and_not_by_24_hours() -> None:
    late_evening = NOW.replace(hour=23, minute=30)
    next_morning = late_evening + timedelta(hours=2)
    assert when_in_words(due("x", Urgency.SOON, next_morning), late_evening) == "morgen 01:30"


def test_a_day_over_the_change_of_the_clocks_is_one_day() -> None:
    saturday = datetime(2027, 3, 27, 12, 0, tzinfo=AMSTERDAM)
    sunday = datetime(2027, 3, 28, 12, 0, tzinfo=AMSTERDAM)
    assert when_in_words(due("x", Urgency.SOON, sunday), saturday) == "morgen 12:00"


def test_urgency_comes_before_time_and_what_has_no_time_comes_last(store: Store) -> None:
    buren = Made(
        "buren",
        due=[
            due("later", Urgency.LATER, NOW - timedelta(days=9)),
            due("vandaag zonder tijd", Urgency.TODAY),
            due("vandaag", Urgency.TODAY, NOW),
            due("te laat", Urgency.LATE, NOW),
        ],
    )
    with store.reading() as session:
        shown = day(session, (buren.feature(),), NOW)
    titles = [one.due.title for one in shown.due]
    assert titles == ["te laat", "vandaag", "vandaag zonder tijd", "later"]
    assert {one.tab for one in shown.due} == {"Buren"}


def test_what_one_tab_cannot_read_hides_nothing_of_the_others(store: Store) -> None:
    def refuse(*_asked: object) -> list[WeekItem]:
        raise Refused("Van het jaar 1926 kennen wij de regels niet.")

    broken = replace(Made("beheer", due=[due("half", Urgency.TODAY)]).feature(), week=refuse)
    buren = Made("buren", due=[due("meelezen", Urgency.TODAY)]).feature()
    with store.reading() as session:
        shown = day(session, (broken, buren), NOW)
    told, kept = sorted((one.due for one in shown.due), key=lambda one: one.title == "meelezen")
    assert kept.title == "meelezen"
    assert (told.detail, told.place) == (
        "Van het jaar 1926 kennen wij de regels niet.", Place("beheer"),
    )  # fmt: skip


def test_what_is_for_today_comes_before_what_is_for_tomorrow(store: Store) -> None:
    buren = Made(
        "buren",
        due=[
            due("herinneren", Urgency.TODAY, NOW + timedelta(days=1)),
            due("meelezen", Urgency.TODAY),
        ],
    )
    with store.reading() as session:
        shown = day(session, (buren.feature(),), NOW)
    assert [one.due.title for one in shown.due] == ["meelezen", "herinneren"]


def test_the_week_runs_from_today_up_to_and_including_sunday(store: Store) -> None:
    days = [NOW + timedelta(days=n) for n in (-1, 0, 6, 7)]
    buren = Made("buren", week=[WeekItem(at, f"{at:%d}", HERE) for at in days])
    with store.reading() as session:
        shown = day(session, (buren.feature(),), NOW)
    assert [item.title for item in shown.week] == ["23", "29"]
