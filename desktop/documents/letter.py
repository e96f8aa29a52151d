"""Letters: from a text and values to pages with an address for the window of an envelope."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from itertools import groupby

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Spacer
from sqlalchemy.orm import Session

from desktop.documents import flowables, letter_texts, letterhead, pages, styles, tables
from desktop.documents.flowables import Words
from desktop.documents.letter_texts import Block, Kind, LetterText
from desktop.documents.letterhead import Letterhead
from desktop.documents.pages import About, Part, Sheet
from desktop.documents.paper import Paper
from desktop.language import _, in_language
from desktop.language.format import day_plain, local

SetParagraph = Callable[[str, str], Words]
WIDTH = styles.PORTRAIT[0] - styles.LEFT - styles.RIGHT
ADDRESS_HEIGHT = 27 * mm  # with the top margin: what shows in a window envelope (NEN 1026)


@dataclass(frozen=True)
class Letter:
    """One letter before it is on paper.

    `text` is the key of its text and `values` what that asks for; `to` the lines of the address;
    `reference` what the corporation finds it back by; `bookmark` its line in the contents of a
    PDF with more letters; `footer` the words at the bottom. `enclosed` comes on a page of its own
    behind the letter, such as a card to send back; `dated` is the day of a letter that went out
    before, today when None. `signed_by` is who signs when that is not as the letterhead says."""

    text: str
    language: str
    to: tuple[str, ...]
    reference: str
    footer: str
    bookmark: str
    values: Mapping[str, object] = field(default_factory=dict)
    enclosed: tuple[Flowable, ...] = ()
    dated: date | None = None
    signed_by: str = ""


def write(
    session: Session,
    key: str,
    title: Callable[[], str],
    letters: Sequence[Letter],
    now: datetime,
) -> Paper:
    """One PDF with a letter for each. `title` is asked in the language of the user and in that
    of the letters."""
    head = letterhead.letterhead(session)
    made_on = local(now).date()
    texts: dict[tuple[str, str], LetterText] = {}
    for letter in letters:
        kind = (letter.text, letter.language)
        if kind not in texts:
            texts[kind] = letter_texts.load(session, *kind)
    paragraph = cache(flowables.marked)
    parts = [
        _part(letter, texts[letter.text, letter.language], head, made_on, paragraph)
        for letter in letters
    ]
    return finish(key, title, parts, head, made_on)


def finish(
    key: str, title: Callable[[], str], parts: Sequence[Part], head: Letterhead, made_on: date
) -> Paper:
    """The parts as a paper. Its language is that of its parts, Dutch when they differ."""
    spoken = {part.language for part in parts}
    language = spoken.pop() if len(spoken) == 1 else "nl"
    with in_language(language):
        inside = title()
    pdf = pages.to_pdf(parts, head, About(inside, head.name, language))
    return Paper(key, title(), made_on, language, pdf)


def preview(session: Session, key: str, language: str, source: str, now: datetime) -> Paper:
    """A letter with this text and the example values, for whoever changes the text. Refuses a
    text that cannot become a letter."""
    letter_texts.check(key, source)
    head = letterhead.letterhead(session)
    made_on = local(now).date()
    examples = letter_texts.placeholders(key).examples
    letter = Letter(
        text=key,
        language=language,
        to=(str(examples.get("name", "")),),
        reference="2026-214-2",
        footer=_("Preview"),
        bookmark="",
        values=examples,
    )
    part = _part(letter, LetterText(key, language, source, True), head, made_on, flowables.marked)
    return finish(key, lambda: _("Preview"), [part], head, made_on)


def _part(
    letter: Letter, text: LetterText, head: Letterhead, made_on: date, paragraph: SetParagraph
) -> Part:
    with in_language(letter.language):
        story = [
            *opening(letter.to, letter.reference, head, letter.dated or made_on),
            *story_of(text.blocks({**corporation_values(head), **letter.values}), paragraph),
            *closing(head, letter.signed_by),
            *([PageBreak(), *letter.enclosed] if letter.enclosed else []),
        ]
    return Part(story, letter.bookmark, letter.footer, letter.language, Sheet.LETTER)


def corporation_values(head: Letterhead) -> dict[str, object]:
    """What every text may say of the corporation."""
    return {
        "corporation": head.name,
        "phone": head.phone,
        "email": head.email,
        "website": head.website,
    }


def opening(to: Sequence[str], reference: str, head: Letterhead, made_on: date) -> list[Flowable]:
    """The address at the height of the window of an envelope, and the line with the day."""
    return [
        flowables.AtLeast([flowables.text(line, "address") for line in to], ADDRESS_HEIGHT),
        flowables.text(_date_line(reference, head, made_on), "reference"),
    ]


def _date_line(reference: str, head: Letterhead, made_on: date) -> str:
    day = day_plain(made_on)
    place = _("{city}, {day}").format(city=head.city, day=day) if head.city else day
    if not reference:
        return place
    named = _("reference {reference}").format(reference=reference)
    return f"{place}   ·   {named}"


def closing(head: Letterhead, signed_by: str = "") -> list[Flowable]:
    """The greeting and who signs: who the letterhead says, unless somebody else does."""
    name = signed_by or head.signature
    sender = ", ".join(part for part in ("" if signed_by else head.department, head.name) if part)
    return [
        Spacer(1, 3),
        flowables.text(_("Kind regards,")),
        Spacer(1, 3),
        *([flowables.text(name, "address")] if name else []),
        flowables.text(sender),
    ]


def story_of(blocks: Iterable[Block], paragraph: SetParagraph = flowables.marked) -> list[Flowable]:
    """The blocks of a text as flowables: boxes and tables together, the rest one by one.
    `paragraph` sets markup in a style; letters that go out together share what they have alike."""
    story: list[Flowable] = []
    for kind, group in groupby(blocks, key=lambda block: _together(block.kind)):
        found = list(group)
        if kind is Kind.BOX:
            story.append(flowables.Box([_labelled(block, paragraph) for block in found]))
        elif kind is Kind.ROW:
            rows = [(block.kind is Kind.HEAD, block.cells) for block in found]
            story.append(tables.from_markup(rows, WIDTH))
        elif kind is Kind.BULLET:
            story.extend(flowables.bullet(*block.cells) for block in found)
        else:
            story.extend(paragraph(block.cells[0], kind.value) for block in found)
    return story


def _together(kind: Kind) -> Kind:
    return Kind.ROW if kind is Kind.HEAD else kind


def _labelled(block: Block, paragraph: SetParagraph) -> tuple[Words | None, Words]:
    label, words = block.cells
    return paragraph(label, "box label") if label else None, paragraph(words, "box")
