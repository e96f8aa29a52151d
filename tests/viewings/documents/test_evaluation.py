"""The report of the evaluation: the questions first, then what they rest on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.orm import Session

from desktop.viewings.documents import evaluation
from desktop.viewings.queries.papers.evaluation import (
    Answered,
    EvaluationPaper,
    MeasureGroup,
    NumberLine,
    ShareLine,
    TypeFigures,
    TypeVerdict,
)
from tests.support.pdf import bookmarks, outside_the_page, page_texts, words_of
from tests.support.world import World


@pytest.fixture
def report() -> EvaluationPaper:
    return EvaluationPaper(
        scope="Kadeflat en Havenflat",
        first_day=date(2025, 11, 1),
        last_day=date(2026, 11, 1),
        fixed_on=date(2025, 10, 1),
        answers=(
            Answered(
                "Hoe gaat het met kandidaten met voorrang?",
                "te weinig gegevens om iets te zeggen (n = 18)",
                ("3 van 12 woningen gingen naar iemand met voorrang.",),
            ),
            Answered("In welke complexen is het werkbaar?", "werkbaar met hulp", ("9 van 12",)),
        ),
        types=(
            TypeVerdict(
                "Hoe het is gebouwd", "galerijflat", "Kadeflat", "werkbaar met hulp", "9 van 12"
            ),
        ),
        type_figures=(
            TypeFigures(
                "Gedeelde ruimten",
                ("met gedeelde ruimten", "zonder gedeelde ruimten"),
                (("Extra dagen", "2 (1 tot 3; n = 10)", "0 (0 tot 0; n = 5)"),),
            ),
        ),
        groups=(
            MeasureGroup(
                "Kandidaten met voorrang",
                shares=(
                    ShareLine("Verhuurd met voorrang", "3 van 6", 0.5, 0.1876, 0.8124),
                    ShareLine("Vergelijking", "minder dan 5, niet getoond"),
                ),
                thresholds=((0.7, "werkbaar"),),
                numbers=(NumberLine("Dagen tot de aanbieding", "6 (4 tot 9)"),),
                notes=("Verschil −21 % (−47 % tot 18 %).",),
            ),
        ),
        by_policy=("Zelfde ronde, voorrang blijft (12 woningen): verhuurd 3 van 12.",),
        planner=("Met deze mutatiegraad weet u dit in juni 2028.",),
        limits=("Vrijwilligers kiezen makkelijke complexen.",),
        method=("Wij gebruiken het interval van Wilson (95 %).",),
    )


def test_the_first_page_answers_the_questions_in_words_and_counts(
    session: Session, world: World, report: EvaluationPaper
):
    first = " ".join(page_texts(evaluation.make(session, report, world.now))[0].split())
    assert "te weinig gegevens om iets te zeggen (n = 18)" in first
    assert "3 van 12 woningen gingen naar iemand met voorrang." in first
    assert "galerijflat Kadeflat werkbaar met hulp 9 van 12" in first
    assert "Met deze mutatiegraad weet u dit in juni 2028." in first


def test_then_come_measures_limits_and_method(
    session: Session, world: World, report: EvaluationPaper
):
    paper = evaluation.make(session, report, world.now)
    after = " ".join(" ".join(page_texts(paper)[1:]).split())
    for words in ("3 van 6", "minder dan 5, niet getoond", "6 (4 tot 9)", "−47 %", "Wilson"):
        assert words in after
    titles = [title for _level, title, _page in bookmarks(paper)]
    assert titles == [
        "De vragen",
        "Per soort complex",
        "Voorrang, per manier van omgaan met voorrang",
        "Wanneer weten wij meer?",
        "Wat wij hebben gemeten",
        "Wat wij maten, per soort complex",
        "Wat ons op het verkeerde been kan zetten",
        "Hoe wij hebben geteld",
    ]


def test_it_says_when_thresholds_were_fixed_or_that_they_were_not(
    session: Session, world: World, report: EvaluationPaper
):
    paper = evaluation.make(session, report, world.now)
    assert "grenzen vastgelegd op 1 oktober 2025" in words_of(paper)
    paper = evaluation.make(session, replace(report, fixed_on=None), world.now)
    assert "er zijn geen grenzen vastgelegd" in words_of(paper)


def test_a_report_without_anything_measured_can_be_printed(
    session: Session, world: World, report: EvaluationPaper
):
    empty = replace(report, types=(), groups=(), by_policy=(), planner=(), limits=(), method=())
    assert len(page_texts(evaluation.make(session, empty, world.now))) == 2


def test_many_measures_go_on_over_pages(session: Session, world: World, report: EvaluationPaper):
    many = replace(report, groups=report.groups * 12)
    paper = evaluation.make(session, many, world.now)
    assert outside_the_page(paper) == []
    assert words_of(paper).count("3 van 6") == 12


def test_q2_what_was_measured_of_each_type_stands_side_by_side(
    session: Session, world: World, report: EvaluationPaper
):
    words = words_of(evaluation.make(session, report, world.now))
    assert "Wat wij maten, per soort complex" in words
    assert "Gedeelde ruimten" in words
    assert "Extra dagen 2 (1 tot 3; n = 10) 0 (0 tot 0; n = 5)" in words
