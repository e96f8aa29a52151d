"""The chapters and priorities that every corporation starts with."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from desktop.agreements.actions.seeds import ensure_seeds
from desktop.agreements.model import NationalPriority, Theme
from desktop.agreements.states import BidLetter
from desktop.store import Actor, Store


def themes(store: Store) -> list[Theme]:
    with store.reading() as session:
        found = list(session.scalars(select(Theme).order_by(Theme.position)))
        session.expunge_all()
        return found


def test_there_are_six_chapters_in_plain_words(store: Store) -> None:
    ensure_seeds(store)
    assert [(theme.code, theme.plain_name) for theme in themes(store)] == [
        ("BES", "Genoeg woningen"),
        ("BET", "Een huur die past"),
        ("VER", "Warme woningen"),
        ("LEE", "Een fijne buurt"),
        ("ZOR", "Wonen en zorg"),
        ("PAR", "Samen beslissen"),
    ]


def test_the_chapters_together_cover_the_bid(store: Store) -> None:
    ensure_seeds(store)
    letters = {letter for theme in themes(store) for letter in theme.bid_letters}
    assert letters == {letter.value for letter in BidLetter}


def test_the_priorities_of_the_minister_have_their_years(store: Store) -> None:
    ensure_seeds(store)
    with store.reading() as session:
        priorities = session.scalars(select(NationalPriority)).all()
        assert len(priorities) == 4
        assert {p.valid_from for p in priorities} == {date(2016, 1, 1)}
        assert {p.valid_to for p in priorities} == {date(2019, 12, 31)}


def test_they_come_once_and_what_people_changed_stays(store: Store, who: Actor) -> None:
    ensure_seeds(store)
    with store.act(who, "test.theme") as act:
        theme = act.session.scalars(select(Theme).where(Theme.code == "PAR")).one()
        theme.plain_name = "Meedoen"
    ensure_seeds(store)
    assert len(themes(store)) == 6
    assert themes(store)[5].plain_name == "Meedoen"
