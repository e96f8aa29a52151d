from __future__ import annotations

import threading
import weakref
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.paper import Paper
from desktop.estate.actions import add_complex, change_complex
from desktop.estate.facts import ComplexFacts
from desktop.estate.field_words import WORDING
from desktop.estate.queries import complexes
from desktop.feature import Place
from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Changed, Store
from desktop.widgets.desk import Desk
from desktop.widgets.form import Form
from desktop.widgets.job import Job, Progress
from tests.support.screens import is_dead

KADEFLAT = ComplexFacts(code="KF", name="Kadeflat")


def add(desk: Desk) -> int | None:
    return desk.act(lambda: add_complex(desk.store, desk.who, KADEFLAT))


def names(desk: Desk) -> list[str]:
    with desk.reading() as session:
        return [line.facts.name for line in complexes(session)]


def test_an_action_gives_back_what_it_made_and_tells_every_screen(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.changed) as told:
        made = add(desk)
    assert made is not None
    assert isinstance(told.args[0], Changed)
    assert "complex" in told.args[0].tables


def test_a_refusal_stands_at_the_field_it_names(desk: Desk, qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    field = form.text("code", "Code")
    form.show()
    add(desk)
    assert desk.act(lambda: add_complex(desk.store, desk.who, KADEFLAT), form) is None
    assert "KF" in field.refusal


def test_a_refusal_goes_away_when_the_user_types(desk: Desk, qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    field = form.text("code", "Code")
    form.show()
    desk.show_refusal(Refused("Kan niet.", "code"), form)
    field.input.set_value("iets anders")
    assert field.refusal == ""


def test_a_refusal_without_a_field_is_said_in_the_message_bar(desk: Desk, qtbot: QtBot) -> None:
    def work() -> None:
        raise Refused("Dat kan nu niet.")

    with qtbot.waitSignal(desk.said) as said:
        assert not desk.did(work)
    assert said.args == ["Dat kan nu niet."]


def test_trouble_of_the_program_is_told_in_words_and_what_was_typed_stays(
    desk: Desk, qtbot: QtBot
) -> None:
    form = Form()
    qtbot.addWidget(form)
    form.text("name", "Naam", "Havenflat")
    form.show()

    def work() -> None:
        raise ZeroDivisionError

    assert not desk.did(work, form)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "niets kwijt" in box.informativeText()
    assert form.value("name") == "Havenflat"
    box.close()
    assert is_dead(box)


def two_people_change_the_name(desk: Desk) -> tuple[int, int]:
    """A complex that a colleague changed after this user saw it: its id and version seen."""
    made = add(desk)
    assert made is not None
    theirs = ComplexFacts(code="KF", name="Van de collega")
    change_complex(desk.store, desk.who, made, theirs, 1)
    return made, 1


def press_in_conflict(name: str, shown: list[str]) -> None:
    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(10, press)
            return
        shown.extend(label.text() for label in box.findChildren(QWidget) if hasattr(label, "text"))
        button = box.findChild(QPushButton, name)
        assert button is not None
        button.click()

    QTimer.singleShot(0, press)


def test_when_two_people_wrote_both_values_show_and_mine_can_win(desk: Desk) -> None:
    complex_id, seen = two_people_change_the_name(desk)
    mine = ComplexFacts(code="KF", name="Van mij")
    desk.wording = lambda: WORDING
    shown: list[str] = []
    press_in_conflict("mine", shown)
    desk.did(
        lambda: change_complex(desk.store, desk.who, complex_id, mine, seen),
        again=lambda: change_complex(desk.store, desk.who, complex_id, mine),
    )
    assert {_("name"), "Van de collega", "Van mij"} <= set(shown)
    assert names(desk) == ["Van mij"]


def test_when_two_people_wrote_the_other_can_stay(desk: Desk) -> None:
    complex_id, seen = two_people_change_the_name(desk)
    mine = ComplexFacts(code="KF", name="Van mij")
    press_in_conflict("theirs", [])
    done = desk.did(
        lambda: change_complex(desk.store, desk.who, complex_id, mine, seen),
        again=lambda: change_complex(desk.store, desk.who, complex_id, mine),
    )
    assert not done
    assert names(desk) == ["Van de collega"]


def test_what_another_window_wrote_shows_here_too(
    desk: Desk, data: Path, who: Actor, qtbot: QtBot
) -> None:
    other = Store.open(data)
    add_complex(other, who, KADEFLAT)
    other.close()
    with qtbot.waitSignal(desk.changed) as told:
        desk.look_outside()
    assert "complex" in told.args[0].tables


def test_what_this_window_wrote_is_told_once(desk: Desk, qtbot: QtBot) -> None:
    add(desk)
    with qtbot.assertNotEmitted(desk.changed):
        desk.look_outside()


def test_long_work_gives_its_outcome_to_the_window(desk: Desk, qtbot: QtBot) -> None:
    outcomes: list[tuple[int, bool]] = []
    here = threading.current_thread()

    def work(progress: Progress) -> bool:
        progress.step(1, 2, "halverwege")
        return threading.current_thread() is not here

    desk.run("Rekenen", work, lambda beside: outcomes.append((1, beside)))
    qtbot.waitUntil(lambda: bool(outcomes))
    assert outcomes == [(1, True)]


def test_work_that_is_stopped_leaves_nothing_behind_and_says_so(desk: Desk, qtbot: QtBot) -> None:
    begun = threading.Event()

    def work(progress: Progress) -> None:
        with desk.store.act(desk.who, "test.import") as act:
            from desktop.estate.model import Complex

            for n in range(1_000_000):
                act.session.add(Complex(code=f"C{n}", name=f"Complex {n}"))
                act.session.flush()
                begun.set()
                progress.step(n, 1_000_000, "inlezen")

    job = desk.run("Inlezen", work, lambda _nothing: None)
    assert begun.wait(10)
    with qtbot.waitSignal(desk.said) as said:
        job.stop()
    assert said.args == ["Gestopt. Er is niets veranderd."]
    assert names(desk) == []


def test_what_a_worker_changed_is_told_in_the_thread_of_the_window(
    desk: Desk, qtbot: QtBot
) -> None:
    threads: list[threading.Thread] = []
    desk.changed.connect(lambda _changed: threads.append(threading.current_thread()))
    desk.run(
        "Inlezen",
        lambda _progress: add_complex(desk.store, desk.who, KADEFLAT),
        lambda _id: None,
    )
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.current_thread()]


def test_what_a_worker_told_while_the_window_closed_is_not_read_any_more(desk: Desk) -> None:
    told: list[object] = []
    desk.changed.connect(told.append)
    worker = threading.Thread(target=lambda: add_complex(desk.store, desk.who, KADEFLAT))
    worker.start()
    worker.join()
    desk.close()
    desk.store.close()
    QApplication.processEvents()
    assert told == []


def test_a_refusal_in_a_worker_is_said(desk: Desk, qtbot: QtBot) -> None:
    def work(_progress: Progress) -> None:
        raise Refused("Dit bestand is leeg.")

    with qtbot.waitSignal(desk.said) as said:
        desk.run("Inlezen", work, lambda _nothing: None)
    assert said.args == ["Dit bestand is leeg."]


def test_a_screen_that_is_closed_meanwhile_gets_no_outcome(desk: Desk, qtbot: QtBot) -> None:
    go_on = threading.Event()
    outcomes: list[int] = []
    screen = QWidget()
    ended: list[None] = []
    desk.working.connect(lambda job: job.finished.connect(lambda: ended.append(None)))
    desk.run("Rekenen", lambda _progress: go_on.wait(10), outcomes.append, screen)
    screen.deleteLater()
    assert is_dead(screen)
    go_on.set()
    qtbot.waitUntil(lambda: bool(ended))
    desk.wait_for_jobs()
    assert outcomes == []


def test_work_that_ended_holds_nothing_of_its_screen(desk: Desk, qtbot: QtBot) -> None:
    # Deleting the job would otherwise delete the screen, its desk, and so the job once more.
    class Held:
        pass

    held = Held()
    seen = weakref.ref(held)
    jobs: list[Job] = []
    desk.working.connect(jobs.append)
    desk.run("Rekenen", lambda _progress, held=held: held, lambda _held: None)
    del held
    qtbot.waitUntil(lambda: seen() is None)
    assert jobs
    assert jobs[0].outcome is None


def test_a_paper_is_made_beside_the_window_and_then_shown(desk: Desk, qtbot: QtBot) -> None:
    out = BytesIO()
    canvas = Canvas(out)
    canvas.showPage()
    canvas.save()
    paper = Paper("week", "Week", desk.today(), "nl", out.getvalue())
    with qtbot.waitSignal(desk.paper_ready) as ready:
        desk.show_paper(lambda _session: paper)
    assert ready.args == [paper]


def test_a_place_is_asked_of_the_window(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.place_asked) as asked:
        desk.open(Place("viewings", "vacancy", 3))
    assert asked.args == [Place("viewings", "vacancy", 3)]


def test_a_plain_input_gets_the_focus_when_it_cannot_show_a_sentence(
    desk: Desk, qtbot: QtBot
) -> None:
    screen = QWidget()
    plain = QPushButton("x")
    plain.setObjectName("rank")
    QVBoxLayout(screen).addWidget(plain)
    qtbot.addWidget(screen)
    screen.show()
    with qtbot.waitSignal(desk.said):
        desk.show_refusal(Refused("Geen plaats.", "rank"), screen)
    assert screen.focusWidget() is plain
