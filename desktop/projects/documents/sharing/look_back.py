"""Terugblik: what tenants were promised, what was done, what was learnt and what tenants think."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from desktop.documents import letter
from desktop.documents.flowables import Box, bullet, text
from desktop.documents.fonts import printable
from desktop.documents.letterhead import letterhead
from desktop.documents.markdown import escaped
from desktop.documents.pages import Part
from desktop.documents.paper import Paper
from desktop.documents.tables import above, table
from desktop.language import _, in_language
from desktop.language.format import day_figures, day_plain, local
from desktop.projects.queries.looking_back import LookBackView, look_back_of
from desktop.projects.wording import word
from desktop.projects.wording.looking_back import (
    answers_words,
    look_back_sentence,
    mean_words,
    missing_words,
    showed_sentences,
)

WIDTHS = [96 * mm, 30 * mm, 39 * mm]


def make(session: Session, project_id: int, now: datetime) -> Paper:
    """The look back. While nobody looked back it is marked as in between, and says what the data
    show so far: a paper to talk about on the evening itself."""
    made_on = local(now).date()
    view = look_back_of(session, project_id)
    with in_language("nl"):
        title = _("Looking back: {project}").format(project=view.project)
        footer = _("{title} · made on {day}").format(title=title, day=day_figures(made_on))
        watermark = "" if view.held_on is not None else _("IN BETWEEN")
        part = Part(list(_story(view, title)), "", footer, watermark=watermark)
    return letter.finish(
        "project-look-back",
        lambda: _("Looking back: {project}").format(project=view.project),
        [part],
        letterhead(session),
        made_on,
    )


def _story(view: LookBackView, title: str) -> Iterator[Flowable]:
    yield text(title, "title")
    yield text(
        _("We looked back on {day}.").format(day=day_plain(view.held_on))
        if view.held_on is not None
        else _("Nobody looked back at this project yet. This is how it stands today.")
    )
    ladder = view.showed.ladder
    said = look_back_sentence(ladder, view.held_on)
    since = _("Begun on {day}. Now: {state}.").format(
        day=day_plain(view.begun), state=word(view.state).lower()
    )
    yield Box(
        [
            (text(_("Project"), "box label"), text(since, "box")),
            (text(_("Say of tenants"), "box label"), text(said, "box")),
        ]
    )
    if ladder.missing:
        yield text(missing_words(view.held_on), "question")
        for lack in ladder.missing:
            yield bullet("•", escaped(printable(lack)))
    yield text(_("What was done"), "question")
    for sentence in showed_sentences(view.showed):
        yield bullet("•", escaped(printable(sentence)))
    for heading, words in (
        (_("This went well"), view.went_well),
        (_("This we learnt"), view.lessons),
    ):
        if words:
            yield text(heading, "question")
            for paragraph in words.splitlines():
                yield text(paragraph)
    if view.scores:
        yield from above(text(_("How satisfied tenants are"), "question"))
        yield table(
            [_("Question to tenants"), _("Answers"), _("Mean from 1 to 10")],
            [
                [one.question, answers_words(one.answers), text(mean_words(one.mean), "cell bold")]
                for one in view.scores
            ],
            WIDTHS,
            figures=(1, 2),
        )
    if view.contact:
        yield text(_("Questions? {contact}").format(contact=view.contact))
