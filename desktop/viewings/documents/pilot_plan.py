"""The plan of the pilot: where, when, what is measured, and what counts as workable."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from desktop.documents import letter
from desktop.documents.flowables import bullet, text
from desktop.documents.letterhead import letterhead
from desktop.documents.markdown import escaped
from desktop.documents.pages import Part
from desktop.documents.paper import Paper
from desktop.documents.tables import table
from desktop.language import _, in_language, pgettext
from desktop.language.format import day_plain, day_year, local, number, percent
from desktop.viewings.queries.papers import pilot
from desktop.viewings.queries.papers.pilot import PilotComplex
from desktop.viewings.rules.measures import (
    BIASES,
    BY_KEY,
    MEASURES,
    Better,
    Question,
)
from desktop.viewings.wording import word


def make(session: Session, now: datetime) -> Paper:
    """The plan, to be agreed before the start."""
    with in_language("nl"):
        parts = [Part(_story(pilot.pilot_complexes(session)), "", _("Plan of the pilot"))]
    return letter.finish(
        "pilot-plan",
        lambda: _("Plan of the pilot"),
        parts,
        letterhead(session),
        local(now).date(),
    )


def _story(complexes: Sequence[PilotComplex]) -> list[Flowable]:
    return [
        text(_("Plan of the pilot: residents receive their new neighbours"), "title"),
        text(
            _(
                "Residents show the dwelling and explain how people live here. We try this out and "
                "count what happens. What is workable we agree before the start, so that nobody "
                "can choose it afterwards."
            )
        ),
        _head(_("Where and when")),
        _complexes(complexes),
        _head(_("The questions of colleagues")),
        *_measures(Question.PRIORITY, _("How does it go for candidates with priority?")),
        *_measures(Question.WORKABLE, _("In which complexes is it workable?")),
        *_measures(Question.EFFECT, _("Does it help people to live together?")),
        _head(_("When is it workable?")),
        *_thresholds(complexes),
        _head(_("What can mislead us")),
        *(bullet("•", escaped(_(bias))) for bias in BIASES),
        _head(_("How we say it")),
        text(
            _(
                "We give the counts first, then the interval in which the true share lies (95 %). "
                "We say “indication”, “no indication” or “too little data”. We do not say that "
                "something is proved."
            )
        ),
    ]


def _head(words: str) -> Flowable:
    return text(words, "form question", bookmark=words)


def _complexes(complexes: Sequence[PilotComplex]) -> Flowable:
    heads = [_("Complex"), _("Part"), _("Dwellings"), _("Lettings a year"), _("From"), _("Until")]
    rows = [
        [
            complex_.name,
            word(complex_.role),
            number(complex_.dwellings, 0),
            _("about {n}").format(n=number(complex_.lettings_a_year, 0)),
            day_year(complex_.starts_on),
            day_year(complex_.ends_on) if complex_.ends_on else "–",
        ]
        for complex_ in complexes
    ]
    return table(heads, rows, [width * mm for width in (45, 28, 22, 26, 22, 22)])


def _measures(question: Question, title: str) -> list[Flowable]:
    measures = [measure.words for measure in MEASURES if measure.question is question]
    return [
        text(title, "question"),
        *(bullet("•", escaped(measure)) for measure in measures),
    ]


def _thresholds(complexes: Sequence[PilotComplex]) -> list[Flowable]:
    """Each set of thresholds once, with the complexes that it is for."""
    story: list[Flowable] = []
    shown: list[PilotComplex] = []
    for complex_ in complexes:
        if any(other.thresholds == complex_.thresholds for other in shown):
            continue
        shown.append(complex_)
        names = [c.name for c in complexes if c.thresholds == complex_.thresholds]
        story.append(text(_("For {complexes}").format(complexes=", ".join(names)), "question"))
        story.append(_agreed(complex_))
    return story


def _agreed(complex_: PilotComplex) -> Flowable:
    if not complex_.thresholds:
        return text(_("Not agreed yet. Fix the thresholds before the start."))
    rows = []
    for key, threshold in complex_.thresholds.items():
        measure = BY_KEY[key]
        most = measure.better is Better.LOWER
        words = _("at most {share}") if most else _("at least {share}")
        rows.append(
            [
                measure.words,
                words.format(share=percent(threshold.workable)),
                words.format(share=percent(threshold.with_help)),
            ]
        )
    heads = [pgettext("evaluation", "Measure"), _("Workable"), _("Workable with help")]
    if complex_.fixed_on is not None:
        heads[0] = _("Measure (fixed on {day})").format(day=day_plain(complex_.fixed_on))
    return table(heads, rows, [width * mm for width in (95, 35, 35)])
