"""What the data show of a project, in sentences for screen and paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from desktop.language import _, ngettext
from desktop.language.format import number_fixed
from desktop.projects.rules.ladder import Shown
from desktop.projects.rules.looking_back import Showed
from desktop.projects.wording.states import word

DECIMALS = 1


def ladder_sentence(shown: Shown) -> str:
    """`Beloofd: meebeslissen. Tot nu toe: raadplegen.`"""
    so_far = word(shown.shown) if shown.shown is not None else _("nothing yet")
    return _("Promised: {promised}. So far: {shown}.").format(
        promised=word(shown.promised), shown=so_far
    )


def look_back_sentence(shown: Shown, held_on: date | None) -> str:
    """Whether the promise was kept, as people look back on it; while nobody did, how it stands."""
    if held_on is None:
        return ladder_sentence(shown)
    promised = word(shown.promised)
    if shown.is_kept:
        return _("Promised: {promised}. The promise was kept.").format(promised=promised)
    so_far = word(shown.shown) if shown.shown is not None else _("nothing")
    return _("Promised: {promised}. It became: {shown}.").format(promised=promised, shown=so_far)


def missing_words(held_on: date | None) -> str:
    """What stands above the list of what the promise asks for."""
    if held_on is None:
        return _("For the promise is lacking:")
    return _("For the promise was lacking:")


def showed_sentences(showed: Showed) -> list[str]:
    """What was asked, said, promised and found, each in a sentence; only what there was."""
    told = [
        _sessions(showed) if showed.sessions else _("There were no gatherings."),
        _proposals(showed),
        _promises(showed),
        _findings(showed),
    ]
    return [sentence for sentence in told if sentence]


def mean_words(mean: Decimal) -> str:
    """`7,4`."""
    return number_fixed(mean, DECIMALS)


def answers_words(answers: int) -> str:
    """`31 antwoorden`."""
    return ngettext("{n} answer", "{n} answers", answers).format(n=answers)


def _sessions(showed: Showed) -> str:
    return ngettext(
        "There was {n} gathering, with {people} visitors.",
        "There were {n} gatherings, with {people} visitors together.",
        showed.sessions,
    ).format(n=showed.sessions, people=showed.people)


def _proposals(showed: Showed) -> str:
    total = showed.happened.proposals
    if not total:
        return ""
    parts = [
        (showed.proposals_done, _("{n} we do")),
        (showed.proposals_otherwise, _("{n} we do otherwise")),
        (showed.proposals_not, _("{n} we do not do")),
        (total - showed.happened.proposals_answered, _("{n} without an answer")),
    ]
    said = ngettext("Tenants made {n} proposal", "Tenants made {n} proposals", total)
    return f"{said.format(n=total)}: {_listed(parts)}."


def _promises(showed: Showed) -> str:
    total = showed.promises
    if not total:
        return ""
    settled = showed.promises_kept + showed.promises_changed + showed.promises_broken
    parts = [
        (showed.promises_kept, _("{n} kept")),
        (showed.promises_changed, _("{n} changed")),
        (showed.promises_broken, _("{n} not kept")),
        (total - settled, _("{n} still open")),
    ]
    said = ngettext("We made {n} promise", "We made {n} promises", total)
    return f"{said.format(n=total)}: {_listed(parts)}."


def _findings(showed: Showed) -> str:
    if not showed.findings:
        return ""
    return ngettext(
        "{n} thing was found on walks; {settled} of it is settled.",
        "{n} things were found on walks; {settled} of them are settled.",
        showed.findings,
    ).format(n=showed.findings, settled=showed.findings_settled)


def _listed(parts: Sequence[tuple[int, str]]) -> str:
    return ", ".join(words.format(n=count) for count, words in parts if count)
