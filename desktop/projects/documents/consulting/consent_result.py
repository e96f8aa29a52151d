"""Uitslag instemming: numbers only, for everybody in the building."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from desktop.documents import fonts, letter, styles
from desktop.documents.charts import Tone
from desktop.documents.flowables import text
from desktop.documents.letterhead import letterhead
from desktop.documents.pages import Part
from desktop.documents.paper import Paper
from desktop.documents.tables import table
from desktop.language import _, in_language
from desktop.language.format import day_figures, day_plain, local
from desktop.projects.queries.consent import RoundView, round_view
from desktop.projects.rules.consent import LEAST_DWELLINGS, Consent
from desktop.projects.wording.consent import (
    NEEDED_PERCENT,
    agreed_words,
    needed_words,
    possible_words,
    rule_words,
    standing_sentences,
)
from desktop.refused import Refused

WIDTHS = [60 * mm, 35 * mm, 35 * mm]


def make(session: Session, round_id: int, now: datetime) -> Paper:
    """How many agreed, refused and did not answer, and what that means. Refuses a proposal that
    was not sent, or to nobody."""
    made_on = local(now).date()
    view = round_view(session, round_id, made_on)
    stands = view.stands
    if view.sent_on is None:
        raise Refused(_("The proposal has not gone out. Send it first."))
    if stands is None:
        raise Refused(_("Nobody lives in these dwellings: there is nobody to ask."))
    with in_language("nl"):
        title = _("Result of the consent round: {project}").format(project=view.project)
        footer = _("{title} · made on {day}").format(title=title, day=day_figures(made_on))
        watermark = "" if view.result_sent_on is not None else _("IN BETWEEN")
        part = Part(list(_story(view, stands, title)), "", footer, watermark=watermark)
    return letter.finish(
        "consent-result",
        lambda: _("Result of the consent round: {project}").format(project=view.project),
        [part],
        letterhead(session),
        made_on,
    )


def _story(view: RoundView, stands: Consent, title: str) -> Iterator[Flowable]:
    assert view.sent_on is not None, "it was refused before"
    yield text(title, "title")
    sent = _("On {day} all tenants of {unit} got the same proposal. This is what they answered.")
    yield text(sent.format(day=day_plain(view.sent_on), unit=view.unit or view.project))
    yield MeterBar(stands)
    rows = [
        [_("Yes"), str(stands.agreed), f"{stands.percent} %"],
        [_("No"), str(stands.refused), _share(stands.refused, stands)],
        [_("Did not answer"), str(stands.unanswered), _share(stands.unanswered, stands)],
        [_("Together"), str(stands.tenancies), "100 %"],
    ]
    yield table([_("Answer"), _("Households"), _("Share of all")], rows, WIDTHS, figures=(1, 2))
    if sum(_percent(n, stands) for n in (stands.agreed, stands.refused, stands.unanswered)) != 100:
        yield text(_("The shares are rounded, so together they are not just 100 %."), "small")
    vacant = stands.dwellings - stands.tenancies
    if vacant:
        yield text(_("Vacant dwellings have no tenant: {n}.").format(n=vacant), "small")
    yield text(_("What does this mean?"), "question")
    said = [*standing_sentences(stands)[:1], possible_words(stands)]
    yield text(" ".join(part for part in said if part))
    if stands.presumption_applies and stands.reached:
        yield text(
            _(
                "The proposal counts as reasonable (BW 7:220(3)). Who did not agree got a notice "
                "with the eight weeks in which a court can be asked."
            )
            if stands.agreed < stands.tenancies
            else _("The proposal counts as reasonable (BW 7:220(3)).")
        )
    elif stands.presumption_applies:
        rule = _("This building has {n} dwellings. From {least} on, {percent} % is enough ({law}).")
        yield text(
            rule.format(
                n=stands.dwellings,
                least=LEAST_DWELLINGS,
                percent=NEEDED_PERCENT,
                law=_("BW 7:220(3)"),
            )
        )
    else:
        yield text(rule_words(stands))
    yield text(_("Only numbers stand here. Nobody reads what a neighbour answered."), "small")
    if view.contact:
        yield text(_("Questions? {contact}").format(contact=view.contact))


def _share(n: int, stands: Consent) -> str:
    return f"{_percent(n, stands)} %"


def _percent(n: int, stands: Consent) -> int:
    """Rounded, a half upward."""
    return (200 * n + stands.tenancies) // (2 * stands.tenancies)


class MeterBar(Flowable):
    """The meter of the screen on paper; the words above it say what it shows."""

    HEIGHT, BAR = 17 * mm, 5 * mm

    def __init__(self, stands: Consent) -> None:
        super().__init__()
        self.stands = stands
        self.agreed, self.needed = agreed_words(stands), needed_words(stands)
        self.spaceBefore, self.spaceAfter = 4, 6

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        return width, self.HEIGHT

    def draw(self) -> None:
        canvas, stands = self.canv, self.stands
        bottom, radius = 3 * mm, self.BAR / 2
        canvas.setFillColor(styles.LINE)
        canvas.roundRect(0, bottom, self.width, self.BAR, radius, stroke=0, fill=1)
        share = self.width * stands.agreed / stands.tenancies
        if share > 2 * radius:
            canvas.setFillColor(styles.BRAND)
            canvas.roundRect(0, bottom, share, self.BAR, radius, stroke=0, fill=1)
        words = bottom + self.BAR + 4 * mm
        canvas.setFont(fonts.SEMIBOLD, 11)
        canvas.setFillColor(HexColor(Tone.BRAND.value))
        canvas.drawString(0, words, self.agreed)
        if not stands.presumption_applies:
            return
        mark, said = self.width * stands.needed / stands.tenancies, self.needed
        canvas.setStrokeColor(styles.INK)
        canvas.setLineWidth(1.4)
        canvas.line(mark, bottom - 1.5 * mm, mark, bottom + self.BAR + 1.5 * mm)
        canvas.setFont(fonts.SEMIBOLD, 9)
        canvas.setFillColor(styles.INK)
        half = stringWidth(said, fonts.SEMIBOLD, 9) / 2
        after = stringWidth(self.agreed, fonts.SEMIBOLD, 11) + 4 * mm + half
        canvas.drawCentredString(min(max(mark, after), self.width - half), words, said)
