"""Letter texts: supplied, changed, checked, and safe for any name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents import letter_texts
from desktop.documents.letter_texts import Kind, LetterText
from desktop.estate.model import LetterTextChange
from desktop.refused import Refused
from desktop.store import Actor, Store

TO_CANDIDATES = (
    "invitation",
    "reminder",
    "viewing-cancelled",
    "offer",
    "decision-chosen",
    "decision-others",
    "answer-form",
    "complaint-receipt",
)


def text(source: str) -> LetterText:
    return LetterText("reminder", "nl", source, True)


@pytest.mark.parametrize("key", letter_texts.keys())
def test_each_supplied_text_can_become_a_letter(key: str):
    for language in letter_texts.languages(key):
        letter_texts.check(key, letter_texts.supplied(key, language))


@pytest.mark.parametrize("key", TO_CANDIDATES)
def test_letters_to_candidates_are_there_in_english_too(key: str):
    assert letter_texts.languages(key) == ("nl", "en")


@pytest.mark.parametrize("key", letter_texts.keys())
def test_each_supplied_text_begins_with_its_title(key: str):
    for language in letter_texts.languages(key):
        source = letter_texts.supplied(key, language)
        values = letter_texts.placeholders(key).examples
        assert LetterText(key, language, source, False).blocks(values)[0].kind is Kind.TITLE


def test_the_supplied_text_counts_until_the_corporation_changes_it(store: Store, who: Actor):
    with store.reading() as session:
        assert not letter_texts.load(session, "reminder", "nl").changed
    with store.act(who, "test.text") as act:
        act.session.add(LetterTextChange(key="reminder", language="nl", source="# Tot morgen"))
    with store.reading() as session:
        assert letter_texts.load(session, "reminder", "nl").source == "# Tot morgen"
        assert not letter_texts.load(session, "reminder", "en").changed


def test_a_text_without_english_is_given_in_dutch(store: Store):
    with store.reading() as session:
        assert letter_texts.load(session, "host-question", "en").language == "nl"


def test_markdown_becomes_titles_questions_lists_boxes_and_tables():
    blocks = text(
        "# Titel\n\nWoorden **vet**.\n\n> **Waar** hier\n\n## Vraag\n\n- een\n- twee\n\n"
        "2. tweede\n\n| A | B |\n|---|---|\n| c | d |\n"
    ).blocks({})
    assert [(block.kind.value, block.cells) for block in blocks] == [
        ("title", ("Titel",)),
        ("text", ("Woorden <b>vet</b>.",)),
        ("box", ("Waar", "hier")),
        ("question", ("Vraag",)),
        ("bullet", ("•", "een")),
        ("bullet", ("•", "twee")),
        ("bullet", ("2.", "tweede")),
        ("head", ("A", "B")),
        ("row", ("c", "d")),
    ]


def test_what_stands_in_a_condition_that_does_not_hold_leaves_nothing():
    source = "{% if confirmed %}\n## Fijn\nU komt.\n{% endif %}\n\nTot dan."
    assert len(text(source).blocks({"confirmed": False})) == 1
    assert len(text(source).blocks({"confirmed": True})) == 3


def test_each_value_of_a_list_gets_its_own_line():
    source = "{% for point in points %}\n- {{ point }}\n{% endfor %}"
    blocks = text(source).blocks({"points": ("een", "<twee>")})
    assert [block.cells[1] for block in blocks] == ["een", "&lt;twee&gt;"]


@pytest.mark.parametrize("name", ["**x**", "<b>x</b>", "{{ rank }}", "# x", "> x", "a & b", "_x_"])
def test_a_name_comes_out_as_written_whatever_signs_are_in_it(name: str):
    from html import unescape

    (block,) = text("Beste {{ name }},").blocks({"name": name})
    assert "<" not in block.cells[0]
    assert unescape(block.cells[0]) == f"Beste {name},"


@given(st.text(max_size=40))
def test_no_name_can_add_a_block_or_markup(name: str):
    blocks = text("{{ name }} woont hier.").blocks({"name": name})
    assert len(blocks) == 1
    assert "<" not in blocks[0].cells[0]


@pytest.mark.parametrize(
    ("source", "line", "word"),
    [
        ("# Titel\n\nBeste {{ naam }},", "Regel 3", "naam"),
        ("Beste {{ name }},\n\n{% if confirmd %}ja{% endif %}", "Regel 3", "confirmd"),
        ("Beste {{ name,", "Regel 1", "{{ name }}"),
        ("Een\n\n{% if confirmed %}ja", "Regel 3", ""),
        ("Een {% kust %} twee", "Regel 1", "kust"),
    ],
)
def test_a_changed_text_that_does_not_work_is_refused_with_its_line(
    source: str, line: str, word: str
):
    with pytest.raises(Refused) as refused:
        letter_texts.check("reminder", source)
    assert line in refused.value.sentence
    assert word in refused.value.sentence


def test_an_empty_text_is_refused():
    with pytest.raises(Refused, match="leeg"):
        letter_texts.check("reminder", "  \n")


@pytest.mark.parametrize(
    "source",
    ["{{ name.__class__.__mro__ }}", "{{ name.x }}", "{{ 1 / 0 }}", "{{ name | nergens }}"],
)
def test_a_text_that_reaches_for_more_than_words_is_refused(source: str):
    with pytest.raises(Refused):
        letter_texts.check("reminder", source)


def test_a_changed_text_that_no_longer_fits_says_so_when_it_is_printed():
    with pytest.raises(Refused, match="werkt niet meer"):
        text("Beste {{ weg }},").blocks({"name": "Ria"})
