"""Dit vroegen bewoners, dit doen we: every proposal with its answer, as a list and as a poster."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer, TableStyle
from sqlalchemy.orm import Session

from desktop.documents import fonts, styles
from desktop.documents.counters import Counters, became_counter
from desktop.documents.dated import paper
from desktop.documents.fitting import height_of
from desktop.documents.flowables import Words
from desktop.documents.pages import Sheet
from desktop.documents.paper import Paper
from desktop.documents.round_sign import Became, RoundSign
from desktop.documents.tables import WholeRows
from desktop.documents.title_band import TitleBand, Type
from desktop.language import _, ngettext
from desktop.language.format import day_figures, day_plain, local
from desktop.projects.documents.became import BECAME, answer_words
from desktop.projects.documents.sentences import call_us
from desktop.projects.queries.projects import ProjectView, project_view
from desktop.projects.queries.voices import ProposalLine, proposals_of
from desktop.projects.states import ProposalAnswer
from desktop.projects.wording import word
from desktop.projects.wording.dots import dots
from desktop.refused import Refused


@dataclass(frozen=True)
class Setting:
    """How large it is set: letters and title in points, and how much larger the counts are."""

    sheet: Sheet
    page: tuple[float, float]
    size: float
    title: float
    counters: float

    @property
    def width(self) -> float:
        return self.page[0] - styles.LEFT - styles.RIGHT

    @property
    def height(self) -> float:
        return self.page[1] - TitleBand.TOP - styles.FOOT


LIST = Setting(Sheet.BARE, styles.PORTRAIT, 10.0, 21.0, 1.0)
# A poster is read from afar: the largest letters with which it stays on one sheet.
POSTERS = tuple(
    Setting(Sheet.POSTER, styles.POSTER, size, 32.0, 1.4) for size in (24.0, 22.0, 20.0, 18.0, 16.0)
)
COLUMNS = (0.06, 0.4, 0.54)  # of the width: sign, what tenants said, what is done


def make(session: Session, project_id: int, now: datetime) -> Paper:
    """The list on A4. Refuses a project in which nobody proposed anything."""

    def title() -> str:
        return _("What tenants asked, what we do: {project}")

    return _paper(session, project_id, now, "project-answers", title, (LIST,))


def poster(session: Session, project_id: int, now: datetime) -> Paper:
    """The same in large letters on A3, to hang up. Refuses the same."""

    def title() -> str:
        return _("What tenants asked, what we do, poster: {project}")

    return _paper(session, project_id, now, "project-answers-poster", title, POSTERS)


def _paper(
    session: Session,
    project_id: int,
    now: datetime,
    key: str,
    title: Callable[[], str],
    settings: Sequence[Setting],
) -> Paper:
    today = local(now).date()
    view = project_view(session, project_id, today)
    lines = proposals_of(session, project_id, today)
    if not lines:
        raise Refused(_("Tenants have not proposed anything yet."))
    lines.sort(key=lambda line: (-line.support, line.number))
    return paper(
        session,
        key,
        lambda: title().format(project=view.name),
        lambda: _largest(view, lines, today, settings),
        now,
        settings[-1].sheet,
    )


def _largest(
    view: ProjectView, lines: Sequence[ProposalLine], today: date, settings: Sequence[Setting]
) -> list[Flowable]:
    """In the first of these settings in which it takes one sheet, else in the last."""
    for setting in settings:
        story = list(_story(view, lines, today, setting))
        if height_of(story, setting.width) <= setting.height:
            break
    return story


def _story(
    view: ProjectView, lines: Sequence[ProposalLine], today: date, setting: Setting
) -> Iterator[Flowable]:
    kind = Type(setting.size)
    below = _("{project}  ·  as on {day}").format(project=view.name, day=day_plain(today))
    yield TitleBand(_("This is what tenants asked, this is what we do"), below, setting.title)
    yield Spacer(1, setting.size)
    yield _counters(lines, setting.counters)
    yield kind.words(_in_words(lines))
    yield Spacer(1, setting.size * 0.5)
    yield _table(lines, kind, setting)
    contact = call_us(view)
    if contact:
        yield Spacer(1, setting.size)
        yield kind.words(contact)


def _counters(lines: Sequence[ProposalLine], scale: float) -> Counters:
    shown = [
        became_counter(BECAME[answer], sum(line.answer is answer for line in lines), word(answer))
        for answer in ProposalAnswer
    ]
    open_ones = sum(line.answer is None for line in lines)
    return Counters([*shown, became_counter(Became.WAITING, open_ones, _("Still open"))], scale)


def _in_words(lines: Sequence[ProposalLine]) -> str:
    n = len(lines)
    said = ngettext("{n} proposal of tenants.", "{n} proposals of tenants.", n).format(n=n)
    return said + " " + _("Each gets an answer with the reason.")


def _table(lines: Sequence[ProposalLine], kind: Type, setting: Setting) -> WholeRows:
    bold = ParagraphStyle("bold", parent=kind.sentence, fontName=fonts.SEMIBOLD)
    soft = ParagraphStyle(
        "soft", parent=kind.sentence, fontSize=kind.size * 0.85, textColor=styles.SOFT
    )
    rows = [_row(line, kind, bold, soft) for line in lines]
    widths = [share * setting.width for share in COLUMNS]
    made = WholeRows(rows, colWidths=widths, hAlign="LEFT")
    pad = kind.size * 0.5
    made.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LINEBELOW", (0, 0), (-1, -1), 0.6, styles.LINE),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), kind.size),
                ("TOPPADDING", (0, 0), (-1, -1), pad),
                ("BOTTOMPADDING", (0, 0), (-1, -1), pad * 1.3),
            ]
        )
    )
    return made


def _row(
    line: ProposalLine, kind: Type, bold: ParagraphStyle, soft: ParagraphStyle
) -> list[object]:
    said: list[Words] = [kind.words(line.text, bold)]
    under = [part for part in (line.theme, dots(line.support) if line.support else "") if part]
    if under:
        said.append(kind.words(" · ".join(under), soft))
    return [
        RoundSign(BECAME[line.answer], kind.size * 1.35),
        said,
        list(_done(line, kind, bold, soft)),
    ]


def _done(
    line: ProposalLine, kind: Type, bold: ParagraphStyle, soft: ParagraphStyle
) -> Iterator[Words]:
    yield kind.words(answer_words(line), bold)
    if line.reason:
        yield kind.words(line.reason)
    if line.answered_on is not None:
        words = _("{who}, {day}").format(who=line.answered_by, day=day_figures(line.answered_on))
        yield kind.words(words, soft)
