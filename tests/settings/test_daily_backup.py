from __future__ import annotations

import os

from pytestqt.qtbot import QtBot

from desktop.estate.model import Complex, Dwelling, Household
from desktop.settings.daily_backup import back_up_when_due
from desktop.store import Actor
from desktop.store.backup import backups
from desktop.widgets.desk import Desk
from desktop.widgets.job import Job
from tests.support.clock import Clock


def run(desk: Desk, qtbot: QtBot) -> int:
    """Let it look whether a backup is due; how many there are then."""
    ended: list[None] = []

    def listen(job: Job) -> None:
        job.finished.connect(lambda: ended.append(None))

    desk.working.connect(listen)
    back_up_when_due(desk)
    qtbot.waitUntil(lambda: len(ended) == 1)
    desk.working.disconnect(listen)
    path = desk.store.path
    assert path is not None
    found = backups(path)
    for backup in found:
        # The clock of the test counts, not that of the disk.
        moment = desk.now().timestamp() if backup is found[0] else 0
        os.utime(backup.path, (moment, moment))
    return len(found)


def test_the_first_day_gives_a_backup(desk: Desk, qtbot: QtBot) -> None:
    assert run(desk, qtbot) == 1


def test_one_a_day_is_enough(desk: Desk, qtbot: QtBot, clock: Clock) -> None:
    run(desk, qtbot)
    clock.move_on(hours=3)
    assert run(desk, qtbot) == 1


def test_the_next_day_gives_another(desk: Desk, qtbot: QtBot, clock: Clock) -> None:
    run(desk, qtbot)
    clock.move_on(hours=24)
    assert run(desk, qtbot) == 2


def test_who_was_wiped_goes_from_the_backups_too(
    desk: Desk, qtbot: QtBot, clock: Clock, who: Actor
) -> None:
    with desk.store.act(who, "test.make") as act:
        kadeflat = Complex(code="KADE", name="Kadeflat")
        home = Dwelling(complex=kadeflat, code="K1", street="Kadeflat", house_number="1")
        household = Household(dwelling=home, name="Achternaamzoeker")
        act.session.add(household)
    run(desk, qtbot)
    with desk.store.act(who, "test.wipe") as act:
        act.session.get_one(Household, household.id).name = ""
        act.erase["household"] = [household.id]
    desk.store.scrub()
    run(desk, qtbot)
    assert desk.store.path is not None
    (backup,) = backups(desk.store.path)
    assert b"Achternaamzoeker" not in backup.path.read_bytes()
