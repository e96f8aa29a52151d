"""A paper in Dutch with the day on which it was made in its footer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from desktop.documents import letter
from desktop.documents.flowables import text
from desktop.documents.letterhead import letterhead
from desktop.documents.pages import Part, Sheet
from desktop.documents.paper import Paper
from desktop.language import _, in_language
from desktop.language.format import day_figures, local


def paper(
    session: Session,
    key: str,
    title: Callable[[], str],
    story: Callable[[], Sequence[Flowable]],
    now: datetime,
    sheet: Sheet = Sheet.PAGE,
    watermark: Callable[[], str] = lambda: "",
) -> Paper:
    """A paper in Dutch with the day on which it was made in its footer; `title` is asked in the
    language of the user too, for the window."""
    made_on = local(now).date()
    with in_language("nl"):
        footer = _("{title} · made on {day}").format(title=title(), day=day_figures(made_on))
        part = Part(list(story()), "", footer, sheet=sheet, watermark=watermark())
    return letter.finish(key, title, [part], letterhead(session), made_on)


def heading(words: str) -> Flowable:
    """The title of a section, which the reader's list of contents has too."""
    return text(words, "form question", bookmark=words)
