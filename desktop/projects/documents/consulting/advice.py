"""Adviesaanvraag, and Antwoord op advies: which points are followed, partly or not, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from desktop.advice.rules import start_after_reasons
from desktop.advice.states import WITH_REASONS, AdviceDecision
from desktop.advice.topics import topic_words
from desktop.documents import letter
from desktop.documents.flowables import Box, text
from desktop.documents.letterhead import letterhead
from desktop.documents.pages import Part, Sheet
from desktop.documents.paper import Paper
from desktop.documents.tables import table
from desktop.language import _, in_language, ngettext
from desktop.language.format import day_plain, local
from desktop.projects.queries.advice import AdviceView, advice_view
from desktop.projects.wording import word
from desktop.refused import Refused

WIDTHS = [68 * mm, 24 * mm, 73 * mm]


def request(session: Session, request_id: int, now: datetime) -> Paper:
    """The request with the reasons and consequences of the plan, and the term (Overlegwet, art. 4
    and 5(1)); a draft says that it is one."""
    view = advice_view(session, request_id, local(now).date())

    def title() -> str:
        return _("Request for advice: {subject}").format(subject=view.subject)

    with in_language("nl"):
        watermark = "" if view.sent_on is not None else _("DRAFT")
        story = [text(title(), "title"), *_asked(view)]
    return _letter(session, "advice-request", title, view, story, view.sent_on, now, watermark)


def answer(session: Session, request_id: int, now: datetime) -> Paper:
    """What is done with an advice, point by point, each with its reason. Refuses it while there is
    no advice, or no decision about it."""
    view = advice_view(session, request_id, local(now).date())
    if view.received_on is None:
        raise Refused(_("There is no advice to answer."), "advice")
    if view.decided_on is None:
        raise Refused(_("Decide about the advice first."), "advice")

    def title() -> str:
        return _("Answer to your advice: {subject}").format(subject=view.subject)

    with in_language("nl"):
        story = [text(title(), "title"), *_answered(view)]
    on = view.reasons_sent_on or view.decided_on
    return _letter(session, "advice-answer", title, view, story, on, now)


def _letter(
    session: Session,
    key: str,
    title: Callable[[], str],
    view: AdviceView,
    story: list[Flowable],
    on: date | None,
    now: datetime,
    watermark: str = "",
) -> Paper:
    head = letterhead(session)
    made_on = on or local(now).date()
    with in_language("nl"):
        whole = [
            *letter.opening((view.asked_of,), view.project, head, made_on),
            *story,
            *letter.closing(head, view.leader),
        ]
        part = Part(whole, "", title(), sheet=Sheet.LETTER, watermark=watermark)
    return letter.finish(key, title, [part], head, made_on)


def _paragraphs(words: str) -> Iterator[Flowable]:
    for part in words.splitlines():
        if part.strip():
            yield text(part.strip())


def _asked(view: AdviceView) -> Iterator[Flowable]:
    yield text(
        _("We ask your advice about a plan: {project}.").format(project=view.project)
        + (
            " "
            + _("It is about {topic} (Overlegwet, art. 3(2), letter {letter}).").format(
                topic=topic_words(view.topic), letter=view.topic
            )
            if view.topic
            else ""
        )
    )
    yield text(_("Why this plan?"), "question")
    yield from _paragraphs(view.reasons)
    yield text(_("What does it mean for tenants?"), "question")
    yield from _paragraphs(view.consequences)
    yield Box([(text(_("Your advice"), "box label"), text(_term(view), "box"))])
    yield from (text(why, "small") for why in view.due_why)
    yield text(_("What happens with your advice?"), "question")
    if view.consent_required:
        yield text(
            _("This plan needs your consent (Overlegwet, art. 5a). Without it we do not begin.")
        )
        return
    yield text(
        _(
            "We write what we do with it. When we do not follow your advice, or follow a part, you "
            "get the reasons in writing within fourteen days (Overlegwet, art. 5(2)). After that "
            "we wait three more days before we begin (art. 5(3)c)."
        )
    )
    yield text(_("Have you no objection? Write that to us. Then we can begin sooner (art. 5(3)a)."))


def _term(view: AdviceView) -> str:
    weeks = ngettext("{n} week", "{n} weeks", view.weeks).format(n=view.weeks)
    if view.due_on is None:
        return _("You have {weeks} after we sent this (Overlegwet, art. 5(1)).").format(weeks=weeks)
    return _("You have {weeks}: until {day} (Overlegwet, art. 5(1)).").format(
        weeks=weeks, day=day_plain(view.due_on)
    )


def _answered(view: AdviceView) -> Iterator[Flowable]:
    assert view.received_on is not None, "it was refused before"
    thanks = _("On {day} we got your advice about {project}. Thank you.")
    yield text(thanks.format(day=day_plain(view.received_on), project=view.project))
    if view.decision is not None:
        yield Box([(text(_("Our decision"), "box label"), text(_decision(view.decision), "box"))])
    if view.points:
        rows = [
            [
                point.text,
                text(word(point.decision) if point.decision else "–", "cell bold"),
                point.reason or "–",
            ]
            for point in view.points
        ]
        yield table([_("What you advised"), _("Followed?"), _("Why")], rows, WIDTHS)
    yield from _paragraphs(view.decision_reasons)
    yield text(_("When do we begin?"), "question")
    yield text(_begins(view))


def _decision(decision: AdviceDecision) -> str:
    return {
        AdviceDecision.FOLLOWED: _("We follow your advice."),
        AdviceDecision.PARTLY: _("We follow a part of your advice."),
        AdviceDecision.NOT: _("We do not follow your advice."),
    }[decision]


def _begins(view: AdviceView) -> str:
    if view.decision in WITH_REASONS:
        if view.reasons_received_on is not None:
            day = day_plain(start_after_reasons(view.reasons_received_on))
            return _("We begin on {day} at the earliest (Overlegwet, art. 5(3)c).").format(day=day)
        return _(
            "We begin three days after you received these reasons at the earliest (Overlegwet, "
            "art. 5(3)c)."
        )
    if view.due_on is not None:
        sentence = _("We begin after {day} at the earliest: that is the end of your term.")
        return sentence.format(day=day_plain(view.due_on))
    return _("You hear from us when we begin.")
