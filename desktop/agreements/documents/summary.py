"""The page for tenants: what was agreed in plain words, what tenants asked, how to take part.

It is one A4, or people do not read it. When it is too full, words become fewer before letters
become smaller: the user's own short titles take the place of the longest sentences. Letters are
never smaller than ten points; what then still does not fit is refused, with what to shorten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from reportlab.platypus import Flowable, Spacer
from sqlalchemy.orm import Session

from desktop.agreements.documents.answered import QuestionLine
from desktop.agreements.documents.tiles import ThemeBlock, TwoBeside
from desktop.agreements.queries.papers.summary import Evening, Said, Summary, ThemeTile, summary
from desktop.documents import letter
from desktop.documents.fitting import ROOM, height_of
from desktop.documents.join_box import JoinBox
from desktop.documents.letterhead import letterhead
from desktop.documents.pages import Part, Sheet
from desktop.documents.paper import Paper
from desktop.documents.title_band import TitleBand, Type
from desktop.language import _, in_language
from desktop.language.format import day_figures, day_plain, local
from desktop.refused import Refused

WIDTH = letter.WIDTH
SIZES = (12.0, 11.5, 11.0, 10.5, 10.0)  # points; never smaller
LARGE = 16.0
HASH_SIGNS = 8  # of the hash in the footer: enough to tell two texts apart


@dataclass(frozen=True)
class Fitting:
    """How the page came to fit: the size of its letters, and which agreements are said short."""

    size: float
    short: frozenset[str]


def make(session: Session, cycle_id: int, now: datetime) -> Paper:
    """The page for tenants on one A4. Refuses what does not fit in letters of ten points."""
    return _paper(session, cycle_id, now, "agreements-summary", _one_page)


def large_print(session: Session, cycle_id: int, now: datetime) -> Paper:
    """The same in letters of sixteen points, on as many pages as it takes."""
    return _paper(session, cycle_id, now, "agreements-summary-large", _large_pages)


def _paper(
    session: Session,
    cycle_id: int,
    now: datetime,
    key: str,
    story: Callable[[Summary], list[Flowable]],
) -> Paper:
    today = local(now).date()
    with in_language("nl"):
        shown = summary(session, cycle_id, today)
        if not shown.themes:
            raise Refused(_("There are no agreements in this year yet. Add the first one."))
        watermark = "" if shown.signed_on else _("DRAFT")
        part = Part(story(shown), "", _footer(shown, now), sheet=Sheet.BARE, watermark=watermark)
    titles = {
        "agreements-summary": lambda: _("Summary of agreements {year}"),
        "agreements-summary-large": lambda: _("Summary of agreements {year}, large print"),
    }
    return letter.finish(
        key,
        lambda: titles[key]().format(year=shown.year),
        [part],
        letterhead(session),
        today,
    )


def _footer(shown: Summary, now: datetime) -> str:
    words = [_("Summary of agreements {year}").format(year=shown.year)]
    if shown.version:
        words.append(_("version {n}").format(n=shown.version))
    if shown.signed_on:
        words.append(_("signed on {day}").format(day=day_plain(shown.signed_on)))
    words.append(_("made on {day}").format(day=day_figures(local(now).date())))
    if shown.digest:
        words.append(shown.digest[:HASH_SIGNS])
    return " · ".join(words)


# One page --------------------------------------------------------------------------------------


def _one_page(shown: Summary) -> list[Flowable]:
    fitting = fit(shown)
    return story(shown, fitting)


def fit(shown: Summary) -> Fitting:
    """The largest letters, and in them the fewest sentences said short, that fit on one page.
    Refuses what does not fit, and names the agreements to shorten."""
    short: set[str] = set()
    waiting = sorted(
        (said for tile in shown.themes for said in tile.said if _gain(said) > 0),
        key=_gain,
        reverse=True,
    )
    while not _fits(shown, Fitting(SIZES[0], frozenset(short))) and waiting:
        short.add(waiting.pop(0).code)
    for size in SIZES:
        fitting = Fitting(size, frozenset(short))
        if _fits(shown, fitting):
            return fitting
    raise Refused(
        _(
            "The summary does not fit on one page. Give these agreements a shorter short title: "
            "{codes}."
        ).format(codes=", ".join(_longest(shown))),
        "short_title",
    )


def _gain(said: Said) -> int:
    return len(said.full) - len(said.short) if said.short else 0


def _longest(shown: Summary) -> list[str]:
    listed = [said for tile in shown.themes for said in tile.said]
    listed.sort(key=lambda said: len(said.short or said.full), reverse=True)
    return sorted(said.code for said in listed[:5])


def _fits(shown: Summary, fitting: Fitting) -> bool:
    return height_of(story(shown, fitting), WIDTH) <= ROOM


def story(shown: Summary, fitting: Fitting) -> list[Flowable]:
    """What is on the page, from top to bottom."""
    kind = Type(fitting.size)
    blocks = [_block(tile, kind, fitting.short) for tile in shown.themes]
    pairs = [blocks[at : at + 2] for at in range(0, len(blocks), 2)]
    return [
        TitleBand(_title(shown), _parties(shown)),
        Spacer(1, 12),
        *(TwoBeside(pair, gap=10) for pair in pairs),
        *_questions(shown, kind),
        *_take_part(shown, kind),
    ]


def _block(tile: ThemeTile, kind: Type, short: frozenset[str]) -> ThemeBlock:
    said = [one.short if one.code in short else one.full for one in tile.said]
    return ThemeBlock(tile.number, tile.name, tile.colour, said, kind)


# Large print -----------------------------------------------------------------------------------


def _large_pages(shown: Summary) -> list[Flowable]:
    kind = Type(LARGE)
    return [
        TitleBand(_title(shown), _parties(shown)),
        Spacer(1, 12),
        *(_block(tile, kind, frozenset()) for tile in shown.themes),
        *_questions(shown, kind),
        *_take_part(shown, kind),
    ]


# What both have --------------------------------------------------------------------------------


def _title(shown: Summary) -> str:
    if shown.signed_on:
        return _("This is what we agreed for {year}").format(year=shown.year)
    return _("This is what we want to agree for {year}").format(year=shown.year)


def _parties(shown: Summary) -> str:
    return "  ·  ".join(shown.parties)


def _questions(shown: Summary, kind: Type) -> Iterator[Flowable]:
    if not shown.asked:
        return
    yield kind.heading(_("What did tenants ask, and what did we do?"))
    for asked in shown.asked:
        yield QuestionLine(asked, kind)


def _take_part(shown: Summary, kind: Type) -> Iterator[Flowable]:
    lines = list(_how_to_take_part(shown))
    if lines:
        yield JoinBox(_("Join in?"), lines, kind)


def _how_to_take_part(shown: Summary) -> Iterator[str]:
    if shown.evening:
        yield _evening(shown.evening)
    if shown.phone:
        yield _("Call {tenants}: {phone}. The whole text is there for you too.").format(
            tenants=shown.tenants, phone=shown.phone
        )


def _evening(evening: Evening) -> str:
    parts: Sequence[str] = (
        _("Evening for residents on {day}").format(day=day_plain(evening.held_on)),
        _("{time} hours").format(time=evening.starts.replace(":", ".")) if evening.starts else "",
        evening.place,
    )
    return ", ".join(part for part in parts if part) + "."
