"""What letters to candidates say, in words of the letter's language."""

from __future__ import annotations

from datetime import datetime, timedelta

from desktop.documents.letter import Letter
from desktop.language import N_, _, in_language, ngettext
from desktop.language.format import (
    area,
    day_long,
    day_name,
    day_plain,
    local,
    moment_letter,
    money,
)
from desktop.language.lists import listed
from desktop.terms.counting import hours_later, last_day
from desktop.terms.holidays import next_working_day
from desktop.viewings.codes import CodeList, label, shown
from desktop.viewings.queries.papers.addressed import (
    BackedOutLetter,
    ComplaintLetter,
    DecisionLetter,
    HostLetter,
    OfferLetter,
    TakenBackLetter,
    VisitLetter,
)
from desktop.viewings.queries.papers.common import Addressee, Home, Rules
from desktop.viewings.rules.order import PassCode
from desktop.viewings.rules.policy import RESIDENT_CODES
from desktop.viewings.wording import word

ALTERNATIVES = {
    "individual": N_("seeing the dwelling alone"),
    "phone": N_("by telephone"),
    "other day": N_("on another day"),
}
# Why the candidate who reads it does not get the dwelling; nothing of who does.
REASONS = {
    PassCode.REFUSED: N_("You refused the offer."),
    PassCode.WANTS_NOT: N_("You told us that you do not want this home."),
    PassCode.EXPIRED: N_("We did not get your answer to the offer in time."),
    PassCode.OFFER_WITHDRAWN: N_("We took back the offer and told you why."),
    PassCode.NO_SHOW: N_("You were not there at the appointment."),
    PassCode.NO_RESPONSE: N_("We did not get your answer to the invitation."),
    PassCode.NO_TOUR: N_("You could not take part in the viewing."),
    PassCode.WITHDRAWN: N_("You told us that you are no longer looking at this home."),
    PassCode.HOUSED: N_("You accepted another home."),
    PassCode.UNREACHABLE: N_("We tried to reach you twice and could not."),
    PassCode.NOT_ELIGIBLE: N_("You do not meet a condition that was in the advert."),
    PassCode.NOMINATED: N_("Residents proposed somebody else, by the criteria in the advert."),
    PassCode.BEHIND: N_("Somebody before you on the list wanted the home."),
}
# Hosts answer so long before the viewing, so that there is time to ask somebody else.
HOST_ANSWERS_BEFORE = timedelta(days=3)


def visit(text: str, letter: VisitLetter) -> Letter:
    """A letter about an appointment: invitation, reminder or cancellation by its text."""
    with in_language(letter.to.language):
        values: dict[str, object] = {
            "name": letter.to.name,
            "dwelling": letter.home.address,
            "with_staff": letter.with_staff,
            "when": moment_letter(letter.at),
            "minutes": letter.minutes,
            "place": letter.place,
            "who": _who_receives(letter),
            "company": _company(letter.companions),
            "level": letter.rules.level.value,
            "criteria": "; ".join(letter.rules.criteria),
            "participation_required": letter.rules.participation_required,
            "alternatives": ", ".join(_(ALTERNATIVES[a]) for a in letter.rules.alternatives),
            "answer_until": moment_letter(letter.answer_until or letter.at),
            "choose_until": _choose_until(letter),
            "visit_need": letter.visit_need,
            "priority": letter.priority,
            # C4: only in the letter of a candidate with priority.
            "consequence": letter.rules.consequence if letter.priority else "",
            "buddy": letter.rules.buddy and letter.priority,  # U5
            "retention_weeks": letter.rules.retention_weeks,
            "confirmed": letter.confirmed,
            "reason": letter.cancel_reason or _why_withdrawn(letter),
            "withdrawn": bool(letter.withdrawn_code),
        }
        return _letter(text, letter.to, letter.code, letter.home, letter.rules, values)


def _why_withdrawn(letter: VisitLetter) -> str:
    code = letter.withdrawn_code
    return shown(CodeList.PUBLICATION_DETAIL, code) if code else ""


def offer(letter: OfferLetter) -> Letter:
    """The offer with its deadline."""
    with in_language(letter.to.language):
        values: dict[str, object] = {
            "name": letter.to.name,
            **_home(letter.home),
            "features": _features(letter.home),
            "deadline": moment_letter(letter.deadline_at),
            "priority": letter.priority,
            "consequence": letter.rules.consequence if letter.priority else "",
        }
        return _letter("offer", letter.to, letter.code, letter.home, letter.rules, values)


def decision(letter: DecisionLetter, now: datetime) -> Letter:
    """What the decision means for this candidate, and nothing about anybody else. While the
    letters have not gone out, the complaint term is counted from today."""
    complaint_until = (
        letter.complaint_until
        or last_day(local(now).date(), weeks=letter.rules.complaint_weeks).last
    )
    with in_language(letter.to.language):
        values: dict[str, object] = {
            "name": letter.to.name,
            **_home(letter.home),
            "came": letter.came,
            "rank": letter.rank,
            "reason": "" if letter.reason is None else _(REASONS[letter.reason]),
            "nominated": letter.nominated,
            "nomination": _nominated(letter),
            "level": letter.rules.level.value,
            "complaint_until": day_plain(complaint_until),
            "wipe_on": "" if not letter.wipe_on else day_plain(letter.wipe_on),
            "earlier": "" if not letter.earlier_on else day_plain(letter.earlier_on),
            "retention_weeks": letter.rules.retention_weeks,
        }
        text = "decision-chosen" if letter.reason is None else "decision-others"
        return _letter(text, letter.to, letter.code, letter.home, letter.rules, values)


def _nominated(letter: DecisionLetter) -> str:
    """R9: what a nomination rests on, for whom it passed over: the answers about the reader."""
    if letter.reason is not PassCode.NOMINATED:
        return ""
    if not letter.answers:
        return _("They did not nominate you. A member of staff tested this and a colleague too.")
    answers = "; ".join(
        f"{criterion}: {word(answer).lower()}" for criterion, answer in letter.answers
    )
    return _(
        "They did nominate you, at a later place. About you they answered: {answers}. A member of "
        "staff tested this and a colleague too."
    ).format(answers=answers)


def offer_taken_back(letter: TakenBackLetter) -> Letter:
    """That an offer ends, with the reason and what it rests on."""
    with in_language(letter.to.language):
        values: dict[str, object] = {
            "name": letter.to.name,
            "dwelling": letter.home.address,
            "offered": day_plain(letter.offered_on),
            "reason": label(CodeList.OFFER_DETAIL, letter.reason),
            "facts": letter.facts,
            "residents": letter.reason in RESIDENT_CODES,
            "read_along": letter.read_along,
            "priority": letter.priority,
            "complaint_until": day_plain(letter.complaint_until),
            "retention_weeks": letter.rules.retention_weeks,
        }
        return _letter("offer-withdrawn", letter.to, letter.code, letter.home, letter.rules, values)


def backed_out(letter: BackedOutLetter) -> Letter:
    """What was written down of who backs out after the decision."""
    with in_language(letter.to.language):
        values: dict[str, object] = {
            "name": letter.to.name,
            "dwelling": letter.home.address,
            "decided": day_plain(letter.decided_on),
            "told": day_plain(letter.told_on),
            "reason": label(CodeList.OFFER_DETAIL, letter.reason),
            "priority": letter.counts is not None,
            "counts": bool(letter.counts),
            "consequence": letter.rules.consequence if letter.counts else "",
            "retention_weeks": letter.rules.retention_weeks,
        }
        return _letter("backed-out", letter.to, letter.code, letter.home, letter.rules, values)


def complaint(letter: ComplaintLetter) -> Letter:
    """The receipt of a complaint."""
    with in_language(letter.to.language):
        values: dict[str, object] = {
            "name": letter.to.name,
            "dwelling": letter.home.address,
            "received": day_plain(letter.received_on),
            "about": word(letter.about),
            "answer_by": day_plain(letter.answer_by),
            "retention_weeks": letter.retention_weeks,
        }
        return _letter("complaint-receipt", letter.to, letter.code, letter.home, None, values)


def host_question(letter: HostLetter, now: datetime) -> Letter:
    """The question whether a host can receive."""
    day = local(letter.at).date()
    answer_by = max(day - HOST_ANSWERS_BEFORE, next_working_day(local(now).date()))
    with in_language("nl"):
        values: dict[str, object] = {
            "name": letter.to.name,
            "complex": letter.complex,
            "day": day_name(day),
            "when": moment_letter(letter.at),
            "place": letter.place,
            "together": listed(letter.together) or _("somebody we are still asking"),
            "role": _("you lead the tour") if letter.leads else _("you help with the tour"),
            "answer_by": day_long(min(answer_by, day)),
        }
        return Letter(
            text="host-question",
            language="nl",
            to=letter.to.lines,
            reference=letter.code,
            footer=_("Question to host · {complex}").format(complex=letter.complex),
            bookmark=letter.to.name,
            values=values,
        )


def _letter(
    text: str,
    to: Addressee,
    code: str,
    home: Home,
    rules: Rules | None,
    values: dict[str, object],
) -> Letter:
    footer = home.address
    if rules is not None:
        footer = _("{dwelling} · way of working {complex}, version {number}").format(
            dwelling=home.address, complex=home.complex, number=rules.number
        )
    return Letter(
        text=text,
        language=to.language,
        to=to.lines,
        reference=to.number or code,
        footer=footer,
        bookmark=to.name,
        values=values,
    )


def _home(home: Home) -> dict[str, object]:
    return {
        "dwelling": home.address,
        "postcode_city": home.postcode_city,
        "rent": "" if home.rent_cents is None else money(home.rent_cents),
        "available": "" if home.available_on is None else day_plain(home.available_on),
    }


def _features(home: Home) -> str:
    """`3 kamers, 67 m², verdieping 2, energielabel B`: what is known of it."""
    parts = []
    if home.rooms is not None:
        parts.append(ngettext("{n} room", "{n} rooms", home.rooms).format(n=home.rooms))
    if home.area_m2 is not None:
        parts.append(area(home.area_m2))
    if home.floor is not None:
        floor = _("ground floor") if home.floor == 0 else _("floor {n}").format(n=home.floor)
        parts.append(floor)
    if home.energy_label:
        parts.append(_("energy label {label}").format(label=home.energy_label))
    return ", ".join(parts)


def _who_receives(letter: VisitLetter) -> str:
    if letter.with_staff:
        return _("a member of staff")
    hosts = ngettext("{n} resident of {complex}", "{n} residents of {complex}", letter.hosts)
    words = hosts.format(n=letter.hosts, complex=letter.home.complex)
    if not letter.staff_reachable:
        return words
    return _("{hosts}; a member of staff can be reached").format(hosts=words)


def _company(companions: int) -> str:
    if companions < 1:
        return _("only you")
    return ngettext("you and {n} other person", "you and {n} other people", companions).format(
        n=companions
    )


def _choose_until(letter: VisitLetter) -> str:
    ends_at = letter.at + timedelta(minutes=letter.minutes)
    return moment_letter(hours_later(ends_at, letter.rules.answer_hours))
