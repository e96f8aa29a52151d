"""Starting with a window: which database, who works here, and what to do when it cannot open."""

from __future__ import annotations

import gc
import logging
import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.app import features, open_demo
from desktop.application import dress, make_application, use_remembered_language
from desktop.estate.login import ensure_user
from desktop.garbage import SWEEP_MS, sweep
from desktop.language import DEFAULT, _, language
from desktop.language.format import local
from desktop.log import keep_log
from desktop.places import demo_database, own_database
from desktop.refused import Refused
from desktop.settings.backups import backup_folder
from desktop.settings.daily_backup import back_up_when_due
from desktop.store import Changed, Store
from desktop.store.engine import is_server
from desktop.widgets.desk import Desk
from desktop.widgets.remembered import remembered
from desktop.window import Window, geometry

MINUTE_MS, HOUR_MS = 60_000, 3_600_000
log = logging.getLogger(__name__)


def has_screen() -> bool:
    """Whether a window can be shown. Only Linux can be without a display."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def start(data: str | None, demo: bool) -> int:
    """Open the window on a database: the one given, that of the user, or the demo world.

    Returns the exit code. Without a screen it says so and writes pictures instead (demo), or
    refuses."""
    if not has_screen():
        return _without_screen(demo)
    keep_log()
    if language() == DEFAULT:  # another one was asked for on the command line
        use_remembered_language()
    application = make_application(sys.argv)
    store = open_store(data, demo)
    if store is None:
        return 0
    try:
        shown = ShownWindow(application, store)
    except Refused as refused:
        QMessageBox.warning(None, "Samenspraak", refused.sentence)
        return 2
    sys.excepthook = shown.show_trouble
    if store.path != demo_database(_today()):
        shown.back_up_daily()
    if demo or store.path == demo_database(_today()):
        from desktop.estate.demo import welcome

        shown.window.desk.said.emit(welcome())
    # What was loaded stays for good: the collector need not walk it again while somebody types.
    gc.freeze()
    keep_clean(application)
    code = application.exec()
    store.close()
    return code


def keep_clean(application: QApplication) -> None:
    """Collect garbage from the thread of the window, and from no other."""
    gc.disable()
    timer = QTimer(application)
    timer.setInterval(SWEEP_MS)
    timer.timeout.connect(sweep)
    timer.start()


class ShownWindow:
    """The window that is open; it opens anew when another language or look was chosen."""

    def __init__(self, application: QApplication, store: Store) -> None:
        self._application, self._store = application, store
        self.window = self._open()

    def _open(self) -> Window:
        window = Window(Desk(self._store, ensure_user(self._store)), features())
        # After the click that asked for it is over.
        window.desk.open_anew_asked.connect(lambda: QTimer.singleShot(0, self.open_anew))
        window.show()
        return window

    def open_anew(self) -> None:
        """Build the window again, at the same place and with the settings that were open."""
        from desktop.settings.dialog import Settings

        old = self.window
        place, settings = old.place_on_view(), old.findChild(Settings)
        geometry.remember(old)
        use_remembered_language()
        dress(self._application)
        self.window = self._open()
        self.window.show_place(place)
        if settings is not None:
            self.window.open_settings(settings.list.currentRow())
        old.close()
        old.deleteLater()

    def back_up_daily(self) -> None:
        """Look every hour whether it is time for a backup, for the first time in a minute; and at
        once when a person was wiped, who stands in the older ones."""

        def back_up() -> None:
            back_up_when_due(self.window.desk)

        def wipe_from_backups(changed: Changed) -> None:
            if changed.erased:
                QTimer.singleShot(0, self._application, back_up)

        self._store.listeners.append(wipe_from_backups)
        hourly = QTimer(self._application)
        hourly.setInterval(HOUR_MS)
        hourly.timeout.connect(back_up)
        hourly.start()
        QTimer.singleShot(MINUTE_MS, back_up)

    def show_trouble(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """What nobody caught: in the log, and in words on the screen."""
        if isinstance(error, Exception):
            self.window.desk.show_trouble(error, self.window)
        else:
            sys.__excepthook__(kind, error, trace)


def _without_screen(demo: bool) -> int:
    if not demo:
        print(_("There is no screen here. Use the commands: samenspraak --help"), file=sys.stderr)
        return 2
    from desktop.pictures import pictures

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    use_remembered_language()
    folder = Path.cwd() / "samenspraak-demo"
    print(_("There is no screen here. Pictures of the demo go to {folder}").format(folder=folder))
    for path in pictures(folder):
        print(path.name)
    return 0


def open_store(data: str | None, demo: bool) -> Store | None:
    """Open the database, with dialogs for what stands in the way; None when the user gives up."""
    if demo:
        return open_demo(_today(), Path(data) if data else None)
    address: str | Path | None = data or str(remembered().value("data", "")) or None
    if address is None and own_database().exists():
        address = own_database()
    if address is None:
        from desktop.widgets.first_start import Start, ask_start

        chosen = ask_start(own_database())
        if chosen is None:
            return None
        if chosen.what is Start.DEMO:
            return open_demo(_today())
        address = chosen.path
        remembered().setValue("data", str(chosen.path))
    while address is not None:
        try:
            folder = None if is_server(str(address)) else backup_folder(Path(address))
            return Store.open(address, folder)
        except Refused as refused:
            from desktop.widgets.first_start import offer_way_out

            log.warning("The database cannot be opened")
            address = offer_way_out(refused, address)
    return None


def _today() -> date:
    return local(datetime.now(UTC)).date()
