"""What belongs in the bid, the overview of intended work: Woningwet art. 43, Btiv 2015 art. 39."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop.agreements.rules.deadlines import Code, row_of
from desktop.agreements.rules.postcodes import four_figures
from desktop.agreements.states import BidLetter
from desktop.language import _, ngettext
from desktop.refused import Refused
from desktop.terms.statutory import rule

BY_POSTCODE = BidLetter.C  # this part is told per neighbourhood (art. 39(1)c)


class LackKind(Enum):
    """What a bid can lack."""

    PARTS = "parts"
    APPROVAL = "approval"
    YEARS = "years"
    TALK = "talk"


@dataclass(frozen=True)
class Lack:
    """Something that a bid lacks, in words. What `stops` keeps it from being sent; the rest is
    good to know."""

    kind: LackKind
    sentence: str
    stops: bool


@dataclass(frozen=True)
class Work:
    """One piece of intended work: under which letter, and in which years."""

    letter: BidLetter
    years: Collection[int]


@dataclass(frozen=True)
class Contents:
    """A bid as it is when somebody looks at it: `talked` is whether the parties met about it."""

    year: int
    works: tuple[Work, ...]
    not_foreseen: frozenset[BidLetter]
    approved_on: date | None
    talked: bool


def bid_years(year: int) -> tuple[int, ...]:
    """The calendar years that the bid of a year is about: the next five (Woningwet, art. 43(1))."""
    row = rule("bid-years", date(year, 12, 31))
    return tuple(range(year + 1, year + 1 + (row.term or 0)))


def missing_letters(
    works: Iterable[Work], not_foreseen: Collection[BidLetter]
) -> tuple[BidLetter, ...]:
    """The parts of art. 39(1) about which the bid says nothing: no work, and no word that none is
    foreseen."""
    said = {work.letter for work in works} | set(not_foreseen)
    return tuple(letter for letter in BidLetter if letter not in said)


def lacks(bid: Contents, sent_on: date | None) -> tuple[Lack, ...]:
    """What a bid lacks to go out on a day: first what stops it. With `sent_on` None any day is
    good for its approval."""
    found = (_parts(bid), _approval(bid, sent_on), _years(bid), _talk(bid))
    return tuple(sorted(filter(None, found), key=lambda lack: not lack.stops))


def check_complete(bid: Contents, sent_on: date) -> None:
    """Refuses a bid that lacks something that it cannot go out without."""
    for lack in lacks(bid, sent_on):
        if lack.stops:
            raise Refused(lack.sentence, lack.kind.value)


def check_postcode(letter: BidLetter, postcode: str) -> str:
    """The four figures of a postcode, or nothing. Refuses something else, and nothing at the part
    that is told by postcode (Btiv 2015, art. 39(1)c)."""
    figures = four_figures(postcode)
    if not figures and letter is BY_POSTCODE:
        sentence = _(
            "Part c is told by postcode (Btiv 2015, art. 39(1)c). Fill in its four figures."
        )
        raise Refused(sentence, "postcode")
    return figures


def check_years(year: int, words: Mapping[int, str]) -> None:
    """Refuses work in a year that the bid is not about."""
    years = bid_years(year)
    for given in sorted(words):
        if given not in years:
            sentence = _(
                "The bid is about {first} up to and including {last}. Choose one of those."
            )
            raise Refused(sentence.format(first=years[0], last=years[-1]), "years")


def _parts(bid: Contents) -> Lack | None:
    missing = missing_letters(bid.works, bid.not_foreseen)
    if not missing:
        return None
    sentence = ngettext(
        "The bid says nothing about part {letters} yet. Add work, or choose “not foreseen” "
        "(Btiv 2015, art. 39(1)).",
        "The bid says nothing about the parts {letters} yet. Add work, or choose “not foreseen” "
        "(Btiv 2015, art. 39(1)).",
        len(missing),
    )
    letters = ", ".join(letter.value for letter in missing)
    return Lack(LackKind.PARTS, sentence.format(letters=letters), stops=True)


def _approval(bid: Contents, sent_on: date | None) -> Lack | None:
    if row_of(Code.APPROVAL, bid.year) is None:
        return None
    if bid.approved_on is None:
        sentence = _(
            "The supervisory board has not approved the bid yet (Woningwet, art. 26(1)j). Fill in "
            "the day on which it does."
        )
    elif sent_on is not None and bid.approved_on > sent_on:
        sentence = _(
            "The bid goes out after the supervisory board approved it (Woningwet, art. 26(1)j). "
            "Choose a later day."
        )
    else:
        return None
    return Lack(LackKind.APPROVAL, sentence, stops=True)


def _years(bid: Contents) -> Lack | None:
    told = {year for work in bid.works for year in work.years}
    missing = [str(year) for year in bid_years(bid.year) if year not in told]
    if not missing or not bid.works:
        return None
    sentence = _(
        "No work is told for {years}. The bid is about five years (Woningwet, art. 43(1))."
    )
    return Lack(LackKind.YEARS, sentence.format(years=", ".join(missing)), stops=False)


def _talk(bid: Contents) -> Lack | None:
    if bid.talked:
        return None
    sentence = _(
        "No meeting with tenants about the bid is written down yet (Woningwet, art. 43(2))."
    )
    return Lack(LackKind.TALK, sentence, stops=False)
