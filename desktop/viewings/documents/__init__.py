"""The papers of Buren. This list is read when the window opens, so the papers themselves, and
ReportLab with them, load when the first is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Printable
from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.documents import numbers

Find = Callable[[Session, Sequence[str]], Sequence[int]]


def printables() -> Sequence[Printable]:
    """Every paper, with what its numbers are: codes of vacancies or of complexes."""
    return (*_of_vacancies(), *_of_complexes())


def _of_vacancies() -> Sequence[Printable]:
    n = numbers

    def paper(
        key: str,
        title: Callable[[], str],
        find: Find,
        make: Callable[[], Any],
        shows: Find | None = None,
    ) -> Printable:
        """`shows` finds what makes a good example, where not everything does."""
        maker = _maker(find, make)
        example = _example(n.vacancy_codes, _maker(shows or find, make))
        return Printable(key, title, lambda: _("codes of vacancies"), maker, example)

    return (
        paper(
            "invitation",
            lambda: _("Invitations"),
            n.invitations,
            lambda: _papers().invitation.make,
        ),
        paper(
            "reminder",
            lambda: _("Reminders"),
            n.invitations,
            lambda: _papers().invitation.reminder,
        ),
        paper(
            "viewing-cancelled",
            lambda: _("Viewing called off"),
            n.invitations_called_off,
            lambda: _papers().invitation.called_off,
        ),
        paper(
            "host-question",
            lambda: _("Question to host"),
            n.shifts,
            lambda: _papers().host_letters.question,
        ),
        paper(
            "attendance-hosts",
            lambda: _("List for hosts"),
            n.viewings,
            lambda: _papers().visitor_lists.attendance_for_hosts,
            shows=n.visited,
        ),
        paper(
            "attendance-staff",
            lambda: _("List for staff"),
            n.viewings,
            lambda: _papers().visitor_lists.attendance_for_staff,
            shows=n.visited,
        ),
        paper(
            "tour-card",
            lambda: _("Tour card"),
            n.viewings,
            lambda: _papers().visitor_lists.tour_card,
            shows=n.visited,
        ),
        paper(
            "answer-form",
            lambda: _("Answer form"),
            n.viewings,
            lambda: _papers().visitor_lists.answer_form,
            shows=n.visited,
        ),
        paper(
            "nomination-form",
            lambda: _("Form for the nomination"),
            n.vacancy_ids,
            lambda: _papers().nomination.form,
        ),
        paper("offer", lambda: _("Offer"), n.offers, lambda: _papers().offer.make),
        paper(
            "offer-withdrawn",
            lambda: _("Offer taken back"),
            n.ended_offers,
            lambda: _papers().offer.taken_back,
        ),
        paper(
            "backed-out",
            lambda: _("Chosen candidate backs out"),
            n.withdrawals,
            lambda: _papers().decision_letters.backed_out,
        ),
        paper(
            "decision-chosen",
            lambda: _("Decision: you get the home"),
            n.decisions,
            lambda: _papers().decision_letters.chosen,
        ),
        paper(
            "decision-others",
            lambda: _("Decision for the others"),
            n.decisions,
            lambda: _papers().decision_letters.others,
        ),
        paper(
            "decision-dossier",
            lambda: _("Decision file"),
            n.all_decisions,
            lambda: _papers().records.dossier,
        ),
        paper(
            "complaint-receipt",
            lambda: _("Receipt of complaint"),
            n.complaints,
            lambda: _papers().decision_letters.complaint_receipt,
        ),
        paper(
            "wipe-certificate",
            lambda: _("Proof of wiping"),
            n.vacancy_ids,
            lambda: _papers().records.wipe_certificate,
        ),
    )


def _of_complexes() -> Sequence[Printable]:
    def paper(
        key: str, title: Callable[[], str], make: Callable[[], Any], find: Find = numbers.complexes
    ) -> Printable:
        maker = _maker(find, make)
        example = _example(numbers.complex_codes, maker)
        return Printable(key, title, lambda: _("codes of complexes"), maker, example)

    return (
        paper(
            "host-instruction",
            lambda: _("Instruction for hosts"),
            lambda: _papers().host_letters.instruction,
        ),
        paper(
            "host-statement",
            lambda: _("Statement of host"),
            lambda: _papers().host_letters.statement,
            numbers.hosts,
        ),
        paper(
            "working-method",
            lambda: _("Way of working with hosts"),
            lambda: _papers().publications.working_method,
        ),
        paper("advert", lambda: _("Text for the advert"), lambda: _papers().publications.advert),
        paper("rota", lambda: _("Rota"), lambda: _papers().rota.make),
        paper(
            "processing-register",
            lambda: _("Register of processing"),
            lambda: _papers().publications.processing_register,
        ),
        Printable(
            "pilot-plan",
            lambda: _("Plan of the pilot"),
            lambda: _("no numbers"),
            lambda session, codes, now: _papers().pilot_plan.make(session, now),
            lambda session: (),
        ),
        Printable(
            "evaluation",
            lambda: _("Evaluation"),
            lambda: _("no numbers"),
            _evaluation,
            lambda session: (),
        ),
    )


def _evaluation(session: Session, codes: Sequence[str], now: datetime) -> Paper:
    # Here, since a module of this package has the same name.
    from desktop.viewings.queries.evaluation import as_paper, evaluation

    made: Paper = _papers().evaluation.make(session, as_paper(evaluation(session, now)), now)
    return made


def _maker(
    find: Find, paper: Callable[[], Any]
) -> Callable[[Session, Sequence[str], datetime], Paper]:
    def make(session: Session, codes: Sequence[str], now: datetime) -> Paper:
        made: Paper = paper()(session, find(session, codes), now)
        return made

    return make


def _example(
    codes: Callable[[Session], Sequence[str]],
    make: Callable[[Session, Sequence[str], datetime], Paper],
) -> Callable[[Session], Sequence[str] | None]:
    """The first code that has something to print."""

    def example(session: Session) -> Sequence[str] | None:
        for code in codes(session):
            with suppress(Refused):
                make(session, [code], datetime.now(UTC))
                return [code]
        return None

    return example


def _papers() -> Any:
    from desktop.viewings.documents import every

    return every
