"""The week on paper."""

from __future__ import annotations

from datetime import timedelta

from desktop.feature import Due, Feature, Place, Urgency, WeekItem
from desktop.store import Actor, Store
from desktop.today import documents
from tests.support.pdf import language_of, words_of
from tests.support.world import make_world


def test_it_has_what_is_due_by_urgency_and_the_days_of_the_week(store: Store, who: Actor):
    make_world(store, who)
    now = store.now()
    feature = Feature(
        "viewings",
        lambda: "Buren",
        due=lambda session, moment: [
            Due("2", "Gastheren zoeken", "Kadeflat 214", Urgency.SOON, "Open", Place("viewings")),
            Due(
                "1",
                "Antwoord is te laat",
                "Kadeflat 118",
                Urgency.LATE,
                "Open",
                Place("viewings"),
                article="Awb, art. 4:13",
            ),
        ],
        week=lambda session, first, last: [
            WeekItem(now + timedelta(days=1), "Bezichtiging Kadeflat 214", Place("viewings"))
        ],
    )
    with store.reading() as session:
        paper = documents.week(session, [feature], now)
    words = words_of(paper)
    assert words.index("Antwoord is te laat") < words.index("Gastheren zoeken")
    assert "Awb, art. 4:13" in words
    assert "dinsdag 24 november 10:00 Bezichtiging Kadeflat 214" in words
    assert language_of(paper) == "nl-NL"


def test_a_quiet_week_says_so(store: Store, who: Actor):
    make_world(store, who)
    with store.reading() as session:
        words = words_of(documents.week(session, [], store.now()))
    assert "Er hoeft nu niets te gebeuren." in words
    assert "Deze week staat er niets in de agenda." in words
