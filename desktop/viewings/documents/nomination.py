"""The form on which residents nominate one of the first candidates (level C)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from desktop.documents import letter
from desktop.documents.flowables import Ticks, WritingLines, text
from desktop.documents.letterhead import letterhead
from desktop.documents.pages import Part, Sheet
from desktop.documents.paper import Paper
from desktop.documents.tables import Cell, table
from desktop.language import _, in_language
from desktop.language.format import day_long, local
from desktop.viewings.queries.papers.nomination import NominationPaper, nomination_paper
from desktop.viewings.states import CriterionAnswer
from desktop.viewings.wording import word

ROW_TO_WRITE_IN = 11 * mm


def form(session: Session, vacancy_ids: Sequence[int], now: datetime) -> Paper:
    """A place to write in for each candidate, and each criterion to answer."""
    with in_language("nl"):
        parts = [_form(nomination_paper(session, vacancy_id)) for vacancy_id in vacancy_ids]
    return letter.finish(
        "nomination-form",
        lambda: _("Form for the nomination"),
        parts,
        letterhead(session),
        local(now).date(),
    )


def _form(shown: NominationPaper) -> Part:
    names: list[list[Cell]] = [[text(name, "cell bold"), ""] for name in shown.names]
    heads = [_("Candidate"), _("Place in your order (1, 2, 3 …)")]
    story: list[Flowable] = [
        text(_("Nomination for {address}").format(address=shown.home), "title"),
        text(
            _(
                "Fill this in with at least two residents, each from another household. Go by the "
                "questions in the advert only. Staff test it, and a second colleague reads along."
            )
        ),
        text(_("Your order"), "form question"),
        table(heads, names, [70 * mm, 95 * mm], least_height=ROW_TO_WRITE_IN)
        if names
        else text(_("Nobody can be nominated any more.")),
    ]
    answers = [word(answer) for answer in CriterionAnswer]
    for criterion, fact in zip(shown.criteria, shown.facts, strict=True):
        rows: list[list[Cell]] = [[name, Ticks(answers)] for name in shown.names]
        story.append(text(criterion, "form question"))
        if fact:
            story.append(text(_("“Yes” means: {fact}.").format(fact=fact.rstrip(".")), "small"))
        story.append(table([], rows, [70 * mm, 95 * mm]))
    story += [
        text(_("Who filled this in?"), "form question"),
        WritingLines(2, label=_("Name and signature:")),
        text(_about(shown), "small"),
    ]
    footer = _("Nomination · {dwelling} · hand in with staff").format(dwelling=shown.home)
    return Part(story, shown.home, footer, sheet=Sheet.BARE)


def _about(shown: NominationPaper) -> str:
    words = _(
        "Write nothing about a person: not about looks, belief, health, family, work or income. "
        "Do you know somebody on this form? Then do not take part."
    )
    if shown.until is None:
        return words
    return words + " " + _("Hand in on {day} at the latest.").format(day=day_long(shown.until))
