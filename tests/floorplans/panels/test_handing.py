"""All drawings of an evening to the architect in one go; only the choice of a place, which is a
window of the system, is answered here."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.floorplans import actions, templates
from desktop.floorplans.actions import EveningFacts, NewSketch
from desktop.floorplans.exchange.handover import files_of, write_folder
from desktop.floorplans.exchange.reading import home_in
from desktop.floorplans.panels.evening import EveningScreen
from desktop.floorplans.plan import Home
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.widgets.desk import Desk
from tests.support.dialogs import asked, fill, opened, press, refusal_at
from tests.support.plans import labelled_home

HOME = Home((labelled_home(),))


def told(_done: int, _all: int, _words: str) -> None:
    pass


@pytest.fixture
def screen(desk: Desk, store: Store, who: Actor, qtbot: QtBot) -> EveningScreen:
    facts = EveningFacts("Houbenstaete", "type B", store.now().date())
    evening = actions.plan_evening(store, who, facts)
    (row_house,) = (one.home for one in templates.examples() if one.key == "row-house-family")
    for title, home in (("fam. Jansen", HOME), ("Sara", row_house), ("SARA", HOME)):
        actions.begin_sketch(store, who, NewSketch(title, home, evening_id=evening))
    made = EveningScreen(desk)
    qtbot.addWidget(made)
    made.resize(1_000, 760)
    made.show_evening(evening)
    made.show()
    return made


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the user says the files go."""
    made = tmp_path / "stick"
    made.mkdir()
    monkeypatch.setattr("desktop.widgets.desk.file_to_write", lambda *_: str(made / "all.zip"))
    monkeypatch.setattr("desktop.widgets.desk.folder_to_use", lambda *_: str(made))
    return made


def test_all_drawings_of_the_evening_go_into_one_zip(
    screen: EveningScreen, desk: Desk, place: Path, qtbot: QtBot
) -> None:
    asked(screen, screen.hand_button.text(), qtbot, {"json": True})
    desk.wait_for_jobs()
    with zipfile.ZipFile(place / "all.zip") as packed:
        names = packed.namelist()
        read = {name: home_in(packed.read(name)).home for name in names}
    titles = ("fam. Jansen", "Sara", "SARA (2)")
    assert names == [title + ending for title in titles for ending in (".dxf", ".json")]
    assert read["fam. Jansen.json"] == HOME
    assert [len(read[name].levels) for name in ("Sara.dxf", "Sara.json")] == [3, 3]


def test_those_that_are_chosen_go_into_a_folder_of_their_own(
    screen: EveningScreen, desk: Desk, place: Path, qtbot: QtBot
) -> None:
    screen.drawings.item(0).setSelected(True)
    asked(screen, "1 meegeven…", qtbot, {"into": "folder", "ifc": True})
    desk.wait_for_jobs()
    (folder,) = place.iterdir()
    assert folder.name.endswith(" Houbenstaete · type B")
    assert sorted(file.name for file in folder.iterdir()) == ["fam. Jansen.dxf", "fam. Jansen.ifc"]


def test_without_a_kind_of_file_nothing_is_written(
    screen: EveningScreen, place: Path, qtbot: QtBot
) -> None:
    press(screen, screen.hand_button.text(), qtbot)
    dialog = opened(screen)
    fill(dialog, {"dxf": False})
    dialog.do()
    assert refusal_at(dialog, "dxf") == "Kies ten minste één soort bestand."
    assert not list(place.iterdir())


@pytest.mark.parametrize("title", ["A/B: c?", "..", "CON\\x"])
def test_a_title_that_no_system_takes_as_a_name_becomes_one(title: str, tmp_path: Path) -> None:
    files = files_of([(title, HOME)], [".json"], told)
    write_folder(tmp_path / "uit", files)
    (file,) = (tmp_path / "uit").iterdir()
    assert home_in(file.read_bytes()).home == HOME


def test_a_place_where_no_folder_can_come_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="uit"):
        write_folder(tmp_path / "er" / "niet" / "uit", {"a.json": b""})
