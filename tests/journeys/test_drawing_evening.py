"""A tenant draws a home from the start screen to the paper; staff make the evening ready, and take
a design brief from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.estate.pins import set_pin
from desktop.floorplans import actions, journal, queries, templates
from desktop.floorplans.actions import EveningFacts, NewSketch
from desktop.floorplans.geometry import derive_home
from desktop.floorplans.model import SketchRole
from desktop.floorplans.panels.done import DonePage
from desktop.floorplans.panels.start import StartPage
from desktop.floorplans.panels.tenant import TenantScreen
from desktop.floorplans.panels.tenant_drawing import FOR_TENANTS, TenantDrawing
from desktop.floorplans.plan import OpeningKind, RoomType
from desktop.floorplans.tab import FloorplansTab
from desktop.language import _, use_language
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM
from desktop.tenant_mode import TenantMode
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.window import Window
from tests.support import drawing, world
from tests.support.pdf import words_of
from tests.support.person import WAIT_MS, Person
from tests.support.screens import button, dress, said_by

PIN = "2580"
STUDIO = next(shell for shell in templates.shells() if shell.key == "studio")


@pytest.fixture
def evening(store: Store, who: Actor) -> int:
    """An evening today, at which people begin in the studio."""
    set_pin(store, who, PIN)
    with store.act(PROGRAM, "test.letterhead") as act:
        world.make_organisations(act.session)
    facts = EveningFacts("Nieuwbouw Houbenstaete", "woning type B", store.now().date())
    made = actions.plan_evening(store, who, facts)
    shell = NewSketch("Studio", STUDIO.home, SketchRole.SHELL, made)
    actions.begin_sketch(store, who, shell)
    return made


@pytest.fixture
def person(
    store: Store, who: Actor, qtbot: QtBot, qapp: QApplication, own_settings: Path
) -> Iterator[Person]:
    dress(qapp)
    window = Window(Desk(store, who), app.features())
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    keys = [feature.key for feature in window.features]
    window.tabs.setCurrentIndex(keys.index("floorplans"))
    person = Person(qtbot, window)
    yield person
    person.close_previews()
    window.close()


def tab_of(person: Person) -> FloorplansTab:
    tab = person.window.current
    assert isinstance(tab, FloorplansTab)
    return tab


@pytest.fixture
def lent(person: Person, evening: int) -> Iterator[TenantScreen]:
    """The laptop in the hands of the first tenant."""
    tab_of(person).overview.show_evening(evening)
    person.press("Let tenants draw")
    mode = next(w for w in QApplication.topLevelWidgets() if isinstance(w, TenantMode))
    screen = mode.screen_lent
    assert isinstance(screen, TenantScreen)
    person.qtbot.waitUntil(screen.isVisible, timeout=WAIT_MS)
    yield screen
    mode.try_pin(PIN)
    person.qtbot.waitUntil(person.window.isVisible, timeout=WAIT_MS)


def begin(person: Person, screen: TenantScreen, name: str) -> TenantDrawing:
    """Type a name and begin with the first card: two taps."""
    page = screen.page
    assert isinstance(page, StartPage)
    person.qtbot.keyClicks(page.focusWidget(), name)
    person.qtbot.mouseClick(page.cards[0].button, Qt.MouseButton.LeftButton)
    made = screen.page
    assert isinstance(made, TenantDrawing), said_by(screen)
    return made


def room(
    person: Person, page: TenantDrawing, start: drawing.Place, end: drawing.Place, word: str
) -> None:
    """Drag a rectangle and say what it is: two taps."""
    page.pad.take("room")
    drawing.drag(page.pad.canvas, start, end)
    person.press(word, page)


def test_a_tenant_has_a_closed_room_within_eight_taps(person: Person, lent: TenantScreen) -> None:
    page = begin(person, lent, "Sara")  # name and card
    room(person, page, (150, 150), (2_400, 2_400), "Bathroom")  # drag and word
    rooms = page.editing.derived().rooms
    assert RoomType.BATHROOM in [r.type for r in rooms]


def test_a_tenant_draws_a_home_and_takes_it_home_on_paper(
    person: Person, lent: TenantScreen, store: Store, evening: int
) -> None:
    page = begin(person, lent, "Tessa en Bo")
    room(person, page, (150, 150), (2_400, 2_400), "Bathroom")
    page.pad.take("door")
    drawing.click(page.pad.canvas, (1_200, 2_400))
    doors = [o for o in page.editing.plan.openings.values() if o.kind is OpeningKind.DOOR]
    assert len(doors) == 1 + sum(
        o.kind is OpeningKind.DOOR for o in STUDIO.home.levels[0].openings.values()
    )
    steps = page.editing.steps
    person.press("Undo", page)
    person.press("Redo", page)
    assert page.editing.steps == steps
    person.press("Done", page)
    done = lent.page
    assert isinstance(done, DonePage)
    done.form.set_value("wish", "Licht in de ochtend")
    person.press("Ready", done)
    assert isinstance(lent.page, StartPage)
    assert "Tessa" not in said_by(lent)
    with store.reading() as session:
        (line,) = queries.sketches(session, evening)
        assert line.title == "Tessa en Bo"
        assert line.done_at is not None
        home = queries.sketch(session, line.id).home
    assert home.wish == "Licht in de ochtend"
    assert any(r.type is RoomType.BATHROOM for r in derive_home(home)[0].rooms)


def test_tab_goes_all_the_way_around_the_drawing(person: Person, lent: TenantScreen) -> None:
    page = begin(person, lent, "Sara")
    canvas = page.pad.canvas
    canvas.setFocus()
    person.qtbot.waitUntil(canvas.hasFocus, timeout=WAIT_MS)
    reached: list[QWidget] = []
    while (at := page.focusWidget()) is not canvas or not reached:
        reached.append(at)
        person.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert len(reached) < 100
    names = {widget.accessibleName() for widget in reached}
    assert {_("Help"), _("Look back…"), _("Done"), _("The plan")} <= names
    assert names & {_(tool.word) for tool in FOR_TENANTS}


def test_at_an_evening_of_row_houses_the_example_is_a_row_house(desk: Desk, qtbot: QtBot) -> None:
    who, store = desk.who, desk.store
    facts = EveningFacts("De Wending", "rijtjeshuis", store.now().date())
    evening = actions.plan_evening(store, who, facts)
    (row_house,) = (shell for shell in templates.shells() if shell.key == "row-house")
    shell = NewSketch("Rijtjeshuis", row_house.home, SketchRole.SHELL, evening)
    actions.begin_sketch(store, who, shell)
    screen = TenantScreen(desk, evening)
    qtbot.addWidget(screen)
    assert isinstance(screen.page, StartPage)
    assert len(screen.page.cards[1].begin.home.levels) == 3


def test_who_gives_no_name_is_asked_for_one(person: Person, lent: TenantScreen) -> None:
    page = lent.page
    assert isinstance(page, StartPage)
    person.qtbot.mouseClick(page.cards[0].button, Qt.MouseButton.LeftButton)
    assert lent.page is page
    assert _("What is your drawing called? A first name or house number is enough.") in said_by(
        page
    )


def test_a_tenant_chooses_english_and_the_next_one_begins_in_dutch(
    person: Person, lent: TenantScreen
) -> None:
    page = lent.page
    assert isinstance(page, StartPage)
    page.languages.choose("en")
    assert "Draw your own home" in said_by(lent)
    drawn = begin(person, lent, "Ali")
    assert button(drawn, "Undo") is not None
    person.press("Done", drawn)
    assert isinstance(lent.page, DonePage)
    person.press("Ready", lent.page)
    assert "Teken uw eigen huis" in said_by(lent)


def test_the_staff_get_their_own_language_back(person: Person, lent: TenantScreen) -> None:
    page = lent.page
    assert isinstance(page, StartPage)
    page.languages.choose("en")
    mode = lent.window()
    assert isinstance(mode, TenantMode)
    mode.ask_pin()
    assert _("Undo") == "Ongedaan maken"
    use_language("nl")


def test_nothing_of_others_is_on_the_screen_of_a_tenant(
    person: Person, lent: TenantScreen, store: Store, who: Actor, evening: int
) -> None:
    actions.begin_sketch(store, who, NewSketch("Buurvrouw Ans", STUDIO.home, evening_id=evening))
    lent.start()
    assert "Ans" not in said_by(lent)
    assert "Ans" not in said_by(begin(person, lent, "Sara"))


def test_staff_make_an_evening_ready_from_a_shell(person: Person, store: Store) -> None:
    overview = tab_of(person).overview
    first_step = next(e for e in overview.findChildren(Empty) if e.isVisible())
    person.press("New drawing evening", first_step)
    person.fill(project="Houbenstaete", home_type="type B", shell="gallery-flat")
    person.confirm("Add")
    with store.reading() as session:
        (line,) = queries.evenings(session)
        (shell,) = queries.sketches(session, line.id, SketchRole.SHELL)
    assert (line.project, line.open) == ("Houbenstaete", True)
    tab = tab_of(person)
    tab.open_sketch(shell.id)
    assert tab.drawing is not None
    pad = tab.drawing.pad
    pad.take("wall")
    drawing.drag(pad.canvas, (1_000, 3_000), (3_000, 3_000))
    (wall,) = [id for id, w in pad.editing.plan.walls.items() if not w.locked]
    pad.take("select")
    pad.canvas.choose([wall])
    tab.drawing.lock_chosen(True)
    assert pad.editing.plan.walls[wall].locked
    person.window.undo()
    assert not pad.editing.plan.walls[wall].locked


@pytest.fixture
def drawn(store: Store, who: Actor, evening: int) -> list[int]:
    """What three households drew."""
    ids = []
    for title in ("Sara", "Ali", "nr. 12"):
        new = NewSketch(title, templates.demonstration(), evening_id=evening)
        ids.append(actions.begin_sketch(store, who, new))
    return ids


def test_staff_compare_drawings_and_print_the_evening(
    person: Person, drawn: list[int], evening: int
) -> None:
    tab_of(person).overview.show_evening(evening)
    wall = tab_of(person).overview.evening.drawings
    assert [view.line.title for view in wall.views] == ["Sara", "Ali", "nr. 12"]
    wall.selectAll()
    person.press("Compare")
    person.press("Print", person.dialog)
    assert "Sara" in words_of(person.wait_for_paper(1))
    person.close_previews()
    person.dialog.close()
    person.press("Print all")
    bundle = person.wait_for_paper(2)
    for name in ("Sara", "Ali", "nr. 12"):
        assert name in words_of(bundle)


def test_staff_take_a_design_brief_from_the_evening(
    person: Person, drawn: list[int], evening: int
) -> None:
    tab_of(person).overview.show_evening(evening)
    tab_of(person).overview.evening.parts.choose("shared")
    person.press("Print the design brief")
    words = words_of(person.wait_for_paper(1))
    assert _("Living room") in words
    assert "25,5 m²" in words
    # Who drew what is not for the architect.
    assert "Sara" not in words


def test_what_is_drawn_in_one_window_hangs_on_the_wall_of_another(
    person: Person, drawn: list[int], evening: int, store: Store, who: Actor
) -> None:
    tab_of(person).overview.show_evening(evening)
    wall = tab_of(person).overview.evening.drawings
    assert wall.isVisible()
    other = Store.open(store.address)
    other.now = store.now
    actions.begin_sketch(other, who, NewSketch("Yusuf", STUDIO.home, evening_id=evening))
    other.close()
    person.window.desk.look_outside()
    assert "Yusuf" in [view.line.title for view in wall.views]


def test_a_drawing_opens_where_it_was_left(person: Person, drawn: list[int], store: Store) -> None:
    tab = tab_of(person)
    tab.open_sketch(drawn[0])
    assert tab.drawing is not None
    canvas = tab.drawing.pad.canvas
    tab.drawing.pad.take("wall")
    drawing.drag(canvas, (1_000, 3_000), (3_000, 3_000))
    assert len(tab.drawing.editing.steps) == 1
    tab.close_sketch()
    tab.open_sketch(drawn[0])
    assert tab.drawing is not None
    assert len(tab.drawing.editing.steps) == 1
    person.window.undo()
    with store.reading() as session:
        assert journal.opened(session, drawn[0]).home == templates.demonstration()


def wall_items(wall: QListWidget) -> list[str]:
    return [wall.item(row).text() for row in range(wall.count())]


def test_a_removed_drawing_comes_back_with_undo(
    person: Person, drawn: list[int], evening: int, store: Store, who: Actor
) -> None:
    tab_of(person).overview.show_evening(evening)
    wall = tab_of(person).overview.evening.drawings
    actions.remove_sketch(store, who, drawn[1])
    assert len(wall_items(wall)) == 2
    person.window.undo()
    assert len(wall_items(wall)) == 3


def test_the_menu_of_a_drawing_is_there_by_keyboard(
    person: Person, drawn: list[int], evening: int
) -> None:
    tab_of(person).overview.show_evening(evening)
    wall = tab_of(person).overview.evening.drawings
    asked: list[int] = []
    wall.asked.connect(lambda id, _where: asked.append(id))
    wall.setCurrentRow(1)
    person.qtbot.keyClick(wall, Qt.Key.Key_Menu)
    assert asked == [drawn[1]]
    for menu in person.window.findChildren(QWidget):
        if menu.metaObject().className() == "QMenu":
            menu.close()


def test_the_way_out_speaks_the_language_of_the_tenant(person: Person, lent: TenantScreen) -> None:
    page = lent.page
    assert isinstance(page, StartPage)
    page.languages.choose("en")
    mode = lent.window()
    assert isinstance(mode, TenantMode)
    assert mode.leave_button.text() == "Stop"
    page = lent.page
    assert isinstance(page, StartPage)
    page.languages.choose("nl")
    assert mode.leave_button.text() == "Stoppen"


def test_undo_after_the_wish_takes_a_room_and_no_words(person: Person, lent: TenantScreen) -> None:
    page = begin(person, lent, "Sara")
    room(person, page, (150, 150), (2_400, 2_400), "Bathroom")
    steps = page.editing.steps
    person.press("Done", page)
    done = lent.page
    assert isinstance(done, DonePage)
    done.form.set_value("wish", "Licht in de ochtend")
    person.press("Draw on", done)
    drawn = lent.page
    assert isinstance(drawn, TenantDrawing)
    assert drawn.editing.steps == steps
    person.press("Undo", drawn)
    person.press("Done", drawn)
    done = lent.page
    assert isinstance(done, DonePage)
    assert done.form.value("wish") == "Licht in de ochtend"
