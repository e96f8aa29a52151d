"""The values of a candidate as they may enter: short, readable, possible."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from desktop.language import N_, _
from desktop.language.fold import fold

FIELD_WORDS: Mapping[str, str] = {
    "rank": N_("rank"),
    "number": N_("candidate number"),
    "external_ref": N_("reference"),
    "initials": N_("initials"),
    "first_name": N_("first name"),
    "prefix": N_("name prefix"),
    "last_name": N_("last name"),
    "email": N_("e-mail address"),
    "phone": N_("phone number"),
    "street": N_("street"),
    "house_number": N_("house number"),
    "postcode": N_("postcode"),
    "city": N_("town"),
    "language": N_("language of letters"),
    "visit_need": N_("wish for the visit"),
    "registered_on": N_("date of registration"),
    "priority": N_("priority"),
    "protected": N_("protected"),
    "persons": N_("number of persons"),
}

# As long as the database holds them.
LONGEST: Mapping[str, int] = {
    "number": 40,
    "external_ref": 60,
    "initials": 20,
    "first_name": 60,
    "prefix": 20,
    "last_name": 80,
    "email": 120,
    "phone": 40,
    "street": 120,
    "postcode": 10,
    "city": 80,
    "visit_need": 200,
}
HIGHEST_RANK = 9_999_999
MOST_PERSONS = 30

_UNREADABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_DUTCH_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: .*)?")
_YES = {"ja", "j", "yes", "y", "waar", "true", "1", "x"}
_NO = {"", "nee", "n", "no", "onwaar", "false", "0"}
_LANGUAGES = {
    "": "nl",
    **dict.fromkeys(("nl", "nld", "dut", "nederlands", "dutch"), "nl"),
    **dict.fromkeys(("en", "eng", "engels", "english"), "en"),
}


class WrongValueError(ValueError):
    """A value that cannot be taken: its field, and a sentence for people. Whoever knows the file
    and the row makes a `Refused` of it."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
        self.sentence = sentence


def field_word(field: str) -> str:
    """A field in the language in use: "achternaam"."""
    return _(FIELD_WORDS[field])


def text(field: str, raw: str) -> str:
    """A text on one line. Refuses what is too long and signs that nobody can read."""
    value = " ".join(raw.split())
    if len(value) > LONGEST[field]:
        raise WrongValueError(
            field,
            _("the {field} is longer than {most} characters.").format(
                field=field_word(field), most=LONGEST[field]
            ),
        )
    if _UNREADABLE.search(value):
        raise WrongValueError(
            field,
            _("the {field} holds characters that cannot be read.").format(field=field_word(field)),
        )
    return value


def all_fine(field: str, stripped: Sequence[str]) -> bool:
    """Whether `text` would leave every one of these values as it is: one look at a long column
    instead of 100,000."""
    together = "".join(stripped)
    longest = max(map(len, stripped), default=0)
    return longest <= LONGEST[field] and together.isprintable() and "  " not in together


def rank(raw: str) -> int:
    """A place in the order: a whole number from 1."""
    if not raw:
        raise WrongValueError("rank", _("the rank is missing."))
    if not (raw.isascii() and raw.isdigit()) or not 1 <= int(raw[:10]) <= HIGHEST_RANK:
        raise WrongValueError(
            "rank", _("the rank “{value}” is no whole number from 1.").format(value=raw)
        )
    return int(raw)


def persons(raw: str) -> int:
    """How many people a household has; 1 when nothing is given."""
    if not raw:
        return 1
    if not (raw.isascii() and raw.isdigit()) or not 1 <= int(raw[:10]) <= MOST_PERSONS:
        raise WrongValueError(
            "persons",
            _("the number of persons “{value}” is no whole number from 1 to {most}.").format(
                value=raw, most=MOST_PERSONS
            ),
        )
    return int(raw)


def day(field: str, raw: str) -> date | None:
    """A day as 23-11-2026 or 2026-11-23; a time behind it is left out."""
    if not raw:
        return None
    iso, dutch = _ISO_DAY.fullmatch(raw), _DUTCH_DAY.fullmatch(raw)
    try:
        if iso is not None:
            return date(*map(int, iso.groups()))
        if dutch is not None:
            days, month, year = map(int, dutch.groups())
            return date(year, month, days)
    except ValueError:
        pass  # a day that is not on the calendar is said below, like one that is no day at all
    raise WrongValueError(
        field,
        _("“{value}” is no date for “{field}”. Write it as 23-11-2026.").format(
            value=raw, field=field_word(field)
        ),
    )


def yes_no(field: str, raw: str) -> bool:
    """Yes or no. The value itself is not repeated in the refusal: it may be somebody's reason."""
    word = fold(raw)
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise WrongValueError(
        field,
        _("“{field}” holds something else than yes or no. Only yes or no is kept.").format(
            field=field_word(field)
        ),
    )


def letter_language(raw: str) -> str:
    """The language of letters, "nl" or "en"; who reads another one gets Dutch."""
    return _LANGUAGES.get(fold(raw), "nl")
