"""Papers for accountability: the decision dossier and the proof of wiping."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from desktop.documents import letter, text_paper
from desktop.documents.flowables import Box, marked, text
from desktop.documents.fonts import printable
from desktop.documents.letterhead import letterhead
from desktop.documents.markdown import escaped
from desktop.documents.pages import Part, Sheet
from desktop.documents.paper import Paper
from desktop.documents.tables import table
from desktop.language import _, in_language
from desktop.language.format import day_plain, local, moment_letter, moment_short, number
from desktop.viewings.codes import CodeList, label
from desktop.viewings.queries.decisions import OrderLine
from desktop.viewings.queries.papers import records
from desktop.viewings.queries.papers.records import Dossier, Lapsed
from desktop.viewings.rules.retention import ORDER_TABLE_MONTHS, order_removed_words
from desktop.viewings.wording import action_word, state_word, word


def dossier(session: Session, decision_ids: Sequence[int], now: datetime) -> Paper:
    """The decision with numbers instead of names, for accountant and supervisor."""
    with in_language("nl"):
        parts = [_dossier(records.dossier(session, decision_id)) for decision_id in decision_ids]
    return letter.finish(
        "decision-dossier",
        lambda: _("Decision file"),
        parts,
        letterhead(session),
        local(now).date(),
    )


def wipe_certificate(session: Session, vacancy_ids: Sequence[int], now: datetime) -> Paper:
    """That personal data were wiped, by whom and when, and that the trail still fits."""
    parts = []
    for vacancy_id in vacancy_ids:
        proof = records.wipe_proof(session, vacancy_id)
        with in_language("nl"):
            values = {
                "dwelling": proof.home,
                "code": proof.code,
                "wiped_on": day_plain(proof.wiped_on),
                "candidates": number(proof.candidates, 0),
                "actor": proof.actor,
                "has_decision": proof.has_decision,
                "order_months": ORDER_TABLE_MONTHS,
                "whole": proof.broken_at is None,
                "broken_at": proof.broken_at or 0,
                "entries": number(proof.entries, 0),
                "entry": str(proof.entry),
                "digest": proof.digest,
            }
            footer = _("Proof of wiping · {dwelling}").format(dwelling=proof.home)
        parts.append(text_paper.part(session, "wipe-certificate", values, footer, proof.home))
    return letter.finish(
        "wipe-certificate",
        lambda: _("Proof of wiping"),
        parts,
        letterhead(session),
        local(now).date(),
    )


def _dossier(shown: Dossier) -> Part:
    story: list[Flowable] = [
        text(_title(shown), "title"),
        _facts(shown),
        text(_("Why"), "form question"),
        text(shown.motivation or _("No motivation was written.")),
        text(_("The order"), "form question", bookmark=_("The order")),
        *_order_or_when_it_went(shown),
        *_nominations(shown),
        *_grounds(shown),
        text(_("Who did what when"), "form question", bookmark=_("Who did what when")),
        _steps(shown),
        text(
            _("Check number of the last line of the trail: {digest}").format(digest=shown.digest),
            "small",
        ),
    ]
    footer = _("Decision file · {dwelling} · {code} · way of working version {number}").format(
        dwelling=shown.home, code=shown.code, number=shown.policy
    )
    return Part(story, shown.home, footer, sheet=Sheet.WIDE)


def _title(shown: Dossier) -> str:
    if shown.number == 1:
        return _("Decision about {dwelling}").format(dwelling=shown.home)
    return _("Decision {number} about {dwelling}").format(number=shown.number, dwelling=shown.home)


def _facts(shown: Dossier) -> Box:
    policy = _("version {number}, {level}, {urgency}").format(
        number=shown.policy, level=word(shown.level), urgency=word(shown.urgency)
    )
    if shown.fixed_on is not None:
        policy += _(", fixed on {day}").format(day=day_plain(shown.fixed_on))
    rows = [
        (_("Dwelling"), f"{shown.home} ({shown.code})"),
        (_("Way of working"), f"{shown.complex}, {policy}"),
        (_("Written by"), f"{shown.author or '–'}, {moment_letter(shown.drafted_at)}"),
        (_("Second reader"), _by(shown.reader, shown.read_at)),
    ]
    if shown.lapsed is not None:
        rows.append((_("Lapsed"), _why_lapsed(shown.lapsed)))
    if shown.jurist:
        rows.append((_("Jurist"), shown.jurist))
    if shown.permit_checked is not None:
        permit = _("checked") if shown.permit_checked else _("not checked")
        rows.append((_("Housing permit"), permit))
    if shown.letters_on is not None:
        rows.append((_("Letters sent"), day_plain(shown.letters_on)))
    if shown.complaint_until is not None:
        rows.append((_("Complaints until"), day_plain(shown.complaint_until)))
    return Box(
        [
            (marked(escaped(label), "box label"), marked(escaped(printable(words)), "box"))
            for label, words in rows
        ]
    )


def _why_lapsed(lapsed: Lapsed) -> str:
    who = (
        _("the chosen candidate backed out")
        if lapsed.by_candidate
        else _("the dwelling was taken back")
    )
    return _("{day}: {who} ({reason})").format(
        day=day_plain(lapsed.told_on),
        who=who,
        reason=label(CodeList.OFFER_DETAIL, lapsed.reason).lower(),
    )


def _nominations(shown: Dossier) -> list[Flowable]:
    """What residents nominated, how it was tested and who read along; nothing at levels A and B."""
    story: list[Flowable] = []
    for nomination in shown.nominations:
        title = _("Nomination {number} of residents").format(number=nomination.number)
        about = _("{n} residents proposed on {day}. {state}. Tested by {author}; read by {reader}.")
        story += [
            text(title, "form question", bookmark=title),
            text(
                about.format(
                    n=nomination.members,
                    day=day_plain(nomination.proposed_on),
                    state=word(nomination.state),
                    author=nomination.author or "–",
                    reader=_by(nomination.reader, nomination.read_at),
                )
            ),
            text(_("Test: {words}").format(words=nomination.motivation or "–")),
            table(
                [_("Place"), _("Candidate"), _("Answers to the published criteria")],
                [
                    [str(place), number, answers or "–"]
                    for place, (number, answers) in enumerate(nomination.nominees, start=1)
                ],
                [width * mm for width in (18, 36, 198)],
            ),
        ]
    return story


def _grounds(shown: Dossier) -> list[Flowable]:
    """What offers that were taken back rest on; nothing when there are none."""
    if not shown.grounds:
        return []
    rows = [
        [
            str(ground.rank),
            ground.number,
            label(CodeList.OFFER_DETAIL, ground.reason),
            ground.facts or "–",
            ground.reader or "–",
        ]
        for ground in shown.grounds
    ]
    widths = [width * mm for width in (18, 36, 60, 90, 48)]
    heads = [_("Rank"), _("Candidate"), _("Reason"), _("Facts"), _("Second reader")]
    title = _("Offers taken back, and what that rests on")
    return [text(title, "form question", bookmark=title), table(heads, rows, widths)]


def _by(name: str, at: datetime | None) -> str:
    return f"{name or '–'}, {moment_letter(at)}" if at else name or "–"


def _order_or_when_it_went(shown: Dossier) -> list[Flowable]:
    if shown.order_removed_on is not None:
        return [text(order_removed_words(shown.order_removed_on))]
    return [
        text(
            _(
                "Candidates with priority come first, then the others, by their place on the list. "
                "Numbers stand for names. The bar marks who gets the home."
            ),
            "small",
        ),
        _order(shown.order),
    ]


def _order(lines: Sequence[OrderLine]) -> Flowable:
    heads = [
        _("Rank"),
        _("Candidate"),
        _("Priority"),
        _("Invited"),
        _("Came"),
        _("Wants"),
        _("Offered"),
        _("Answer"),
        _("Reason"),
    ]
    rows = [
        [
            str(line.rank),
            line.number,
            _("yes") if line.priority else "",
            _yes(line.invited),
            "–" if line.came is None else _yes(line.came),
            "–" if line.wants is None else word(line.wants),
            _yes(line.offered),
            state_word(line.answer, line.code),
            _("Gets the dwelling") if line.chosen else word(line.code) if line.code else "–",
        ]
        for line in lines
    ]
    chosen = next((place for place, line in enumerate(lines) if line.chosen), None)
    widths = [width * mm for width in (18, 36, 18, 21, 18, 36, 21, 36, 48)]
    return table(heads, rows, widths, marked_row=chosen)


def _yes(value: bool) -> str:
    return _("yes") if value else _("no")


def _steps(shown: Dossier) -> Flowable:
    rows = [
        [str(step.seq), moment_short(step.at), step.actor, action_word(step.action)]
        for step in shown.trail
    ]
    widths = [width * mm for width in (18, 42, 60, 132)]
    return table([_("Line"), _("When"), _("Who"), _("What")], rows, widths)
