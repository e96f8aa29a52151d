"""The sign of a light on paper, read back from the PDF."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from reportlab.platypus import SimpleDocTemplate

from desktop.agreements.documents.light_sign import light_sign
from desktop.agreements.states import Light
from desktop.agreements.wording import word
from desktop.documents.tables import table


def text_of(*signs: tuple[Light, bool]) -> str:
    file = io.BytesIO()
    rows = [[light_sign(light, pale)] for light, pale in signs]
    SimpleDocTemplate(file).build([table(["stand"], rows, [200])])
    (page,) = pypdfium2.PdfDocument(file.getvalue())
    return " ".join(page.get_textpage().get_text_bounded().split())


@pytest.mark.parametrize("light", list(Light))
def test_a_sign_says_its_word_in_letters(light: Light):
    assert word(light) in text_of((light, False))


def test_an_outdated_light_says_what_it_was():
    told = text_of((Light.NM, False), (Light.RISK, True))
    assert word(Light.NM) in told
    assert f"was: {word(Light.RISK).lower()}" in told


@pytest.mark.parametrize("light", list(Light))
def test_a_pale_sign_has_fewer_parts_than_a_full_one(light: Light):
    assert len(light_sign(light, pale=True).contents) < len(light_sign(light).contents)


def test_a_sign_is_as_wide_as_its_word():
    assert light_sign(Light.NM).width > light_sign(Light.RISK).width
    assert light_sign(Light.ON, size=13).height > light_sign(Light.ON).height
