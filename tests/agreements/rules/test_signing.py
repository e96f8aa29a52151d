"""A signature belongs to one text: one other sign and it is void."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.agreements.rules.signing import (
    Part,
    SealedClause,
    Signed,
    changed_clauses,
    changed_parts,
    content_hash,
    void,
    why_void,
)

CLAUSES = (
    SealedClause("BES-01", "De corporatie bouwt in 2026 60 nieuwe sociale huurwoningen."),
    SealedClause("PAR-02", "We houden 4 bewonersavonden per jaar."),
)
SEAL = Signed("Gemeente Morgenveld", content_hash(CLAUSES), date(2026, 12, 4))
DOCUMENTS = st.lists(
    st.builds(SealedClause, st.text(max_size=8), st.text()),
    min_size=1,
    max_size=5,
    unique_by=lambda clause: clause.code,
)


def test_a_signature_holds_while_the_text_stays():
    assert void([SEAL], CLAUSES) == ()


@given(DOCUMENTS, st.data())
def test_one_other_sign_in_any_clause_voids_every_signature_and_says_which_clause(clauses, data):
    seal = replace(SEAL, document_hash=content_hash(clauses))
    place = data.draw(st.integers(0, len(clauses) - 1))
    text = clauses[place].text
    at = data.draw(st.integers(0, len(text)))
    changed = list(clauses)
    changed[place] = replace(clauses[place], text=text[:at] + "x" + text[at:])
    assert void([seal], changed) == (seal,)
    assert changed_clauses(clauses, changed) == (clauses[place].code,)


def test_another_order_of_the_clauses_is_another_document():
    assert content_hash(CLAUSES) != content_hash(CLAUSES[::-1])


def test_a_code_never_reads_as_a_part_of_the_text():
    assert content_hash([SealedClause("A", "B")]) != content_hash([SealedClause("AB", "")])


def test_a_clause_that_came_or_went_is_named():
    assert changed_clauses(CLAUSES, CLAUSES[:1]) == ("PAR-02",)
    assert changed_clauses(CLAUSES[:1], CLAUSES) == ("PAR-02",)


def test_the_screen_says_after_whose_signature_the_text_changed():
    assert why_void(SEAL) == (
        "De tekst is veranderd na de handtekening van Gemeente Morgenveld. "
        "Alle partijen moeten opnieuw tekenen."
    )


def test_every_part_of_an_agreement_is_signed():
    whole = SealedClause(
        "BES-01",
        "De corporatie bouwt 60 woningen.",
        "60 woningen",
        "Er komen 60 woningen bij.",
        (("2", "bouwt", "result", "2026-12-31"),),
        (("woningen", "aantal", "up", "0", "2025-12-31", "60", "2026-12-31", "", ""),),
    )
    others = {
        Part.TITLE: replace(whole, title="50 woningen"),
        Part.TEXT: replace(whole, text="De corporatie bouwt 50 woningen."),
        Part.PLAIN_TEXT: replace(whole, plain_text="Er komen 50 woningen bij."),
        Part.PROMISES: replace(whole, promises=()),
        Part.GOALS: replace(whole, goals=((*whole.goals[0][:5], "50", *whole.goals[0][6:]),)),
    }
    assert len({content_hash([clause]) for clause in (whole, *others.values())}) == 6
    for part, other in others.items():
        assert changed_parts([whole], [other]) == {"BES-01": (part,)}


def test_what_came_and_went_is_told_apart():
    assert changed_parts(CLAUSES, CLAUSES[:1]) == {"PAR-02": (Part.WENT,)}
    assert changed_parts(CLAUSES[:1], CLAUSES) == {"PAR-02": (Part.CAME,)}
