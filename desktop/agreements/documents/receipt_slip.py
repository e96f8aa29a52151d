"""A small paper for whoever asked something: the number of the question, and when to expect an
answer. Nobody's name is on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from desktop.agreements.model import TenantInput
from desktop.agreements.queries.voices import InputLine, input_line
from desktop.documents import letter
from desktop.documents.flowables import Box, text
from desktop.documents.letterhead import Letterhead, letterhead
from desktop.documents.pages import Part
from desktop.documents.paper import Paper
from desktop.language import _, in_language
from desktop.language.format import day_plain, local
from desktop.store.found import found


def make(session: Session, input_id: int, now: datetime) -> Paper:
    """The slip of a question. Refuses one that is gone."""
    found(session, TenantInput, input_id)
    made_on = local(now).date()
    line = input_line(session, input_id, made_on)
    assert line is not None, "it was just found"
    head = letterhead(session)
    with in_language("nl"):
        part = Part(list(_story(line, head)), "", _("Question {code}").format(code=line.code))
    return letter.finish(
        "question-receipt",
        lambda: _("Question {code}").format(code=line.code),
        [part],
        head,
        made_on,
    )


def _story(line: InputLine, head: Letterhead) -> Iterator[Flowable]:
    yield text(_("Your question has number {code}").format(code=line.code), "title")
    yield Box([(None, text(line.text))])
    words = _("You asked this on {day}. You get an answer by {due} at the latest.")
    yield text(words.format(day=day_plain(line.received_on), due=day_plain(line.due_on)))
    yield text(_("Keep this paper. With the number you find the answer on the list of questions."))
    if head.phone:
        words = _("Do you want to know more? Call {phone} and say your number.")
        yield text(words.format(phone=head.phone))
