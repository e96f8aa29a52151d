"""Beloftenlijst: what tenants were promised, for everybody to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from desktop.documents.counters import Counters, became_counter
from desktop.documents.dated import heading, paper
from desktop.documents.flowables import text
from desktop.documents.paper import Paper
from desktop.documents.round_sign import Became, RoundSign
from desktop.documents.tables import above, table
from desktop.language import _
from desktop.language.format import day_figures, day_plain, local
from desktop.projects.documents.became import SETTLED, promise_words
from desktop.projects.documents.sentences import call_us, one_dwelling
from desktop.projects.queries.projects import ProjectView, project_view
from desktop.projects.queries.public import PublicPromise, PublicPromises, public_promises
from desktop.projects.states import PromiseState
from desktop.projects.wording import word
from desktop.refused import Refused

WIDTHS = [9 * mm, 56 * mm, 29 * mm, 26 * mm, 45 * mm]
SIGN = 12.0


def make(session: Session, project_id: int, now: datetime) -> Paper:
    """What was promised, to whom, who does it and how it stands. Refuses it while nothing was
    promised to all tenants or a group of them."""
    today = local(now).date()
    view, found = (
        project_view(session, project_id, today),
        public_promises(session, project_id, today),
    )
    if not found.lines:
        raise Refused(_("Nothing was promised to tenants together yet."))
    return paper(
        session,
        "project-promises",
        lambda: _("Promises: {project}").format(project=view.name),
        lambda: list(_story(view, found, today)),
        now,
    )


def _story(view: ProjectView, found: PublicPromises, today: date) -> Iterator[Flowable]:
    title = _("What we promised: {project}")
    yield text(title.format(project=view.name), "title")
    yield text(_("This is how it stands on {day}.").format(day=day_plain(today)))
    yield _counters(found)
    settled = [line for line in found.lines if not line.is_open]
    yield from _listed(_("Still to do"), found.open_ones)
    yield from _listed(_("Dealt with"), settled)
    for words in (one_dwelling(found.to_dwellings), call_us(view)):
        if words:
            yield text(words)


def _counters(found: PublicPromises) -> Flowable:
    def count(state: PromiseState) -> int:
        return sum(line.state is state for line in found.lines)

    kept = became_counter(Became.YES, count(PromiseState.KEPT), word(PromiseState.KEPT))
    waiting = became_counter(Became.WAITING, len(found.open_ones), _("Still to do"))
    broken = became_counter(Became.NO, count(PromiseState.BROKEN), word(PromiseState.BROKEN))
    changed = count(PromiseState.CHANGED)
    others = [became_counter(Became.HALF, changed, word(PromiseState.CHANGED))] if changed else []
    return Counters([kept, waiting, *others, broken])


def _listed(title: str, lines: Sequence[PublicPromise]) -> Iterator[Flowable]:
    if not lines:
        return
    yield from above(heading(title))
    heads = ["", _("Promise"), _("For whom"), _("Who does it"), _("How it stands")]
    yield table(heads, [_row(line) for line in lines], WIDTHS)


def _row(line: PublicPromise) -> list[str | Flowable | list[Flowable]]:
    made = _("promised on {day}").format(day=day_figures(line.made_on))
    if line.gathering:
        made = _("promised on {day} at “{gathering}”").format(
            day=day_figures(line.made_on), gathering=line.gathering
        )
    stands: list[Flowable] = [text(promise_words(line), "cell bold")]
    if line.told:
        stands.append(text(line.told, "cell"))
    return [
        RoundSign(SETTLED[line.state], SIGN),
        [text(line.what, "cell bold"), text(made, "cell soft")],
        line.for_whom or _("all tenants"),
        line.owner,
        stands,
    ]
