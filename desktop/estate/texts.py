"""What people write, made fit to be kept: every feature asks this of what was typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from desktop.estate.facts import check_length
from desktop.language import _
from desktop.language.format import day_plain, local
from desktop.refused import Refused
from desktop.store import Base, Store

# Those below the space but for the tab and the line end, and zero, which is refused.
STEERING = {sign: " " for sign in (*range(1, 32), 127) if chr(sign) not in "\t\n\r"}


def written(kind: type[Base], field: str, value: str, needed: bool = False) -> str:
    """Words for a column of a table, without spaces around them and with line ends of one kind. A
    sign that steers a printer or a word processor, which comes along with what is pasted, is a
    space: no workbook holds it.

    Refuses nothing where something is needed, what is too long for the column, and signs that no
    database keeps: half an emoji, which a broken copy can leave, and the sign zero."""
    words = value.replace("\r\n", "\n").replace("\r", "\n").translate(STEERING).strip()
    if needed and not words:
        raise Refused(_("Fill this in."), field)
    for place, sign in enumerate(words, start=1):
        if sign == "\0" or "\ud800" <= sign <= "\udfff":
            sentence = _("Sign {place} of this text cannot be kept. Remove it and type it again.")
            raise Refused(sentence.format(place=place), field)
    check_length(kind, field, words)
    return words


def fill(row: Base, facts: Mapping[str, Any], known: Mapping[str, Any]) -> None:
    """Put facts in a row; words are made fit to be kept. `known` has the names that may come."""
    unknown = set(facts) - set(known)
    if unknown:
        raise TypeError(f"not for editing: {sorted(unknown)}")
    for name, value in facts.items():
        setattr(row, name, written(type(row), name, value) if isinstance(value, str) else value)


def day_of(store: Store, on: date | None, field: str = "on") -> date:
    """The day on which something was done, today when none is given. Refuses a day to come."""
    today = local(store.now()).date()
    if on is not None and on > today:
        sentence = _("{day} is still to come. Fill in a date up to and including today ({today}).")
        raise Refused(sentence.format(day=day_plain(on), today=day_plain(today)), field)
    return on or today
