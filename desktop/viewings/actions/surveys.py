"""What the evaluation needs and no letting brings by itself: questionnaires without a name, minutes
of staff, and leases that ended early."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.estate.model import Complex
from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.viewings.model import CandidateSurvey, CohesionSurvey, StaffTime, Vacancy
from desktop.viewings.rules.measures import STATEMENTS
from desktop.viewings.rules.mirror import AGE_BANDS

WAVES = (0, 12, 24)  # months after the start
HIGHEST_MARK, HIGHEST_ANSWER = 10, 5


def add_candidate_answers(
    store: Store,
    who: Actor,
    complex_id: int,
    month: date,
    priority: bool,
    mark: int | None = None,
    welcome: int | None = None,
    judged: int | None = None,
    understands: int | None = None,
    names_known: int | None = None,
) -> None:
    """The questionnaire of a candidate or new tenant of a complex: no name, and only the month.
    A mark of 1 to 10, answers of 1 to 5. Refuses an empty one and answers out of range."""
    _check("mark", mark, 1, HIGHEST_MARK)
    for key, answer in (("welcome", welcome), ("judged", judged), ("understands", understands)):
        _check(key, answer, 1, HIGHEST_ANSWER)
    _check("names_known", names_known, 0, 1000)
    if all(x is None for x in (mark, welcome, judged, understands, names_known)):
        raise Refused(_("Fill in at least one answer."), "mark")
    if month > local(store.now()).date():
        raise Refused(_("This day is still to come. Choose today or earlier."), "month")
    with store.act(who, "viewings.survey.candidate", undo=_("Answers of a candidate")) as act:
        act.session.add(
            CandidateSurvey(
                complex_id=found(act.session, Complex, complex_id).id,
                month=month.replace(day=1),
                priority=priority,
                mark=mark,
                welcome=welcome,
                judged=judged,
                understands=understands,
                names_known=names_known,
            )
        )


def add_resident_answers(
    store: Store,
    who: Actor,
    complex_id: int,
    wave: int,
    answers: Sequence[int | None],
    understands: int | None = None,
    is_host: bool = False,
    age_band: str = "",
) -> None:
    """One household's answers to the statements, 0, 12 or 24 months after the start. Refuses an
    empty one, answers out of range, and another wave or age group than is asked."""
    if wave not in WAVES:
        raise Refused(_("The questionnaire is for 0, 12 and 24 months after the start."), "wave")
    if age_band and age_band not in AGE_BANDS:
        raise Refused(_("Choose one of the age groups, or none."), "age_band")
    for statement, answer in zip(STATEMENTS, answers, strict=True):
        _check(statement.key, answer, 1, HIGHEST_ANSWER)
    _check("understands", understands, 1, HIGHEST_ANSWER)
    if understands is None and all(answer is None for answer in answers):
        raise Refused(_("Fill in at least one answer."), STATEMENTS[0].key)
    with store.act(who, "viewings.survey.resident", undo=_("Answers of a resident")) as act:
        act.session.add(
            CohesionSurvey(
                complex_id=found(act.session, Complex, complex_id).id,
                wave=wave,
                is_host=is_host,
                age_band=age_band,
                answers=list(answers),
                understands=understands,
            )
        )


def _check(key: str, answer: int | None, low: int, high: int) -> None:
    if answer is not None and not low <= answer <= high:
        raise Refused(_("An answer is from {low} to {high}.").format(low=low, high=high), key)


def note_staff_time(
    store: Store, who: Actor, vacancy_id: int, minutes: int, usual_minutes: int
) -> None:
    """The minutes that staff spent on a vacancy, against what the usual way costs. Noted again,
    they add up. Refuses numbers below 0."""
    for key, value in (("minutes", minutes), ("usual_minutes", usual_minutes)):
        if value < 0:
            raise Refused(_("The number of minutes cannot be below 0."), key)
    with store.act(who, "viewings.staff_time", undo=_("Minutes of staff")) as act:
        act.session.add(
            StaffTime(
                vacancy_id=found(act.session, Vacancy, vacancy_id).id,
                minutes=minutes,
                usual_minutes=usual_minutes,
                noted_on=local(store.now()).date(),
            )
        )


def lease_ended(store: Store, who: Actor, vacancy_id: int, on: date | None) -> None:
    """The new lease ended on a day; None when it did not after all. Refuses a dwelling that was
    not let, a day before the lease, and one that is still to come."""
    with store.act(who, "viewings.vacancy.lease_ended", undo=_("Lease ended")) as act:
        vacancy = found(act.session, Vacancy, vacancy_id)
        if vacancy.contract_on is None:
            raise Refused(
                _("The lease has not been signed yet. Fill in its date first."), "contract_on"
            )
        if on is not None and on < vacancy.contract_on:
            raise Refused(_("The lease cannot end before it was signed."), "on")
        if on is not None and on > local(store.now()).date():
            raise Refused(_("This day is still to come. Choose today or earlier."), "on")
        vacancy.lease_ended_on = on
