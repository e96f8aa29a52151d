"""A version that is fixed: what was published, to read."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _, language, ngettext
from desktop.language.format import day_plain
from desktop.viewings.panels.dialogs.choose_policy import in_words
from desktop.viewings.panels.policies.in_words import (
    alternative_words,
    common_rules,
    number_words,
    urgency_in_words,
)
from desktop.viewings.queries.policies import ConsequenceRow, PolicyView
from desktop.viewings.rules.policy import criteria_recorded
from desktop.viewings.states import Level, UrgencyPolicy
from desktop.viewings.wording import word
from desktop.widgets import theme
from desktop.widgets.card import Card
from desktop.widgets.facts import Facts
from desktop.widgets.words import Words


class Reading(QWidget):
    """The cards of one fixed version; `consequence` is what a refusal means in its region."""

    def __init__(self, view: PolicyView, consequence: ConsequenceRow | None) -> None:
        super().__init__()
        values = view.values
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(_influence(values))
        column.addWidget(_priority(view, consequence))
        column.addWidget(_numbered(_("Points that hosts explain"), values["points"]))
        if criteria_recorded(values["level"]):
            column.addWidget(_numbered(_("Criteria"), values["criteria"]))
        column.addWidget(_advert(values))
        column.addWidget(_with_facts(_("Numbers"), _number_pairs(values)))
        column.addWidget(_with_facts(_("Who agreed"), _agreement_pairs(values)))


def _influence(values: dict[str, Any]) -> Card:
    level: Level = values["level"]
    card = Card(_("What residents do"), word(level))
    card.add(Words(in_words(level), wraps=True))
    if values["participation_required"]:
        ways = ", ".join(alternative_words(a) for a in values["alternatives"])
        card.add(
            Words(_("Taking part is required. Other ways: {ways}.").format(ways=ways), wraps=True)
        )
    if level is Level.C:
        card.add(
            Words(
                _("Residents nominate one of the first {n}. Ground: {ground}").format(
                    n=values["top_n"], ground=values["sharing_ground"]
                ),
                wraps=True,
            )
        )
    return card


def _priority(view: PolicyView, consequence: ConsequenceRow | None) -> Card:
    values = view.values
    urgency: UrgencyPolicy = values["urgency"]
    card = Card(_("Priority"), word(urgency))
    card.add(Words(urgency_in_words(urgency), wraps=True))
    if urgency is UrgencyPolicy.U3:
        card.add(
            Words(
                _("At least {percent} % of each {window} dwellings.").format(
                    percent=values["share_percent"], window=values["share_window"]
                ),
                wraps=True,
            )
        )
        card.add(Words(_share_so_far(view), wraps=True))
    if values["buddy"]:
        card.add(
            Words(
                _("Who has priority may bring a buddy, and a host visits after six weeks"),
                wraps=True,
            )
        )
    if consequence is not None:
        text = consequence.text_nl if language() == "nl" else consequence.text_en
        card.add(Words(f"“{text}”", wraps=True))
        source = _("{region}: {source}, read on {day}").format(
            region=consequence.region,
            source=consequence.source,
            day=day_plain(consequence.read_on),
        )
        card.add(Words(source, "small", wraps=True))
    if values["permit_needed"]:
        card.add(Words(_("The municipality asks a permit for these dwellings"), wraps=True))
    card.add(Words(common_rules(), "soft", wraps=True))
    return card


def _share_so_far(view: PolicyView) -> str:
    count, of = view.share
    so_far = ngettext(
        "Last {n} dwelling: {count} to priority.",
        "Last {n} dwellings: {count} to priority.",
        of,
    ).format(n=of, count=count)
    if not of:
        so_far = _("No dwelling was let by this version yet.")
    following = (
        _("The next one is for priority.")
        if view.next_reserved
        else _("The next one goes by the round.")
    )
    return f"{so_far} {following}"


def _numbered(title: str, rows: list[dict[str, str]]) -> Card:
    card = Card(title)
    lines = [f"{n}. {_said(row)}" for n, row in enumerate(rows, start=1)]
    card.add(Words("\n".join(lines), wraps=True))
    return card


def _said(row: dict[str, str]) -> str:
    other = "en" if language() == "nl" else "nl"
    return row.get(f"text_{language()}") or row.get(f"text_{other}", "")


def _advert(values: dict[str, Any]) -> Card:
    card = Card(_("Text for the advert"))
    for text in (values["advert_nl"], values["advert_en"]):
        if text:
            card.add(Words(text, wraps=True))
    return card


def _with_facts(title: str, pairs: list[tuple[str, str]]) -> Card:
    card = Card(title)
    card.add(Facts(pairs))
    return card


def _number_pairs(values: dict[str, Any]) -> list[tuple[str, str]]:
    return [(words, str(values[key])) for key, words in number_words()]


def _agreement_pairs(values: dict[str, Any]) -> list[tuple[str, str]]:
    pairs = [
        (_("Corporation agreed on"), _day(values["corporation_agreed_on"])),
        (_("Tenants' organisation agreed on"), _day(values["tenants_agreed_on"])),
    ]
    if criteria_recorded(values["level"]):
        jurist = ", ".join(w for w in (values["jurist_name"], _day(values["jurist_on"])) if w)
        pairs += [
            (_("Hosts trained on"), _day(values["hosts_trained_on"])),
            (_("Jurist"), jurist),
        ]
    return pairs


def _day(day: date | None) -> str:
    return day_plain(day) if day is not None else ""
