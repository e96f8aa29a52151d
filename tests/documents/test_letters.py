"""Letters on paper, read back."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy import select

from desktop.documents import letter
from desktop.documents.letter import Letter
from desktop.documents.letterhead import letterhead
from desktop.documents.paper import Paper
from desktop.estate.model import Organisation
from desktop.language import _, in_language, use_language
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.pdf import (
    bookmarks,
    fonts_not_embedded,
    language_of,
    metadata,
    outside_the_page,
    page_texts,
    size_of,
    words_of,
)

VALUES = {
    "name": "J. de Boer",
    "dwelling": "Kadeflat 214",
    "when": "morgen",
    "minutes": 20,
    "place": "bij de koffiehoek",
    "who": "twee bewoners",
    "confirmed": True,
    "answer_until": "vandaag",
}


def a_letter(name: str = "J. de Boer", language: str = "nl", **values: object) -> Letter:
    return Letter(
        text="reminder",
        language=language,
        to=(name, "Parkweg 12", "1234 EF Morgenveld"),
        reference="2026-214-K02",
        footer="Kadeflat 214",
        bookmark=name,
        values={**VALUES, "name": name, **values},
    )


def written(store: Store, *letters: Letter) -> Paper:
    with store.reading() as session:
        return letter.write(session, "reminder", lambda: _("Reminders"), letters, store.now())


@pytest.mark.usefixtures("corporation")
class TestOneLetter:
    def test_it_has_address_date_reference_title_and_who_signs(self, store: Store):
        words = words_of(written(store, a_letter()))
        assert "J. de Boer Parkweg 12 1234 EF Morgenveld" in words
        assert "Morgenveld, 23 november 2026 · kenmerk 2026-214-K02" in words
        assert "Herinnering: u kunt komen kijken" in words
        assert "Met vriendelijke groet, Verhuur, Woonstichting Morgenwonen" in words

    def test_the_letterhead_says_who_sends_it(self, store: Store):
        words = words_of(written(store, a_letter()))
        assert "Kade 1, 1234 AB Morgenveld 0500 – 00 00 00 · morgenwonen.voorbeeld" in words

    def test_it_is_one_page_of_a4_with_its_number(self, store: Store):
        paper = written(store, a_letter())
        assert size_of(paper) == (210, 297)
        assert len(page_texts(paper)) == 1
        assert "pagina 1 van 1" in words_of(paper)

    def test_the_file_says_what_it_is_who_made_it_and_in_which_language(self, store: Store):
        paper = written(store, a_letter())
        assert metadata(paper)["Title"] == "Herinneringen"
        assert metadata(paper)["Author"] == "Woonstichting Morgenwonen"
        assert language_of(paper) == "nl-NL"

    def test_its_fonts_are_in_the_file(self, store: Store):
        assert fonts_not_embedded(written(store, a_letter())) == set()

    def test_in_english_all_of_it_is_english(self, store: Store):
        paper = written(store, a_letter(language="en"))
        assert paper.language == "en"
        assert language_of(paper) == "en-GB"
        words = words_of(paper)
        assert "Dear J. de Boer," in words
        assert "page 1 of 1" in words
        assert "Kind regards," in words

    def test_for_an_english_speaking_user_a_dutch_letter_stays_dutch(self, store: Store):
        use_language("en")
        paper = written(store, a_letter())
        assert paper.title == "Reminders"
        assert metadata(paper)["Title"] == "Herinneringen"
        assert "Met vriendelijke groet" in words_of(paper)

    def test_the_file_name_sorts_by_day(self, store: Store):
        assert written(store, a_letter()).file_name == "2026-11-23 Herinneringen.pdf"

    @pytest.mark.parametrize(
        "name",
        ["A" * 200, "van " * 50, "<b>Ria</b>", "{{ name }}", "**Ria**", "مريم", "😀 Ria", "&amp;"],
    )
    def test_no_name_breaks_it_or_leaves_the_page(self, store: Store, name: str):
        paper = written(store, a_letter(name))
        assert outside_the_page(paper) == []
        assert "Met vriendelijke groet" in words_of(paper)

    def test_a_name_with_markup_comes_out_as_written(self, store: Store):
        assert "Beste <b>Ria</b> {{ x }} **y**," in words_of(
            written(store, a_letter("<b>Ria</b> {{ x }} **y**"))
        )

    def test_a_letter_of_more_pages_says_so_on_each(self, store: Store):
        pages = page_texts(written(store, a_letter(place="hier en daar " * 700)))
        assert len(pages) > 1
        assert f"pagina 1 van {len(pages)}" in pages[0]
        assert f"pagina {len(pages)} van {len(pages)}" in pages[-1]


@pytest.mark.usefixtures("corporation")
class TestMoreLetters:
    def test_each_counts_its_own_pages_and_has_its_bookmark(self, store: Store):
        paper = written(store, a_letter("Ria"), a_letter("Ahmed", place="hier " * 2000))
        pages = page_texts(paper)
        assert "pagina 1 van 1" in pages[0]
        assert f"pagina 1 van {len(pages) - 1}" in pages[1]
        assert bookmarks(paper) == [(0, "Ria", 0), (0, "Ahmed", 1)]

    def test_letters_in_two_languages_each_keep_their_own(self, store: Store):
        paper = written(store, a_letter("Ria"), a_letter("Maria", language="en"))
        first, second = page_texts(paper)
        assert "pagina 1 van 1" in first
        assert "page 1 of 1" in second
        assert language_of(paper) == "nl-NL"

    def test_letters_with_the_same_words_stay_each_of_their_own(self, store: Store):
        paper = written(store, *[a_letter(f"Naam{n}") for n in range(30)])
        for n, page in enumerate(page_texts(paper)):
            assert f"Beste Naam{n}," in page
            assert "Wij nodigden u uit" in page


@pytest.mark.usefixtures("corporation")
class TestPreview:
    def test_it_shows_the_text_with_example_values(self, store: Store):
        with store.reading() as session:
            paper = letter.preview(
                session, "reminder", "nl", "# Tot morgen, {{ name }}", store.now()
            )
        assert "Tot morgen, J. de Boer" in words_of(paper)

    def test_a_text_that_does_not_work_is_refused(self, store: Store):
        with store.reading() as session, pytest.raises(Refused):
            letter.preview(session, "reminder", "nl", "{{ naam }}", store.now())


class TestLetterhead:
    def test_without_a_corporation_printing_is_refused_with_what_to_do(self, store: Store):
        with store.reading() as session, pytest.raises(Refused, match="instellingen"):
            letterhead(session)

    @pytest.mark.usefixtures("corporation")
    def test_a_very_long_name_stays_on_the_page(self, store: Store, who: Actor):
        change(store, who, name="Stichting " * 12, website="w" * 120)
        paper = written(store, a_letter())
        assert outside_the_page(paper) == []

    @pytest.mark.usefixtures("corporation")
    @pytest.mark.parametrize("kind", ["PNG", "JPEG"])
    def test_a_logo_takes_the_place_of_the_name(self, store: Store, who: Actor, kind: str):
        picture = BytesIO()
        Image.new("RGB", (300, 100), "#0f6b5c").save(picture, kind)
        change(store, who, logo=picture.getvalue())
        words = page_texts(written(store, a_letter()))[0]
        assert words.count("Woonstichting Morgenwonen") == 2


def change(store: Store, who: Actor, **values: object) -> None:
    with store.act(who, "test.change") as act:
        row = act.session.scalars(select(Organisation)).one()
        for key, value in values.items():
            setattr(row, key, value)


def test_words_of_the_letter_follow_its_language_not_the_users():
    with in_language("en"):
        assert _("Kind regards,") == "Kind regards,"
