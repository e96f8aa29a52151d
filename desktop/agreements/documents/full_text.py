"""The whole text of the agreements: what the parties sign.

A cover, contents, why, who and for how long, a chapter for each theme, how the parties work
together, a list of words, which goals are served by which agreements, and the page to sign on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from itertools import count

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer
from sqlalchemy.orm import Session

from desktop.agreements.documents import signature_sheet
from desktop.agreements.documents.clause_block import clause_block
from desktop.agreements.documents.tiles import PLAIN, TONES
from desktop.agreements.queries.facts import signing_parties
from desktop.agreements.queries.papers.full_text import Chapter, FullText, Served, full_text
from desktop.agreements.wording import word
from desktop.documents import fonts, letter, letter_texts
from desktop.documents.flowables import bullet, text
from desktop.documents.letterhead import letterhead
from desktop.documents.markdown import escaped
from desktop.documents.pages import ContentsLine, Part
from desktop.documents.paper import Paper
from desktop.documents.tables import table
from desktop.language import _, in_language
from desktop.language.format import day_figures, day_plain, local
from desktop.refused import Refused

HASH_SIGNS = 8
CHAPTER_ROOM = 60 * mm  # a chapter begins where at least this much of it fits


def make(session: Session, cycle_id: int, now: datetime) -> Paper:
    """The document of a year. Refuses a year without agreements."""
    with in_language("nl"):
        shown = full_text(session, cycle_id)
        if not shown.chapters:
            raise Refused(_("There are no agreements in this year yet. Add the first one."))
        story = list(_story(session, shown, cycle_id))
        watermark = _("DRAFT") if shown.draft else ""
        part = Part(story, "", _footer(shown, now), watermark=watermark)
    return letter.finish(
        "agreements-text",
        lambda: _("Performance agreements {year}").format(year=shown.year),
        [part],
        letterhead(session),
        local(now).date(),
    )


def _footer(shown: FullText, now: datetime) -> str:
    words = [_("Performance agreements {year}").format(year=shown.year)]
    if shown.seal:
        words.append(_("version {n}").format(n=shown.seal.number))
        words.append(shown.seal.digest[:HASH_SIGNS])
    words.append(_("made on {day}").format(day=day_figures(local(now).date())))
    return " · ".join(words)


def _story(session: Session, shown: FullText, cycle_id: int) -> Iterator[Flowable]:
    yield from _cover(shown)
    yield PageBreak()
    yield text(_("Contents"), "title")
    sections = list(_sections(session, shown))
    for section in sections:
        yield ContentsLine(section.title)
    yield PageBreak()
    for section in sections:
        yield from section.story
    if shown.seal:
        yield PageBreak()
        parties = signing_parties(session, cycle_id)
        yield from signature_sheet.story(shown.year, shown.seal, parties)


@dataclass(frozen=True)
class Section:
    """A numbered part of the document, with its title as it is in the contents."""

    title: str
    story: Sequence[Flowable]


def _sections(session: Session, shown: FullText) -> Iterator[Section]:
    number = count(1)
    goals = [bullet("•", escaped(fonts.printable(goal.words))) for goal in shown.goals]
    yield _supplied(session, "agreements-why", shown, next(number), goals)
    yield _section(next(number), _("Parties and period"), _parties_and_period(shown))
    for chapter in shown.chapters:
        title = f"{next(number)}  {chapter.name}"
        yield Section(title, list(_chapter(title, chapter)))
    for key in ("agreements-cooperation", "agreements-glossary"):
        yield _supplied(session, key, shown, next(number))
    served = [
        *_served(_("Goals of the municipality"), shown.goals),
        *_served(_("Priorities of the minister"), shown.priorities),
    ]
    if served:
        yield _section(next(number), _("Which goals the agreements serve"), served)


def _section(number: int, title: str, story: Iterable[Flowable]) -> Section:
    numbered = f"{number}  {title}"
    return Section(numbered, [Spacer(1, 10), text(numbered, "title", bookmark=numbered), *story])


def _supplied(
    session: Session, key: str, shown: FullText, number: int, after: Sequence[Flowable] = ()
) -> Section:
    """A section whose title and text the corporation may have changed."""
    source = letter_texts.load(session, key, "nl")
    title, *blocks = source.blocks({"year": shown.year, "policy": shown.policy})
    return _section(number, unescape(title.cells[0]), [*letter.story_of(blocks), *after])


def _cover(shown: FullText) -> Iterator[Flowable]:
    yield Spacer(1, 60 * mm)
    yield text(_("Performance agreements {year}").format(year=shown.year), "large bold")
    yield Spacer(1, 6 * mm)
    yield text(_period(shown))
    yield Spacer(1, 10 * mm)
    for party in shown.parties:
        yield text(party)
    yield Spacer(1, 10 * mm)
    yield text(_status(shown), "reference")


def _period(shown: FullText) -> str:
    return _("{first} to {last}").format(
        first=day_plain(shown.applies_from), last=day_plain(shown.applies_to)
    )


def _status(shown: FullText) -> str:
    if shown.seal is None:
        return _("Draft: {state}").format(state=word(shown.state).lower())
    version = _("Version {n} of {day}").format(
        n=shown.seal.number, day=day_plain(shown.seal.sealed_on)
    )
    return f"{version} · {word(shown.state).lower()}"


def _parties_and_period(shown: FullText) -> Iterator[Flowable]:
    yield text(_("These parties make the agreements:"))
    yield from (bullet("•", escaped(fonts.printable(party))) for party in shown.parties)
    if shown.advisers:
        yield text(_("They advise: {parties}.").format(parties=", ".join(shown.advisers)))
    yield text(_("The agreements hold from {period}.").format(period=_period(shown)))


def _chapter(title: str, chapter: Chapter) -> Iterator[Flowable]:
    yield CondPageBreak(CHAPTER_ROOM)
    yield ChapterBand(title, chapter.colour)
    for agreement in chapter.agreements:
        yield from clause_block(agreement)


class ChapterBand(Flowable):
    """The title of a chapter on the colour of its theme."""

    def __init__(self, title: str, colour: str) -> None:
        super().__init__()
        self.title = self.bookmark = title
        ink, ground = TONES.get(colour, PLAIN)
        self.ink, self.ground = HexColor(ink), HexColor(ground)
        self.spaceBefore, self.spaceAfter = 14, 10
        self.keepWithNext = 1

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, 30.0
        return width, self.height

    def draw(self) -> None:
        canvas = self.canv
        canvas.setFillColor(self.ground)
        canvas.roundRect(0, 0, self.width, self.height, 6, stroke=0, fill=1)
        canvas.setFillColor(self.ink)
        canvas.setFont(fonts.SEMIBOLD, 14)
        words = fonts.fitted(fonts.printable(self.title), fonts.SEMIBOLD, 14, self.width - 24)
        canvas.drawString(12, 10, words)


def _served(title: str, served: Iterable[Served]) -> Iterator[Flowable]:
    rows = [
        [text(one.words, "cell"), ", ".join(one.codes) or _("no agreement yet")] for one in served
    ]
    if rows:
        yield text(title, "form question")
        yield table([_("What"), _("Agreements")], rows, [100 * mm, letter.WIDTH - 100 * mm])
