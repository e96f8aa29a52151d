"""Photos of a gathering stand in its report, as long as nobody asks them back."""

from __future__ import annotations

from datetime import timedelta

import pypdfium2
import pytest

from desktop.language.format import local
from desktop.projects.actions.sessions import (
    add_session_photo,
    change_session,
    plan_session,
    remove_session_photo,
)
from desktop.projects.documents.gatherings import report
from desktop.projects.exchange.photos import photo_of
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.estate import make_organisations
from tests.support.pdf import words_of
from tests.support.pictures import jpeg


def test_the_report_has_the_photos_with_what_they_show(
    store: Store, who: Actor, renovation: int
) -> None:
    with store.act(who, "test.letterhead") as act:
        make_organisations(act.session)
    today = local(store.now()).date()
    evening = plan_session(store, who, renovation, held_on=today, place="Buurthuis")
    change_session(store, who, evening, present=12)

    def printed() -> tuple[int, str]:
        with store.reading() as session:
            paper = report.make(session, evening, store.now())
        kinds = [
            one.type for page in pypdfium2.PdfDocument(paper.pdf) for one in page.get_objects()
        ]
        return kinds.count(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE), words_of(paper)

    links = [
        add_session_photo(store, who, evening, photo_of(jpeg(colour=colour)), f"Muur {colour}")
        for colour in ("red", "green", "blue")
    ]
    count, words = printed()
    assert count == 3
    assert "Muur green" in words
    remove_session_photo(store, who, links[1])
    count, words = printed()
    assert count == 2
    assert "Muur green" not in words


def test_an_evening_to_come_has_no_photos(store: Store, who: Actor, renovation: int) -> None:
    later = local(store.now()).date() + timedelta(days=3)
    evening = plan_session(store, who, renovation, held_on=later, place="Buurthuis")
    with pytest.raises(Refused):
        add_session_photo(store, who, evening, photo_of(jpeg()))
