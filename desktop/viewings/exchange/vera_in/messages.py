"""VERA messages from a JSON file, with what is wrong said in words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from desktop.exchange.files import cannot_read, read_whole
from desktop.language import _
from desktop.language.format import AMSTERDAM, local
from desktop.refused import Refused
from desktop.viewings.exchange.values import WrongValueError

MOST_BYTES = 256 * 1024 * 1024
MOST_MESSAGES = 200_000
_HEAD_BYTES = 1024
_BEFORE_JSON = "\ufeff \t\r\n"
# A message that holds one of these is of that kind, whatever else it holds.
_MARKS: Mapping[str, tuple[str, ...]] = {
    "Publicatie": ("eenheden", "bezichtigingsdatum", "aantalEenheden"),
    "Kandidaat": ("positie",),
    "Aanbieding": ("contactmomenten", "publicatie"),
    "Toewijzing": ("passendheidsoort", "kandidaat", "huishoudgrootte"),
    "Puntengebeurtenis": ("inschrijving", "gerelateerdeGebeurtenis"),
    "Eenheid": ("bouwjaar", "detailSoort"),
}


def is_json(path: Path) -> bool:
    """Whether a file begins as JSON does: with a bracket. Refuses a file that cannot be read."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError as error:
        raise cannot_read(path, error) from error
    return head.decode("utf-8", errors="ignore").lstrip(_BEFORE_JSON)[:1] in ("{", "[")


def read_messages(path: Path, kind: str, wrapper: str) -> list[dict[str, Any]]:
    """The messages of one kind in a file: a list of them, one alone, or a list under the key
    `wrapper`. Refuses a file that is empty, no JSON, cut off, nested too deeply, too long, or
    that holds another kind of message."""
    content = read_whole(path)
    if not content.strip():
        raise _refused(path, _("{name} is empty."))
    if len(content) > MOST_BYTES:
        raise _refused(path, _("{name} is too large to read at once."))
    found = _parsed(path, content)
    if isinstance(found, dict) and isinstance(found.get(wrapper), list):
        found = found[wrapper]
    messages = found if isinstance(found, list) else [found]
    if not messages:
        raise _refused(path, _("{name} holds no messages."))
    if len(messages) > MOST_MESSAGES:
        raise Refused(
            _("{name} has more than {most} rows. Make the selection smaller.").format(
                name=path.name, most=MOST_MESSAGES
            ),
            "file",
        )
    for message in messages:
        _check_kind(path, message, kind)
    return messages


def _parsed(path: Path, content: bytes) -> Any:
    try:
        return json.loads(content, parse_float=Decimal, parse_constant=_no_number)
    except RecursionError as error:
        raise _refused(path, _("{name} is nested too deeply to be a list of messages.")) from error
    except json.JSONDecodeError as error:
        # Where a file was cut off, the fault is at its end.
        if error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated"):
            raise _refused(path, _("{name} was cut off. Make the file again.")) from error
        raise Refused(
            _("{name} is not valid JSON: see line {line}.").format(
                name=path.name, line=error.lineno
            ),
            "file",
        ) from error
    except ValueError as error:  # bytes that are no text, or a number of thousands of digits
        raise _refused(path, _("{name} is not a file with JSON messages.")) from error


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is no number in JSON")


def _refused(path: Path, sentence: str) -> Refused:
    return Refused(sentence.format(name=path.name), "file")


def _check_kind(path: Path, message: object, kind: str) -> None:
    if not isinstance(message, dict):
        raise _refused(path, _("{name} is not a file with JSON messages."))
    if any(mark in message for mark in _MARKS[kind]):
        return
    other = next((k for k, marks in _MARKS.items() if any(m in message for m in marks)), None)
    if other is not None:
        raise Refused(
            _("{name} holds messages “{other}”. Choose a file with messages “{kind}”.").format(
                name=path.name, other=other, kind=kind
            ),
            "file",
        )
    raise Refused(_("{name} holds no messages “{kind}”.").format(name=path.name, kind=kind), "file")


@contextmanager
def placed(path: Path, number: int) -> Iterator[None]:
    """Turns what is wrong with a value into a refusal that names the file and the message."""
    try:
        yield
    except WrongValueError as wrong:
        raise Refused(
            _("{name}, row {row}: {wrong}").format(
                name=path.name, row=number, wrong=wrong.sentence
            ),
            wrong.field,
        ) from wrong


# One field of a message -----------------------------------------------------------------------


def text_of(message: Mapping[str, Any], key: str) -> str:
    """A text; empty when it is not there. A whole number is taken as its digits."""
    value = message.get(key)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise WrongValueError("file", _("“{key}” is no text.").format(key=key))
    return str(value).strip()


def whole_of(message: Mapping[str, Any], key: str) -> int | None:
    """A whole number; None when it is not there."""
    value = message.get(key)
    if isinstance(value, Decimal) and value == value.to_integral_value():
        value = int(value)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise WrongValueError("file", _("“{key}” is no whole number.").format(key=key))
    return value


def number_of(message: Mapping[str, Any], key: str) -> Decimal | None:
    """A number from 0; None when it is not there."""
    value = message.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or value < 0:
        raise WrongValueError("file", _("“{key}” is no number from 0.").format(key=key))
    return Decimal(value)


def day_of(message: Mapping[str, Any], key: str) -> date | None:
    """The day of an ISO 8601 day or moment, on the Dutch calendar; None when it is not there."""
    moment = _moment(message, key)
    return local(moment).date() if isinstance(moment, datetime) else moment


def moment_of(message: Mapping[str, Any], key: str) -> datetime | None:
    """An aware moment; one without a zone is on the Dutch clock. None when it is not there, and
    for a day without a time: that says no moment."""
    moment = _moment(message, key)
    return moment if isinstance(moment, datetime) else None


def _moment(message: Mapping[str, Any], key: str) -> datetime | date | None:
    value = text_of(message, key)
    if not value:
        return None
    try:
        if len(value) == len("2026-11-23"):
            return date.fromisoformat(value)
        moment = datetime.fromisoformat(value)
        return moment if moment.tzinfo is not None else moment.replace(tzinfo=AMSTERDAM)
    except ValueError as error:
        raise WrongValueError(
            "file",
            _("“{value}” is no date for “{field}”. Write it as 2026-11-23.").format(
                value=value, field=key
            ),
        ) from error


def part_of(message: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """What a message holds under a key; nothing when it is not there."""
    value = message.get(key)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise WrongValueError("file", _("“{key}” is not built as VERA says.").format(key=key))
    return value


def parts_of(message: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """The list that a message holds under a key; empty when it is not there."""
    value = message.get(key)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(part, dict) for part in value):
        raise WrongValueError("file", _("“{key}” is not built as VERA says.").format(key=key))
    return value


def code_of(message: Mapping[str, Any], key: str) -> str:
    """The code of a reference value (`{"code": "URG", "naam": …}`); empty when not there."""
    return text_of(part_of(message, key), "code")


def house_number_of(address: Mapping[str, Any]) -> str:
    """`214 B-2` from number, letter and addition."""
    number = text_of(address, "huisnummer") + text_of(address, "huisletter")
    addition = text_of(address, "huisnummerToevoeging")
    whole = f"{number}-{addition}" if number and addition else number
    if len(whole) > 20:
        raise WrongValueError(
            "file", _("“{key}” is longer than {most} characters.").format(key=whole, most=20)
        )
    return whole


def short_of(message: Mapping[str, Any], key: str, most: int) -> str:
    value = " ".join(text_of(message, key).split())
    if len(value) > most:
        raise WrongValueError(
            "file", _("“{key}” is longer than {most} characters.").format(key=key, most=most)
        )
    return value
