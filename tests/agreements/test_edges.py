"""What a year may hold that nobody expects: very many agreements, none that is measured, words of
any length and script, a leap day, and a goal that is where one stands already."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import insert
from sqlalchemy.orm import Session

from desktop.agreements.actions.agreements import change_agreement
from desktop.agreements.actions.budgets import agree_budget, spend
from desktop.agreements.actions.commitments import add_commitment
from desktop.agreements.actions.imports import take_in
from desktop.agreements.actions.indicators import add_indicator
from desktop.agreements.actions.means import grant_power
from desktop.agreements.actions.measuring import measure
from desktop.agreements.actions.voices import add_input, reply_to
from desktop.agreements.documents import printables, summary
from desktop.agreements.exchange.given import read_given
from desktop.agreements.exchange.writing import write_year
from desktop.agreements.model import Agreement, Clause
from desktop.agreements.panels.agreements import AgreementsPanel
from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.queries.lights import light_of
from desktop.agreements.queries.monitor import monitor
from desktop.agreements.rules.indicators import IndicatorWish
from desktop.agreements.states import (
    AgreementState,
    Direction,
    Expense,
    InputChannel,
    Light,
    ReplyDecision,
)
from desktop.estate.model import Organisation, OrganisationKind
from desktop.feature import Printable
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.widgets.desk import Desk
from tests.support.beleid import Table
from tests.support.clock import Clock
from tests.support.pdf import outside_the_page, words_of

MANY = 500
PAPERS = {paper.key: paper for paper in printables()}
# Of these the year of the table has nothing: no seal, bid, dispute or meeting.
NOT_HERE = {
    "agreements-signatures", "bid", "bid-letters", "dispute-file", "meeting-agenda",
    "meeting-report",
}  # fmt: skip
NOW = datetime(2026, 7, 15, 9, tzinfo=UTC)
ANY_SCRIPT = "Wonen 🏘️ voor عائلة en משפחה, naïef geschreven: <b>niet vet</b> & gewoon."


def _numbers(paper: Printable, session: Session) -> Sequence[str]:
    numbers = paper.example(session)
    assert numbers is not None
    return numbers


@pytest.fixture
def corporation(store: Store, who: Actor) -> None:
    with store.act(who, "test.corporation") as act:
        act.session.add(
            Organisation(
                kind=OrganisationKind.CORPORATION, name="Woonstichting Morgenwonen", city="M"
            )
        )


@pytest.fixture
def many(table: Table, corporation: None) -> Table:
    """The year of the table with 500 agreements in it, each with its text."""
    themes = [table.theme(code) for code in ("BES", "BET", "VER", "LEE", "ZOR", "PAR")]
    with table.store.act(table.who, "test.many") as act:
        act.session.execute(
            insert(Agreement),
            [
                {
                    "cycle_id": table.cycle,
                    "theme_id": themes[n % len(themes)],
                    "code": f"T-{n:03}",
                    "lineage": f"many-{n}",
                    "title": f"Afspraak nummer {n} over iets in de wijk",
                    "state": AgreementState.DRAFT,
                }
                for n in range(1, MANY)
            ],
        )
        ids = act.session.query(Agreement.id).filter(Agreement.code.like("T-%")).all()
        act.session.execute(
            insert(Clause),
            [
                {
                    "agreement_id": id,
                    "number": 1,
                    "text": "De corporatie doet dit.",
                    "plain_text": "Wij doen dit.",
                    "author_id": table.corporation,
                    "made_at": NOW,
                    "digest": "",
                }
                for (id,) in ids
            ],
        )
    return table


# Many ----------------------------------------------------------------------------------------


def test_a_list_of_five_hundred_is_whole_and_found_by_its_last_code(
    many: Table, desk: Desk, qtbot: QtBot
) -> None:
    cycle = ChosenCycle(desk)
    panel = AgreementsPanel(desk, cycle)
    cycle.setParent(panel)
    qtbot.addWidget(panel)
    panel.show()
    assert len(panel.list.rows) == MANY
    QTest.keyClicks(panel.list.filter, "T-499")
    assert [row.title for row in panel.list.rows] == ["Afspraak nummer 499 over iets in de wijk"]


def test_of_five_hundred_each_is_counted_once(many: Table) -> None:
    with many.store.reading() as session:
        report = monitor(session, many.cycle, date(2026, 7, 15))
    assert report.counts.total == MANY
    assert report.counts.nm == MANY


def test_five_hundred_do_not_fit_on_one_page_and_it_says_so(many: Table) -> None:
    with many.store.reading() as session, pytest.raises(Refused, match="kortere"):
        summary.make(session, many.cycle, NOW)


def test_in_large_print_five_hundred_go_over_pages(many: Table) -> None:
    paper = PAPERS["agreements-summary-large"]
    with many.store.reading() as session:
        made = paper.make(session, _numbers(paper, session), NOW)
    assert outside_the_page(made) == []
    assert words_of(made).count("Wij doen dit.") == MANY - 1


def test_five_hundred_go_out_and_come_in_without_a_change(many: Table, tmp_path: Path) -> None:
    path = tmp_path / "jaar.xlsx"
    with many.store.reading() as session:
        assert write_year(session, path, many.cycle, None)
    plan = take_in(many.store, many.who, read_given(path), many.cycle)
    assert (plan.brings, plan.wrong()) == (0, ())


# Words ---------------------------------------------------------------------------------------


@pytest.fixture
def written_in_any_script(table: Table, corporation: None, clock: Clock) -> Table:
    """Every text that goes on paper has emoji, words from right to left, marks of a page of the
    web and as many signs as fit."""
    store, who = table.store, table.who
    change_agreement(store, who, table.agreement, title=ANY_SCRIPT, short_title="🏘️ עוד בתים")
    clause = table.write(table.agreement, ANY_SCRIPT * 140, ANY_SCRIPT, after=1)
    table.agree(clause)
    add_commitment(store, who, table.agreement, table.tenants, ANY_SCRIPT * 5)
    wish = IndicatorWish(
        ANY_SCRIPT[:60], Direction.UP, date(2026, 12, 31), ANY_SCRIPT, unit="🏠",
        baseline=Decimal(0), baseline_on=date(2025, 12, 31), goal=Decimal(60),
    )  # fmt: skip
    indicator = add_indicator(store, who, table.agreement, wish)
    clock.move_to(NOW)
    measure(store, who, indicator, date(2026, 7, 1), Decimal(3), ANY_SCRIPT)
    asked = add_input(
        store, who, table.cycle, ANY_SCRIPT * 20, InputChannel.LETTER,
        may_quote=True, agreement_ids=[table.agreement], confirmed=True,
    )  # fmt: skip
    reply_to(store, who, asked, ReplyDecision.PARTLY, ANY_SCRIPT * 20, table.corporation)
    budget = agree_budget(store, who, table.tenants, NOW.year, 100_000)
    spend(store, who, budget, Expense.OTHER, ANY_SCRIPT[:160], 50_000)
    grant_power(store, who, table.tenants, ANY_SCRIPT * 20)
    return table


@pytest.mark.parametrize("key", sorted(PAPERS.keys() - NOT_HERE))
def test_a_paper_stands_words_of_any_length_and_script(
    written_in_any_script: Table, key: str
) -> None:
    paper = PAPERS[key]
    with written_in_any_script.store.reading() as session:
        made = paper.make(session, _numbers(paper, session), NOW)
    assert outside_the_page(made) == []


# Numbers and days ----------------------------------------------------------------------------


def test_a_leap_day_is_a_day_of_the_way(table: Table, clock: Clock) -> None:
    wish = IndicatorWish(
        "woningen", Direction.UP, date(2028, 12, 31), "lijst", unit="aantal",
        baseline=Decimal(0), baseline_on=date(2027, 12, 31), goal=Decimal(61),
    )  # fmt: skip
    indicator = add_indicator(table.store, table.who, table.agreement, wish)
    clock.move_to(datetime(2028, 3, 1, 9, tzinfo=UTC))
    measure(table.store, table.who, indicator, date(2028, 2, 29), Decimal(10), "lijst")
    with table.store.reading() as session:
        told = light_of(session, table.agreement, date(2028, 3, 1)).indicators[0]
    # Sixty of 366 days are over on 29 February: 61 × 60 / 366 is exactly 10.
    assert (told.light, told.reckoned.expected) == (Light.ON, Decimal(10))


@pytest.mark.parametrize(("value", "light"), [("100", Light.ON), ("99", Light.OFF)])
def test_what_must_stay_where_it_is_with_no_margin_is_green_or_red(
    table: Table, clock: Clock, value: str, light: Light
) -> None:
    wish = IndicatorWish(
        "woningen", Direction.UP, date(2026, 12, 31), "lijst", unit="aantal",
        baseline=Decimal(100), baseline_on=date(2025, 12, 31), goal=Decimal(100),
        margin_absolute=Decimal(0),
    )  # fmt: skip
    indicator = add_indicator(table.store, table.who, table.agreement, wish)
    clock.move_to(NOW)
    measure(table.store, table.who, indicator, date(2026, 7, 1), Decimal(value), "lijst")
    with table.store.reading() as session:
        assert light_of(session, table.agreement, date(2026, 7, 15)).light is light
