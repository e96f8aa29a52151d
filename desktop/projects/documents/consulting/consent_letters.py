"""The letters of a consent round: the proposal with a card to answer, and the notice with the
eight weeks. Each household gets its own; in none stands what another answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer
from sqlalchemy.orm import Session

from desktop.documents import letter
from desktop.documents.flowables import Box, TickBox, WritingLines, text
from desktop.documents.letter import Letter
from desktop.documents.letterhead import Letterhead, letterhead
from desktop.documents.paper import Paper
from desktop.language import _, in_language
from desktop.language.format import day_plain, local
from desktop.projects.queries.consent import HomeLine, RoundView, round_view
from desktop.projects.rules.consent import court_term
from desktop.projects.states import ConsentState
from desktop.refused import Refused


def proposals(session: Session, round_id: int, now: datetime) -> Paper:
    """The proposal to each household, the same words to all, with a card to answer. Refuses one
    without words, or to nobody."""
    view = round_view(session, round_id, local(now).date())
    homes = [home for home in view.homes if not home.vacant]
    if not view.proposal:
        raise Refused(_("Write the proposal first: all tenants get the same text (BW 7:220(2))."))
    if not homes or view.stands is None:
        raise Refused(_("Nobody lives in these dwellings: there is nobody to ask."))
    stands, head = view.stands, letterhead(session)
    with in_language("nl"):
        values: dict[str, object] = {
            "project": view.project,
            "building": view.unit or view.project,
            "proposal": [part for part in view.proposal.splitlines() if part.strip()],
            "answer_by": day_plain(view.answer_by) if view.answer_by is not None else "",
            "presumption": stands.presumption_applies,
            "needed": stands.needed,
            "tenancies": stands.tenancies,
            "contact": view.contact,
        }
        written = [
            _letter(
                view, home, "consent-proposal", values, view.sent_on, tuple(_card(view, home, head))
            )
            for home in homes
        ]
    return letter.write(
        session,
        "consent-proposals",
        lambda: _("Proposal with a card to answer: {project}").format(project=view.project),
        written,
        now,
    )


def notices(session: Session, round_id: int, now: datetime) -> Paper:
    """The notice that seventy percent agreed, to each household that did not, with the last day to
    go to court (BW 7:220(3)). Refuses it when seventy percent was not reached, and when everybody
    agreed."""
    today = local(now).date()
    view = round_view(session, round_id, today)
    stands = view.stands
    if stands is None or not stands.reached or view.sent_on is None:
        raise Refused(_("This notice is for when 70 % of the tenants agree (BW 7:220(3))."))
    if view.state in (ConsentState.DRAFT, ConsentState.REPLACED):
        raise Refused(_("This proposal counts no more."))
    homes = [home for home in view.homes if home.gets_notice]
    if not homes:
        raise Refused(_("Everybody agreed: there is no notice to send."))
    with in_language("nl"):
        written = []
        for home in homes:
            term = court_term(home.notice_sent_on or today)
            values: dict[str, object] = {
                "project": view.project,
                "sent_on": day_plain(view.sent_on),
                "agreed": stands.agreed,
                "tenancies": stands.tenancies,
                "percent": stands.percent,
                "needed": stands.needed,
                "court_until": day_plain(term.last),
                "why_until": " ".join(term.reasons),
                "contact": view.contact,
            }
            written.append(_letter(view, home, "consent-notice", values, home.notice_sent_on))
    return letter.write(
        session,
        "consent-notices",
        lambda: _("Notices of consent: {project}").format(project=view.project),
        written,
        now,
    )


def _letter(
    view: RoundView,
    home: HomeLine,
    key: str,
    values: dict[str, object],
    dated: date | None,
    enclosed: tuple[Flowable, ...] = (),
) -> Letter:
    place = " ".join(part for part in (home.postcode, home.city) if part)
    return Letter(
        text=key,
        language="nl",
        to=tuple(line for line in (home.name, home.address, place) if line),
        reference=f"{view.number}-{home.number}",
        footer=f"{view.project} · {home.address}",
        bookmark=home.address,
        values=values,
        enclosed=enclosed,
        dated=dated,
        signed_by=view.leader,
    )


def _card(view: RoundView, home: HomeLine, head: Letterhead) -> Iterator[Flowable]:
    """The card that a household sends back or gives at the door."""
    yield text(_("My answer to the proposal"), "title")
    round_ = _("Round {n}").format(n=view.number)
    yield text(f"{view.project} · {round_} · {home.address}", "small")
    yield text(_("I have read the proposal. Put a cross at your answer."))
    yield Spacer(1, 3 * mm)
    yield TickBox(_("Yes, I agree with the proposal."), side=5 * mm)
    yield TickBox(_("No, I do not agree with the proposal."), side=5 * mm)
    yield TickBox(_("I want to talk about it first. My telephone number is below."), side=5 * mm)
    yield Spacer(1, 4 * mm)
    for label in (_("Name"), _("Telephone"), _("Date"), _("Signature")):
        yield WritingLines(1, 12 * mm, label)
    yield text(_("Do you rent together? Then both sign: you give one answer."), "small")
    yield WritingLines(1, 12 * mm, _("Signature of the other tenant"))
    yield Spacer(1, 4 * mm)
    yield Box(
        [(text(label, "box label"), text(words, "box")) for label, words in _back(view, head)]
    )


def _back(view: RoundView, head: Letterhead) -> Iterator[tuple[str, str]]:
    """Before when the card comes back, and to whom."""
    if view.answer_by is not None:
        yield _("Give it back"), _("before {day}").format(day=day_plain(view.answer_by))
    yield _("To whom"), view.contact or head.name
    place = " ".join(part for part in (head.postcode, head.city) if part)
    yield _("By post"), ", ".join(part for part in (head.name, head.street, place) if part)
