"""The commands: each takes what was asked and gives a report.

They import late: `term` need not wait for a database, nor anything for Qt.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from desktop.cli.report import Report
from desktop.language import _, ngettext
from desktop.places import demo_database, own_database
from desktop.refused import Refused

if TYPE_CHECKING:
    from desktop.store import Store


def address_of(asked: Namespace) -> str:
    """What was given with `--data`, or the user's own database."""
    return str(asked.data or own_database())


@contextmanager
def opened(asked: Namespace) -> Iterator[Store]:
    """The store; refuses a file that is not there instead of making one under a wrong name."""
    from desktop.store.engine import CannotOpen, Trouble, is_server, sentence_for

    address = address_of(asked)
    if not is_server(address) and not Path(address).exists():
        raise CannotOpen(Trouble.UNREACHABLE, sentence_for(Trouble.UNREACHABLE, address))
    with _opened_or_made(asked) as store:
        yield store


@contextmanager
def _opened_or_made(asked: Namespace) -> Iterator[Store]:
    from desktop.store import Store

    store = Store.open(address_of(asked))
    try:
        yield store
    finally:
        store.close()


# The demo world --------------------------------------------------------------------------------


def demo(asked: Namespace) -> Report:
    """Make the demo database. Refuses a file that is there already."""
    from desktop.app import make_demo
    from desktop.estate.demo import welcome
    from desktop.language.format import local

    day = asked.day or local(datetime.now(UTC)).date()
    path = Path(asked.data) if asked.data else demo_database(day)
    if path.exists():
        raise Refused(
            _("{path} is there already. Remove it, or choose another file with --data.").format(
                path=path
            ),
            "data",
        )
    make_demo(path, day)
    return Report(
        (_("The demo database is ready: {path}").format(path=path), welcome()),
        {"file": str(path), "day": day.isoformat()},
    )


# Files in and out ------------------------------------------------------------------------------


class Offered(Protocol):
    """Something that a feature offers under a word: a paper, a file in, a file out."""

    @property
    def key(self) -> str: ...

    @property
    def title(self) -> Callable[[], str]: ...


T = TypeVar("T", bound=Offered)


def read_in(asked: Namespace) -> Report:
    """Read a file in, or with `--dry-run` only say what it would bring."""
    from desktop.app import features
    from desktop.estate.login import ensure_user
    from desktop.feature import ImportWish

    offered = [one for feature in features() for one in feature.imports()]
    if asked.list:
        return _listed(offered, {})
    chosen = _chosen(offered, asked.kind)
    path = _given(asked.file, _("Say which file to import."), "file")
    into = asked.vacancy or asked.cycle or asked.project
    wish = ImportWish(asked.dry_run, into, _progress())
    with _opened_or_made(asked) as store:
        report = chosen.read(store, ensure_user(store), Path(path), wish)
    return Report(report.sentences, report.values, report.trouble)


def print_paper(asked: Namespace) -> Report:
    """Make a paper and put it in a file, or under its own name in a folder."""
    from desktop.app import features
    from desktop.exchange.files import write_whole

    offered = [one for feature in features() for one in feature.prints()]
    if asked.list:
        return _listed(offered, {one.key: one.takes() for one in offered})
    chosen = _chosen(offered, asked.kind)
    out = Path(_given(asked.out, _("Say where the paper goes, with --out."), "out"))
    with opened(asked) as store, store.reading() as session:
        paper = chosen.make(session, asked.numbers, store.now())
    path = out / paper.file_name if out.is_dir() else out
    write_whole(path, paper.pdf)
    return Report(
        (_("{title} is in {path}").format(title=paper.title, path=path),),
        {"paper": paper.key, "title": paper.title, "file": str(path)},
    )


def export(asked: Namespace) -> Report:
    """Write a file for other programs."""
    from desktop.app import features

    offered = [one for feature in features() for one in feature.exports()]
    if asked.list:
        return _listed(offered, {})
    chosen = _chosen(offered, asked.kind)
    path = Path(_given(asked.out, _("Say where the file goes, with --out."), "out"))
    with opened(asked) as store, store.reading() as session:
        count = chosen.write(session, path, asked.numbers, store.now())
    sentence = ngettext("{n} record is in {path}", "{n} records are in {path}", count)
    return Report(
        (sentence.format(n=count, path=path),),
        {"kind": chosen.key, "records": count, "file": str(path)},
    )


def _chosen(offered: Sequence[T], key: str | None) -> T:
    for one in offered:
        if one.key == key:
            return one
    keys = ", ".join(one.key for one in offered)
    if key is None:
        raise Refused(_("Choose one of these: {keys}.").format(keys=keys), "kind")
    raise Refused(
        _("“{key}” is not there. Choose one of these: {keys}.").format(key=key, keys=keys), "kind"
    )


def _given(value: str | None, sentence: str, field: str) -> str:
    if not value:
        raise Refused(sentence, field)
    return value


def _listed(offered: Sequence[Offered], takes: Mapping[str, str]) -> Report:
    width = max((len(one.key) for one in offered), default=0)
    lines = []
    rows = []
    for one in offered:
        needs = takes.get(one.key, "")
        lines.append(f"{one.key:<{width}}  {one.title()}" + (f"  ({needs})" if needs else ""))
        rows.append({"key": one.key, "title": one.title(), **({"takes": needs} if needs else {})})
    return Report(tuple(lines), {"list": rows})


def _progress() -> Callable[[int, int], None]:
    """Tells how far it is on the error stream, when a person is looking at it."""
    if not sys.stderr.isatty():
        return lambda done, total: None

    def tell(done: int, total: int) -> None:
        print(f"\r{done} / {total}", end="\n" if done == total else "", file=sys.stderr)

    return tell


# The database ----------------------------------------------------------------------------------


def verify(asked: Namespace) -> Report:
    """Check the database itself and its audit trail."""
    from desktop.language.format import number
    from desktop.store.engine import sound
    from desktop.store.verify import verify as verify_chain

    with opened(asked) as store:
        with store.engine.connect() as connection:
            database_is_sound = sound(connection)
        with store.reading() as session:
            chain = verify_chain(session)
    values = {
        "database_sound": database_is_sound,
        "entries": chain.entries,
        "erased_values": chain.erased,
        "broken_at": chain.broken_at,
        "newest_digest": chain.head,
    }
    if not database_is_sound:
        trouble = _("The database is damaged. Restore the newest good backup.")
        return Report((), values, trouble)
    if not chain.whole:
        trouble = _(
            "The audit trail was changed by hand: entry {entry} does not fit. Keep this file as "
            "it is, and tell the auditor."
        ).format(entry=number(chain.broken_at or 0))
        return Report((), values, trouble)
    entries = ngettext(
        "The audit trail is whole: {n} entry.",
        "The audit trail is whole: {n} entries.",
        chain.entries,
    )
    return Report(
        (
            _("The database is sound."),
            entries.format(n=number(chain.entries)),
            _("Values of persons that were erased: {n}.").format(n=number(chain.erased)),
            _("Newest digest: {digest}").format(digest=chain.head),
        ),
        values,
    )


def back_up(asked: Namespace) -> Report:
    """Make a backup now."""
    from desktop.store.backup import back_up as back_up_file

    path = back_up_file(_file_of(asked), Path(asked.to) if asked.to else None, datetime.now(UTC))
    return Report((_("Backup made: {path}").format(path=path),), {"file": str(path)})


def restore(asked: Namespace) -> Report:
    """Put a backup in the place of the database; what was there is set aside."""
    from desktop.store.backup import newest_good
    from desktop.store.backup import restore as restore_file

    data = _file_of(asked)
    if asked.file:
        backup = Path(asked.file)
    else:
        good = newest_good(data)
        if good is None:
            raise Refused(_("There is no good backup of {path}.").format(path=data), "file")
        backup = good.path
    aside = restore_file(backup, data, datetime.now(UTC))
    lines = [_("Restored: {path}").format(path=backup)]
    if aside is not None:
        lines.append(_("What was there is kept in {path}").format(path=aside))
    return Report(
        tuple(lines),
        {"restored": str(backup), "set_aside": None if aside is None else str(aside)},
    )


def _file_of(asked: Namespace) -> Path:
    from desktop.store.engine import is_server

    address = address_of(asked)
    if is_server(address):
        raise Refused(
            _("The database is on a server. Whoever keeps the server makes the backups."), "data"
        )
    return Path(address)


# Terms -----------------------------------------------------------------------------------------


def term(asked: Namespace) -> Report:
    """The last day of a term by the Algemene termijnenwet, or plainly for a contract."""
    from desktop.terms.counting import counted_plainly, last_day

    count = counted_plainly if asked.contract else last_day
    found = count(asked.start, days=asked.days, weeks=asked.weeks)
    return Report(
        (found.last.isoformat(), *found.reasons),
        {
            "last_day": found.last.isoformat(),
            "counted_plainly": found.plain.isoformat(),
            "reasons": list(found.reasons),
        },
    )


# The program itself ----------------------------------------------------------------------------


def self_test(asked: Namespace) -> Report:
    """Open every tab and print every paper of the demo, without a screen."""
    from desktop.cli.self_test import run

    return run()


COMMANDS: Mapping[str, Callable[[Namespace], Report]] = {
    "demo": demo,
    "import": read_in,
    "print": print_paper,
    "export": export,
    "verify": verify,
    "backup": back_up,
    "restore": restore,
    "term": term,
    "self-test": self_test,
}
