"""The text about the agreements for the yearly housing report of the corporation, to copy from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from sqlalchemy.orm import Session

from desktop.agreements.queries.monitor import MonitorRow
from desktop.agreements.queries.papers.housing_report import (
    AdviceAsked,
    HousingReport,
    Talk,
    housing_report,
)
from desktop.agreements.rules.rounds import LightCounts
from desktop.agreements.wording import counts_words, plain_sentence, reason_sentence, word
from desktop.documents import letter, text_paper
from desktop.documents.letterhead import letterhead
from desktop.documents.paper import Paper
from desktop.language import _, in_language, ngettext
from desktop.language.format import day_figures, day_plain, local
from desktop.language.lists import listed
from desktop.refused import Refused

KEY = "agreements-housing-report"


def make(session: Session, cycle_id: int, now: datetime, on: date | None = None) -> Paper:
    """The text of a year as it stands on a day, today unless another is given, in the three
    chapters of Btiv 2015, art. 32(1)a, c and d. Each agreement is in it once. Refuses a year
    without agreements."""
    made_on = local(now).date()
    shown = housing_report(session, cycle_id, on or made_on)
    year = shown.monitor.year
    if not shown.monitor.rows:
        raise Refused(_("There are no agreements in this year yet. Add the first one."))
    with in_language("nl"):
        footer = _("Text for the housing report {year} · as on {day} · made on {made}").format(
            year=year, day=day_figures(shown.monitor.on), made=day_figures(made_on)
        )
        part = text_paper.part(session, KEY, _values(shown), footer, "")
    return letter.finish(
        KEY,
        lambda: _("Text for the housing report {year}").format(year=year),
        [part],
        letterhead(session),
        made_on,
    )


def _values(shown: HousingReport) -> Mapping[str, object]:
    of_year = shown.monitor
    return {
        "year": of_year.year,
        "day_of_report": day_plain(of_year.on),
        "policy": shown.policy,
        "signed_on": day_plain(shown.signed_on) if shown.signed_on else "",
        "parties": listed(of_year.parties),
        "counts_told": _counts(of_year.counts),
        "themes": [
            (theme.name, [(_named(row), _how(row)) for row in theme.rows])
            for theme in of_year.themes
        ],
        "lapsed": [f"{one.code} {one.words}" for one in shown.lapsed],
        "talks": [_talk(talk) for talk in shown.with_municipality],
        "tenant_talks": [_talk(talk) for talk in shown.with_tenants],
        "advices": [_advice(advice) for advice in shown.advices],
        "asked": _asked(shown),
    }


def _named(row: MonitorRow) -> str:
    return f"{row.code} {row.plain or row.title}"


def _counts(counts: LightCounts) -> str:
    n = counts.total
    sentence = ngettext("There is {n} agreement: {told}.", "There are {n} agreements: {told}.", n)
    return sentence.format(n=n, told=counts_words(counts))


# How each agreement goes -----------------------------------------------------------------------


def _how(row: MonitorRow) -> str:
    return " ".join(_sentences(row))


def _sentences(row: MonitorRow) -> Iterator[str]:
    yield plain_sentence(row.light.light)
    if row.light.light is not row.light.computed:
        computed = _("Parties decided on this colour. Computed is: {light}.")
        yield computed.format(light=word(row.light.computed).lower())
    for one in row.light.indicators:
        reason = reason_sentence(one.reckoned, one.target, one.unit)
        yield f"{one.name}: {reason}" if len(row.light.indicators) > 1 else reason
    if not row.light.indicators:
        yield _("Nothing was agreed yet about how to measure this.")
    if row.explained is not None and row.explained.cause:
        yield _("Cause: {words}").format(words=row.explained.cause)
        yield _("What we do about it: {words}").format(words=row.explained.measure)


# The talks -------------------------------------------------------------------------------------


def _talk(talk: Talk) -> str:
    return " ".join(_told(talk))


def _told(talk: Talk) -> Iterator[str]:
    where = ", ".join(part for part in (word(talk.kind).lower(), talk.place) if part)
    yield f"{day_plain(talk.held_on)}: {where}."
    if talk.parties:
        yield _("There were: {parties}.").format(parties=listed(talk.parties))
    if talk.decisions:
        yield _("Decided: {decisions}").format(decisions=" ".join(talk.decisions))


def _advice(asked: AdviceAsked) -> str:
    return " ".join(_advised(asked))


def _advised(asked: AdviceAsked) -> Iterator[str]:
    sentence = _("{day}: {party} was asked for advice about {subject} (Overlegwet, art. 5).")
    yield sentence.format(
        day=day_plain(asked.sent_on), party=asked.party, subject=f"“{asked.subject}”"
    )
    if asked.received_on is not None:
        yield _("The advice came on {day}.").format(day=day_plain(asked.received_on))
    if asked.decided_on is not None and asked.decision is not None:
        decided = _("Decision of {day}: {decision}.")
        yield decided.format(day=day_plain(asked.decided_on), decision=word(asked.decision).lower())


def _asked(shown: HousingReport) -> str:
    """How many questions tenants asked, and how many were answered in time."""
    counts = shown.asked
    if not counts.total:
        return _("Tenants have not asked anything in this year yet.")
    asked = ngettext("Tenants asked {n} question.", "Tenants asked {n} questions.", counts.total)
    answered = _("{answered} got an answer, {in_time} of them in time.")
    return (
        asked.format(n=counts.total)
        + " "
        + answered.format(answered=counts.answered, in_time=counts.in_time)
    )
