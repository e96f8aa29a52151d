"""What tenants asked and what was done with it: a list to give back, and a poster for the wall."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer, TableStyle
from sqlalchemy.orm import Session

from desktop.agreements.documents.answered import BECAME
from desktop.agreements.model import Cycle
from desktop.agreements.queries.payload import as_payload
from desktop.agreements.queries.voices import InputCounts, InputLine, ReplyLine, Voices, inputs
from desktop.agreements.states import ReplyDecision
from desktop.agreements.wording import word
from desktop.documents import fonts, letter, styles
from desktop.documents.counters import Counters, became_counter
from desktop.documents.flowables import Words
from desktop.documents.letterhead import letterhead
from desktop.documents.pages import Part, Sheet
from desktop.documents.paper import Paper
from desktop.documents.round_sign import Became, RoundSign
from desktop.documents.tables import WholeRows
from desktop.documents.title_band import TitleBand, Type
from desktop.language import _, in_language, ngettext
from desktop.language.format import day_figures, day_plain, local
from desktop.refused import Refused
from desktop.store.audit import sha256
from desktop.store.found import found

HASH_SIGNS = 8


@dataclass(frozen=True)
class Setting:
    """How large the list is set: letters and title in points, and how much larger the counts
    are."""

    sheet: Sheet
    size: float
    title: float
    counters: float


LIST = Setting(Sheet.BARE, 10.5, 22.0, 1.0)
POSTER = Setting(Sheet.POSTER, 16.0, 33.0, 1.35)
COLUMNS = (0.18, 0.255, 0.055, 0.33, 0.18)  # of the width: when, question, sign, answer, told


def make(session: Session, cycle_id: int, now: datetime) -> Paper:
    """The list of a year on A4. Refuses a year in which nobody asked anything."""

    def title() -> str:
        return _("What tenants asked, what we did {year}")

    return _paper(session, cycle_id, now, "tenant-questions", title, LIST)


def poster(session: Session, cycle_id: int, now: datetime) -> Paper:
    """The same in large letters on A3, to hang up. Refuses the same."""

    def title() -> str:
        return _("What tenants asked, what we did {year}, poster")

    return _paper(session, cycle_id, now, "tenant-questions-poster", title, POSTER)


def _paper(
    session: Session,
    cycle_id: int,
    now: datetime,
    key: str,
    title: Callable[[], str],
    setting: Setting,
) -> Paper:
    today = local(now).date()
    year = found(session, Cycle, cycle_id).applies_from.year
    shown = inputs(session, cycle_id, today)
    if not shown.lines:
        raise Refused(_("Tenants have not asked anything in this year yet."))
    with in_language("nl"):
        below = _("Agreements for {year}  ·  as on {day}").format(year=year, day=day_plain(today))
        story = list(_story(shown, below, setting))
        part = Part(story, "", _footer(shown, year, now), sheet=setting.sheet)
    return letter.finish(key, lambda: title().format(year=year), [part], letterhead(session), today)


def _footer(shown: Voices, year: int, now: datetime) -> str:
    digest = sha256("\n".join(as_payload(line) for line in shown.lines))
    return " · ".join(
        [
            _("What tenants asked, what we did {year}").format(year=year),
            _("made on {day}").format(day=day_figures(local(now).date())),
            digest[:HASH_SIGNS],
        ]
    )


def _story(shown: Voices, below: str, setting: Setting) -> Iterator[Flowable]:
    kind = Type(setting.size)
    yield TitleBand(_("What did tenants ask, and what did we do?"), below, setting.title)
    yield Spacer(1, setting.size)
    yield _counters(shown.counts, setting.counters)
    yield kind.words(_in_words(shown.counts))
    yield Spacer(1, setting.size * 0.5)
    yield _table(shown, kind, setting)


# The counts on top -----------------------------------------------------------------------------


def _counters(counts: InputCounts, scale: float) -> Counters:
    """How many questions got which answer, and how many wait for one."""
    shown = [
        became_counter(BECAME[decision], counts.by_decision[decision], word(decision))
        for decision in ReplyDecision
    ]
    waiting = became_counter(Became.WAITING, counts.unanswered, _("Still open"))
    return Counters([*shown, waiting], scale)


def _in_words(counts: InputCounts) -> str:
    """How many questions there were, and how many answers came in time and were told."""
    asked = ngettext("{n} question.", "{n} questions.", counts.total).format(n=counts.total)
    if not counts.answered:
        return asked
    n = counts.answered
    answered = ngettext("{n} got an answer", "{n} got an answer", n).format(n=n)
    in_time = _("{n} in time").format(n=counts.in_time)
    told = ngettext("Tenants heard {n} answer.", "Tenants heard {n} answers.", counts.told).format(
        n=counts.told
    )
    return f"{asked} {answered}, {in_time}. {told}"


# The list --------------------------------------------------------------------------------------


def _table(shown: Voices, kind: Type, setting: Setting) -> WholeRows:
    width = _width(setting.sheet)
    bold = ParagraphStyle("bold", parent=kind.sentence, fontName=fonts.SEMIBOLD)
    heads = [_("When and where"), _("Question"), "", _("Answer and agreement"), _("Told on")]
    head = ParagraphStyle(
        "column", parent=bold, fontSize=kind.size * 0.82, leading=kind.size, textColor=styles.SOFT
    )
    rows: list[list[object]] = [[kind.words(words, head) for words in heads]]
    rows += [_row(line, kind, bold) for line in shown.lines]
    made = WholeRows(
        rows,
        colWidths=[share * width for share in COLUMNS],
        repeatRows=1,
        hAlign="LEFT",
    )
    pad = kind.size * 0.34
    made.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LINEBELOW", (0, 0), (-1, -1), 0.6, styles.LINE),
                ("LINEBELOW", (0, 0), (-1, 0), 1, styles.SOFT),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), kind.size * 0.7),
                ("RIGHTPADDING", (2, 0), (2, -1), 0),
                ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), pad),
                ("BOTTOMPADDING", (0, 0), (-1, -1), pad * 1.4),
            ]
        )
    )
    return made


def _width(sheet: Sheet) -> float:
    page = styles.POSTER if sheet is Sheet.POSTER else styles.PORTRAIT
    return page[0] - styles.LEFT - styles.RIGHT


def _row(line: InputLine, kind: Type, bold: ParagraphStyle) -> list[object]:
    soft = ParagraphStyle("soft", parent=kind.sentence, textColor=styles.SOFT)
    where = [word(line.channel), *([line.place] if line.place else [])]
    side = kind.size * 1.35
    return [
        [
            kind.words(line.code, bold),
            kind.words(day_figures(line.received_on), soft),
            *(kind.words(part, soft) for part in where),
        ],
        kind.words(_asked(line)),
        RoundSign(BECAME[line.reply.decision] if line.reply else Became.WAITING, side),
        list(_answer(line, kind, bold)),
        [kind.words(part, soft) for part in _told(line.reply)],
    ]


def _asked(line: InputLine) -> str:
    """In the words of tenants between quotation marks, when they said that these may be quoted."""
    return f"“{line.text}”" if line.may_quote else line.text


def _answer(line: InputLine, kind: Type, bold: ParagraphStyle) -> Iterator[Words]:
    if line.reply is not None:
        codes = ", ".join(code for _id, code in line.agreements)
        decision = word(line.reply.decision)
        yield kind.words(f"{decision} ({codes})" if codes else decision, bold)
        if line.reply.reason:
            yield kind.words(line.reply.reason)
        return
    yield kind.words(_("No answer yet"), bold)
    due = day_plain(line.due_on)
    if line.is_late:
        yield kind.words(_("The answer should have been there on {day}.").format(day=due))
    else:
        yield kind.words(_("You hear from us by {day}.").format(day=due))


def _told(reply: ReplyLine | None) -> Iterator[str]:
    """When and how tenants heard the answer."""
    if reply is None:
        return
    if reply.told_on is None:
        yield _("Not told yet")
        return
    yield day_figures(reply.told_on)
    if reply.told_via:
        yield reply.told_via
