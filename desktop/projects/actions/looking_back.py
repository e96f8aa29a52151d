"""Looking back at a project: what went well, what was learnt, and how satisfied tenants are."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.projects.model import Evaluation, EvaluationScore, Project
from desktop.projects.queries.looking_back import showed
from desktop.projects.rules.looking_back import check_answers, check_look_back, mean_of
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found, held
from desktop.store.store import stale


def look_back(
    store: Store,
    who: Actor,
    project_id: int,
    went_well: str,
    lessons: str,
    held_on: date | None = None,
) -> int:
    """People looked back at a project. What the data show now of the promise stays with it, also
    when something is changed later. Refuses it before the work is done, twice, and a day to come
    or before the project began."""
    with store.act(who, "projects.look_back", undo=_("Look back")) as act:
        session = act.session
        project = held(session, Project, project_id)
        day = day_of(store, held_on, "held_on")
        check_look_back(project.state, project.starts_on, day)
        if session.scalar(select(Evaluation.id).where(Evaluation.project_id == project_id)):
            raise Refused(_("People looked back at this project already. Change that."), "held_on")
        row = Evaluation(
            project_id=project_id,
            held_on=day,
            shown=showed(session, project).plain(),
            went_well=written(Evaluation, "went_well", went_well),
            lessons=written(Evaluation, "lessons", lessons, needed=True),
        )
        session.add(row)
        session.flush()
        return row.id


def change_look_back(
    store: Store,
    who: Actor,
    evaluation_id: int,
    went_well: str,
    lessons: str,
    held_on: date | None = None,
    version: int | None = None,
) -> None:
    """Correct the words or the day; what the data showed stays. `version` is the row version that
    the screen showed."""
    with store.act(who, "projects.look_back.change", undo=_("Change look back")) as act:
        row = found(act.session, Evaluation, evaluation_id)
        stale(row, version, {"went_well": went_well, "lessons": lessons})
        project = found(act.session, Project, row.project_id)
        day = day_of(store, held_on or row.held_on, "held_on")
        check_look_back(project.state, project.starts_on, day)
        row.held_on = day
        row.went_well = written(Evaluation, "went_well", went_well)
        row.lessons = written(Evaluation, "lessons", lessons, needed=True)


def remove_look_back(store: Store, who: Actor, evaluation_id: int) -> None:
    """Take a look back away that was noted too early, with its scores."""
    with store.act(who, "projects.look_back.remove", undo=_("Remove look back")) as act:
        act.session.delete(found(act.session, Evaluation, evaluation_id))


def add_score(
    store: Store, who: Actor, evaluation_id: int, question: str, answers: int, mean: str
) -> int:
    """How satisfied tenants are on one question: `mean` as people write it, from 1 to 10. Refuses
    a mean of nobody, another mean, and the same question twice."""
    with store.act(who, "projects.score.add", undo=_("New score")) as act:
        session = act.session
        row = held(session, Evaluation, evaluation_id)
        last = session.scalar(
            select(func.max(EvaluationScore.position)).where(
                EvaluationScore.evaluation_id == row.id
            )
        )
        score = EvaluationScore(evaluation_id=row.id, position=(last or 0) + 1)
        _fill(session, score, question, answers, mean)
        session.add(score)
        session.flush()
        return score.id


def change_score(
    store: Store,
    who: Actor,
    score_id: int,
    question: str,
    answers: int,
    mean: str,
    version: int | None = None,
) -> None:
    """Correct a score; `version` is the row version that the screen showed."""
    with store.act(who, "projects.score.change", undo=_("Change score")) as act:
        score = found(act.session, EvaluationScore, score_id)
        stale(score, version, {"question": question, "answers": answers})
        _fill(act.session, score, question, answers, mean)


def remove_score(store: Store, who: Actor, score_id: int) -> None:
    """Take a score away that was noted by mistake."""
    with store.act(who, "projects.score.remove", undo=_("Remove score")) as act:
        act.session.delete(found(act.session, EvaluationScore, score_id))


def _fill(session: Session, score: EvaluationScore, question: str, answers: int, mean: str) -> None:
    words = written(EvaluationScore, "question", question, needed=True)
    others = session.scalars(
        select(EvaluationScore.question).where(
            EvaluationScore.evaluation_id == score.evaluation_id,
            EvaluationScore.id != (score.id or 0),
        )
    )
    if any(other.lower() == words.lower() for other in others):
        raise Refused(_("This question is there already. Change that one."), "question")
    check_answers(answers)
    score.question, score.answers, score.mean = words, answers, mean_of(mean)
