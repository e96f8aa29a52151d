"""Ballots from a file, for ideas that are on the ballot already."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.projects.exchange.ballots import read_ballots
from desktop.projects.rules.budget import Idea
from desktop.refused import Refused

KNOWN = [Idea("Bankjes", 3000), Idea("Verlichting", 4000)]


def written(folder: Path, text: str) -> Path:
    path = folder / "stemmen.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_with_ballots_only_is_enough(tmp_path: Path) -> None:
    path = written(tmp_path, "huishouden;ideeën\n14a;bankjes, Verlichting\n15;\n")
    assert read_ballots(path, KNOWN).wishes == {"14a": ("Bankjes", "Verlichting"), "15": ()}


def test_whole_euros_are_read_as_excel_and_people_write_them(tmp_path: Path) -> None:
    path = written(
        tmp_path, "idee;kosten\nBankjes;€ 3.000,00\nVerlichting;4000,-\nhuishouden;ideeën\n1;\n"
    )
    assert read_ballots(path).ideas == tuple(KNOWN)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "idee;kosten\nBankjes;3100\nhuishouden;ideeën\n1;Bankjes\n",
            "Regel 2: “Bankjes” met deze kosten staat niet op het stembiljet.",
        ),
        ("idee;kosten\nBankjes;3,50\n", "Regel 2: ‘3,50’ is geen heel bedrag boven 0."),
        ("huishouden;ideeën\n1;Zwembad\n", "Regel 2: ‘Zwembad’ staat niet bij de ideeën."),
        ("huishouden;ideeën\n1;\n1;Bankjes\n", "Regel 3: huishouden 1 heeft al gestemd."),
        ("huishouden;ideeën\n", "Dit bestand heeft geen ideeën of geen huishoudens die stemden."),
    ],
)
def test_what_is_not_on_the_ballot_is_refused_with_its_line(
    tmp_path: Path, text: str, sentence: str
) -> None:
    with pytest.raises(Refused) as refused:
        read_ballots(written(tmp_path, text), KNOWN)
    assert refused.value.sentence == sentence
