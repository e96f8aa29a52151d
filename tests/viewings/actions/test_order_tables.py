"""R14: the order table of a decision goes after 24 months, and what is asked later says so."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest

from desktop.language.format import AMSTERDAM, local
from desktop.refused import Refused
from desktop.store import Store
from desktop.store.audit import PROGRAM, ErasableValue
from desktop.store.backup import back_up, backups, forget_in_backups
from desktop.store.verify import verify
from desktop.viewings.actions.decisions import add_complaint, close_complaint
from desktop.viewings.actions.order_tables import remove_order_tables
from desktop.viewings.actions.withdrawals import back_out
from desktop.viewings.documents import records
from desktop.viewings.feature import feature
from desktop.viewings.model import Decision, EvaluationSnapshot
from desktop.viewings.queries.decisions import order_lines, trail
from desktop.viewings.queries.evaluation import Evaluation, evaluation
from desktop.viewings.queries.exporting import export_vacancies
from desktop.viewings.queries.papers import addressed
from desktop.viewings.rules.retention import order_removal_day
from desktop.viewings.states import ComplaintAbout
from tests.support import steps
from tests.support.clock import Clock
from tests.support.pdf import words_of
from tests.support.pilot import PilotWorld, Went
from tests.support.steps import Letting, bring
from tests.support.world import make_organisations

# Only in an order table: the VERA code of an answer, by its name.
ONLY_THERE = b'"vera":'


def decided_on(letting: Letting) -> date:
    with letting.store.reading() as session:
        read_at = session.get_one(Decision, letting.decision).read_at
    assert read_at is not None
    return local(read_at).date()


def move_to(letting: Letting, day: date) -> None:
    letting.clock.move_to(datetime.combine(day, time(9), AMSTERDAM))


def on_the_day(letting: Letting) -> Letting:
    """Let, wiped, and 24 months later to the day."""
    bring(letting, steps.wipe)
    move_to(letting, order_removal_day(decided_on(letting)))
    return letting


def holds(letting: Letting) -> bool:
    """Whether anything of an order table stands in the file, beside it, or in a backup."""
    data = letting.store.path
    assert data is not None
    files = [*data.parent.glob(f"{data.name}*"), *(backup.path for backup in backups(data))]
    return any(ONLY_THERE in path.read_bytes() for path in files if path.is_file())


def test_r14_the_day_before_the_order_table_is_still_there(letting: Letting) -> None:
    bring(letting, steps.wipe)
    day = order_removal_day(decided_on(letting))
    move_to(letting, date.fromordinal(day.toordinal() - 1))
    assert remove_order_tables(letting.store) == 0
    with letting.store.reading() as session:
        assert len(order_lines(session, letting.decision)) == 4


def test_r14_on_the_day_the_program_removes_the_order_table_by_itself(any_letting: Letting) -> None:
    letting = on_the_day(any_letting)
    feature().catch_up(letting.store)
    with letting.store.reading() as session:
        decision = session.get_one(Decision, letting.decision)
        assert (decision.order_table, decision.order_removed_on) == ([], letting.today)
        assert order_lines(session, letting.decision) == []
        assert session.query(ErasableValue).filter_by(table="decision").count() == 0
        newest = trail(session, letting.vacancy)[0]
        assert (newest.action, newest.actor) == ("viewings.order_tables.remove", PROGRAM.name)
        assert verify(session).whole


def test_r14_what_went_is_not_removed_again(letting: Letting) -> None:
    on_the_day(letting)
    assert remove_order_tables(letting.store) == 1
    assert remove_order_tables(letting.store) == 0


def test_r14_no_byte_of_the_order_table_is_left_in_the_file_or_its_backups(
    letting: Letting,
) -> None:
    bring(letting, steps.wipe)
    data = letting.store.path
    assert data is not None
    back_up(data, None, letting.store.now())
    assert holds(letting)
    move_to(letting, order_removal_day(decided_on(letting)))
    remove_order_tables(letting.store)
    assert forget_in_backups(data) == 1
    assert not holds(letting)


def test_r14_nothing_before_the_removal_can_be_undone(letting: Letting) -> None:
    on_the_day(letting)
    add_and_close_complaint(letting)
    letting.store.undo(letting.author)
    letting.store.redo(letting.author)
    remove_order_tables(letting.store)
    with pytest.raises(Refused):
        letting.store.undo(letting.author)


def add_and_close_complaint(letting: Letting) -> None:
    close_complaint(letting.store, letting.author, complain(letting), "Excuses gemaakt.")


def complain(letting: Letting) -> int:
    return add_complaint(
        letting.store,
        letting.author,
        letting.vacancy,
        None,
        ComplaintAbout.ORDER,
        letting.today,
        "De volgorde klopt niet.",
    )


def test_r14_an_open_complaint_keeps_the_order_table(letting: Letting) -> None:
    on_the_day(letting)
    complaint = complain(letting)
    assert remove_order_tables(letting.store) == 0
    close_complaint(letting.store, letting.author, complaint, "Excuses gemaakt.")
    assert remove_order_tables(letting.store) == 1


def test_r14_the_decision_file_says_when_the_order_went(letting: Letting) -> None:
    on_the_day(letting)
    with letting.store.act(PROGRAM, "test.letterhead") as act:
        make_organisations(act.session)
    remove_order_tables(letting.store)
    with letting.store.reading() as session:
        words = words_of(records.dossier(session, [letting.decision], letting.store.now()))
    assert "De volgorde van de kandidaten is weggehaald op" in words
    assert "Dat gebeurt 24 maanden na het besluit" in words


def test_r14_no_letter_gives_a_reason_that_is_no_longer_there(letting: Letting) -> None:
    bring(letting, steps.letters)
    move_to(letting, order_removal_day(decided_on(letting)))
    remove_order_tables(letting.store)
    with letting.store.reading() as session, pytest.raises(Refused, match="weggehaald"):
        addressed.decision_letters(session, letting.decision)


def test_r14_without_its_order_table_a_decision_does_not_lapse_any_more(letting: Letting) -> None:
    bring(letting, steps.letters)
    move_to(letting, order_removal_day(decided_on(letting)))
    remove_order_tables(letting.store)
    with pytest.raises(Refused, match="weggehaald"):
        back_out(letting.store, letting.author, letting.decision, "HUU", letting.today)


def test_r14_the_table_of_vacancies_says_when_the_order_went(
    letting: Letting, tmp_path: Path
) -> None:
    on_the_day(letting)
    remove_order_tables(letting.store)
    path = tmp_path / "vacancies.csv"
    with letting.store.reading() as session:
        export_vacancies(session, path, [], letting.store.now())
    heading, line = path.read_text("utf-8-sig").splitlines()
    assert heading.endswith("Volgorde van de kandidaten weggehaald op")
    assert line.endswith(letting.today.isoformat())


# The evaluation ----------------------------------------------------------------------------


@pytest.fixture
def pilot(any_store: Store, clock: Clock) -> Store:
    """Six lettings; at one of them somebody with priority was passed over without a code."""
    with any_store.act(PROGRAM, "test.pilot") as act:
        world = PilotWorld(act.session)
        kade = world.complex("Kadeflat")
        for place in range(6):
            world.let(kade, Went(passed_over=place == 0))
    clock.move_to(datetime(2028, 4, 1, 9, tzinfo=AMSTERDAM))
    return any_store


def counted(store: Store) -> Evaluation:
    with store.reading() as session:
        return evaluation(session, store.now())


def test_r14_the_evaluation_counts_the_same_after_the_order_tables_went(pilot: Store) -> None:
    before = counted(pilot)
    assert remove_order_tables(pilot) == 6
    after = counted(pilot)
    assert after.lines == before.lines
    assert after.answers == before.answers


def test_r14_the_evaluation_says_what_was_removed(pilot: Store) -> None:
    remove_order_tables(pilot)
    assert counted(pilot).limits[-1] == (
        "Van 6 woningen is de volgorde van de kandidaten weggehaald, het laatst op 1 april 2028: "
        "die bewaren wij 24 maanden. Wat wij erin telden, is bewaard."
    )


def test_r14_the_evaluation_is_kept_before_order_tables_go(pilot: Store) -> None:
    remove_order_tables(pilot)
    with pilot.reading() as session:
        [kept] = session.query(EvaluationSnapshot)
        assert (kept.scope, kept.staff_id, kept.kept_at) == ("Kadeflat", None, pilot.now())
        [passed] = [line for line in kept.measures if line["measure"] == "passed_without_code"]
    assert passed["results"][0]["value"] == 1
