"""What residents nominated, on the screen of a vacancy: their order, the checks, and what is next
(level C)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.language.format import day_plain, moment_short
from desktop.viewings.panels.dialogs.enter_nomination import enter_nomination
from desktop.viewings.panels.dialogs.judge_nomination import judge_nomination, read_nomination
from desktop.viewings.panels.nomination_words import check_words, nominee_words, reasons
from desktop.viewings.panels.tones import tone
from desktop.viewings.queries.vacancy import NominationLine, VacancyView
from desktop.viewings.states import NominationState
from desktop.viewings.wording import word
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.words import Words


def nomination_cards(desk: Desk, view: VacancyView, parent: QWidget) -> list[Card]:
    """A card for each nomination, the newest first; before them one to enter, when it is time."""
    cards = [nomination_card(desk, view, line, parent) for line in reversed(view.nominations)]
    return [_to_enter(desk, view, parent), *cards] if view.nominates else cards


def _to_enter(desk: Desk, view: VacancyView, parent: QWidget) -> Card:
    card = Card(
        _("Residents nominate"),
        actions=[primary(_("Enter nomination…"), lambda: enter_nomination(desk, view, parent))],
    )
    card.add(
        Words(
            _(
                "Print the form for the residents, and enter what stands on it. Without a "
                "nomination the order of the list stays."
            ),
            "soft",
            wraps=True,
        )
    )
    return card


def nomination_card(desk: Desk, view: VacancyView, line: NominationLine, parent: QWidget) -> Card:
    """Who proposed whom, by which answers, how staff tested it and who read along."""
    card = Card(
        _("Nomination {number}").format(number=line.number),
        _("proposed on {day} by {names}").format(
            day=day_plain(line.proposed_on), names=", ".join(line.members)
        ),
        [Chip(word(line.state), tone(line.state)), *_buttons(desk, view, line, parent)],
    )
    for nominee in line.nominees:
        card.add(Words(nominee_words(nominee), "strong", wraps=True))
        card.add(Words(reasons(view, nominee), "soft", wraps=True))
    for check in line.checks:
        card.add(Words(check_words(check), "" if check.is_met else "error", wraps=True))
    if line.motivation:
        card.add(Words(_("Test: {words}").format(words=line.motivation), wraps=True))
    card.add(Words(_who(line), "soft", wraps=True))
    return card


def _buttons(desk: Desk, view: VacancyView, line: NominationLine, parent: QWidget) -> list[QWidget]:
    if line.state is NominationState.TESTED:
        return [secondary(_("Read along…"), lambda: read_nomination(desk, view, line, parent))]
    if line.state in (NominationState.ENTERED, NominationState.RETURNED):
        return [
            secondary(_("Test…"), lambda: judge_nomination(desk, view, line, parent)),
            secondary(_("Enter anew…"), lambda: enter_nomination(desk, view, parent)),
        ]
    return []


def _who(line: NominationLine) -> str:
    parts = [_("written by {name}").format(name=line.author)]
    if line.state is NominationState.RETURNED:
        parts.append(
            _("{name} asks: {question}").format(name=line.reader, question=line.reader_question)
        )
    elif line.reader and line.read_at is not None:
        parts.append(
            _("read by {name}, {moment}").format(
                name=line.reader, moment=moment_short(line.read_at)
            )
        )
    return " · ".join(parts)
