"""What a feature offers: its tab, what is due, what can be found, printed, read in and out.

A feature is one `Feature` value, made in its own `feature.py` and listed in `app.py`. The window,
Vandaag, search and the command line know features only by what stands here, so that features
never need to know each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from desktop.wording import Wording

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.documents.paper import Paper
    from desktop.store import Actor, Store
    from desktop.widgets.desk import Desk


@dataclass(frozen=True)
class Place:
    """Where something is shown: a tab, and in it one thing (a search kind and its row) and
    perhaps a part of that thing's screen, such as "offers"."""

    tab: str
    kind: str = ""
    id: int | None = None
    part: str = ""


class Urgency(IntEnum):
    """How Vandaag sorts: smaller comes first."""

    LATE = 0
    TODAY = 1
    SOON = 2
    LATER = 3


@dataclass(frozen=True)
class Due:
    """Something that somebody must do. `badge` is at most three signs for the round mark in front;
    `article` the rule that sets the term, empty when no rule does; `action` a button with a verb
    that opens `place`."""

    badge: str
    title: str
    detail: str
    urgency: Urgency
    action: str
    place: Place
    when: datetime | None = None
    article: str = ""


@dataclass(frozen=True)
class WeekItem:
    """Something that happens in a week; at the first minute of its day when no hour is set."""

    at: datetime
    title: str
    place: Place


@dataclass(frozen=True)
class Figure:
    """A number with its meaning for the side of Vandaag. `tone` is "" or "amber" or "red"."""

    value: str
    meaning: str
    place: Place
    tone: str = ""


@dataclass(frozen=True)
class Printable:
    """A paper that the command line can print: `takes` says in words which numbers it asks
    (one PDF for all of them). Refuses numbers that do not exist. `example` gives numbers that
    show the paper, for the demo and the self-test; None when there is nothing to show."""

    key: str
    title: Callable[[], str]
    takes: Callable[[], str]
    make: Callable[[Session, Sequence[str], datetime], Paper]
    example: Callable[[Session], Sequence[str] | None] = lambda session: None


@dataclass(frozen=True)
class Exportable:
    """A file that goes out: `write` puts it at the path and returns the number of records."""

    key: str
    title: Callable[[], str]
    write: Callable[[Session, Path, Sequence[str], datetime], int]


@dataclass(frozen=True)
class ImportWish:
    """How a file is to be read in. `into` is the code of what it belongs to; `progress` is told
    (done, total) and may raise to stop, after which nothing is left behind."""

    dry_run: bool = False
    into: str | None = None
    progress: Callable[[int, int], None] = lambda done, total: None


@dataclass(frozen=True)
class ImportReport:
    """What a file brought: sentences for people, and the same as plain values for `--json`.
    `trouble` says what of it could not be read in, when the rest could."""

    sentences: tuple[str, ...]
    values: Mapping[str, Any]
    trouble: str = ""


@dataclass(frozen=True)
class Importable:
    """A file that comes in. Refuses the whole file with one sentence, or takes all of it."""

    key: str
    title: Callable[[], str]
    read: Callable[[Store, Actor, Path, ImportWish], ImportReport]


@dataclass(frozen=True)
class SettingsPart:
    """A page that a feature adds to the settings."""

    title: Callable[[], str]
    panel: Callable[[Desk], QWidget]


@dataclass(frozen=True)
class Drawn:
    """A home as a tenant drew it: `title` is how the tenant calls the drawing, `evening` the
    consultation at which it was made."""

    id: int
    title: str
    evening_id: int
    evening: str
    drawn_on: date
    done: bool


@dataclass(frozen=True)
class Drawings:
    """Drawings of tenants, for features that work with them. `all` gives those of each
    consultation; `brief` is the paper that brings those of one together."""

    all: Callable[[Session], Sequence[Drawn]]
    brief: Callable[[Session, int, datetime], Paper]


@dataclass(frozen=True)
class Feature:
    """One feature. `finds` holds the search kinds (names of tables) with their plural word;
    `sights` the place with most to see of a part of its tab, for pictures.

    `tab` builds the screen; the screen has `show_place(place: Place) -> None`. `demo` adds its
    part of the demo world as it would stand on the given day. `wording` is what people call the
    fields of its tables. `catch_up` does what the program must
    do by itself because time passed; the window calls it at opening and every ten minutes.
    `manual` is the first manual page. `drawings` are what others may use of tenants' drawings.
    """

    key: str
    title: Callable[[], str]
    tab: Callable[[Desk], QWidget] | None = None
    due: Callable[[Session, datetime], Sequence[Due]] = lambda session, now: ()
    week: Callable[[Session, date, date], Sequence[WeekItem]] = lambda session, first, last: ()
    figures: Callable[[Session, datetime], Sequence[Figure]] = lambda session, now: ()
    finds: Mapping[str, Callable[[], str]] = field(default_factory=dict)
    sights: Callable[[Session], Mapping[str, Place]] = lambda session: {}
    prints: Callable[[], Sequence[Printable]] = lambda: ()
    exports: Callable[[], Sequence[Exportable]] = lambda: ()
    imports: Callable[[], Sequence[Importable]] = lambda: ()
    demo: Callable[[Store, Actor, date], None] | None = None
    wording: Callable[[], Wording] = Wording
    settings: Callable[[], Sequence[SettingsPart]] = lambda: ()
    catch_up: Callable[[Store], None] = lambda store: None
    manual: str = "index"
    drawings: Drawings | None = None
