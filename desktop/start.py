"""Starting with a window: which database, who works here, and what to do when it cannot open."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from datetime import date
from logging.handlers import RotatingFileHandler
from pathlib import Path

from platformdirs import user_data_path, user_log_path
from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.app import features, fill_demo
from desktop.estate.staff import ensure_user
from desktop.language import DEFAULT, LANGUAGES, _, language, use_language
from desktop.refused import Refused
from desktop.store import Store
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.remembered import remembered
from desktop.widgets.theme import Look, Scheme
from desktop.window import Window

log = logging.getLogger(__name__)
DATABASE = "samenspraak.db"


def log_file() -> Path:
    """Where the details of trouble go. Nothing personal is ever written there."""
    return user_log_path("Samenspraak", appauthor=False) / "samenspraak.log"


def own_database() -> Path:
    """The database of this user, unless another one was chosen."""
    return user_data_path("Samenspraak", appauthor=False) / DATABASE


def demo_database(day: date) -> Path:
    """The demo world as it stands on a day: made anew each day, since its terms run on."""
    return own_database().with_name(f"demo {day.isoformat()}.db")


def has_screen() -> bool:
    """Whether a window can be shown. Only Linux can be without a display."""
    if sys.platform != "linux" or "QT_QPA_PLATFORM" in os.environ:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def start(data: str | None, demo: bool) -> int:
    """See `app.run`."""
    if not has_screen():
        return _without_screen(data, demo)
    keep_log()
    use_remembered_language()
    application = make_application(sys.argv)
    window = open_window(data, demo)
    if window is None:
        return 0
    window.show()
    code = application.exec()
    window.desk.store.close()
    return code


def _without_screen(data: str | None, demo: bool) -> int:
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


def keep_log() -> None:
    """Write the details of trouble to the log file, and of what nobody caught too."""
    log_file().parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(log_file(), maxBytes=1_000_000, backupCount=3, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)


def use_remembered_language() -> None:
    kept = str(remembered().value("language", DEFAULT))
    use_language(kept if kept in LANGUAGES else DEFAULT)


def remembered_look() -> Look:
    """The look that this user chose."""
    kept = str(remembered().value("scheme", Scheme.SYSTEM.value))
    scheme = next((s for s in Scheme if s.value == kept), Scheme.SYSTEM)
    return Look(scheme, str(remembered().value("large_print", "false")) == "true")


def make_application(arguments: Sequence[str]) -> QApplication:
    """The Qt application with our look, and Qt's own dialogs in the user's language."""
    application = QApplication(list(arguments))
    application.setApplicationName("Samenspraak")
    application.setDesktopFileName("samenspraak")
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language()}", folder):
        application.installTranslator(translator)
    theme.wear(application, remembered_look())
    application.styleHints().colorSchemeChanged.connect(
        lambda _scheme: theme.wear(application, remembered_look())
    )
    return application


def open_window(data: str | None, demo: bool) -> Window | None:
    """Open the database, with dialogs for what stands in the way; None when the user gives up."""
    from desktop.widgets.first_start import Start, ask_start, offer_way_out

    address: str | Path
    if demo:
        return Window(_desk(open_demo(date.today())), features())
    if data is not None:
        address = data
    else:
        kept = str(remembered().value("data", "")) or None
        address = kept or own_database()
        if kept is None and not own_database().exists():
            chosen = ask_start(own_database())
            if chosen is None:
                return None
            if chosen.what is Start.DEMO:
                return Window(_desk(open_demo(date.today())), features())
            address = chosen.path
            remembered().setValue("data", str(chosen.path))
    while True:
        try:
            return Window(_desk(Store.open(address)), features())
        except Refused as refused:
            log.warning("The database does not open: %s", type(refused).__name__)
            again = offer_way_out(refused, address)
            if again is None:
                return None
            address = again


def _desk(store: Store) -> Desk:
    return Desk(store, ensure_user(store))


def open_demo(day: date) -> Store:
    """The demo world of a day, made when it is not there; those of other days go."""
    path = demo_database(day)
    path.parent.mkdir(parents=True, exist_ok=True)
    for old in path.parent.glob("demo *.db*"):
        if not old.name.startswith(path.name):
            old.unlink(missing_ok=True)
    if path.exists():
        return Store.open(path)
    # A demo that was stopped halfway must not look like a whole one.
    half = path.with_suffix(".half")
    half.unlink(missing_ok=True)
    store = Store.open(half)
    fill_demo(store, day=day)
    store.scrub()
    store.close()
    half.rename(path)
    return Store.open(path)
