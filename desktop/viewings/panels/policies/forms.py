"""The parts of a way of working that stand on their own: each a form with the values of a version,
whose fields have the names of its columns."""

from __future__ import annotations

from typing import Any

from desktop.language import _
from desktop.viewings.panels.policies.in_words import number_words
from desktop.viewings.panels.policies.rows_input import RowsInput
from desktop.viewings.rules.policy import MOST_NOMINATED
from desktop.widgets.form import Form

MOST = {"group_max": 20, "slot_minutes": 120, "answer_hours": 240, "day_budget": 30}


def points(values: dict[str, Any]) -> Form:
    """What hosts explain."""
    form = Form()
    rows = RowsInput(
        [("text_nl", _("in Dutch")), ("text_en", _("in English"))],
        "point",
        _("Add a point"),
        values["points"],
    )
    form.field("points", _("They stand on the tour card, in this order."), rows)
    return form


def criteria(values: dict[str, Any]) -> Form:
    """What hosts answer at levels B and C, and at C from how many they nominate."""
    form = Form()
    rows = RowsInput(
        [
            ("text_nl", _("criterion in Dutch")),
            ("text_en", _("criterion in English")),
            ("fact_nl", _("what hosts look at, in Dutch")),
            ("fact_en", _("what hosts look at, in English")),
        ],
        "criterion",
        _("Add a criterion"),
        values["criteria"],
    )
    form.field(
        "criteria",
        _("About what people do, never about who they are. They stand in the advert."),
        rows,
    )
    form.row()
    form.choice(
        "top_n",
        _("Residents nominate one of the first"),
        [(None, _("Choose")), *((n, str(n)) for n in range(1, MOST_NOMINATED + 1))],
        values["top_n"],
    )
    form.text("sharing_ground", _("Which rooms or tasks residents share"), values["sharing_ground"])
    form.end_row()
    return form


def advert(values: dict[str, Any]) -> Form:
    """What candidates read beforehand."""
    form = Form()
    form.row()
    form.lines("advert_nl", _("In Dutch"), values["advert_nl"])
    form.lines("advert_en", _("In English"), values["advert_en"])
    form.end_row()
    return form


def numbers(values: dict[str, Any]) -> Form:
    """How many hosts, minutes, hours, days and weeks."""
    form = Form()
    for at, (key, words) in enumerate(number_words()):
        if at % 2 == 0:
            form.row()
        form.number(key, words, values[key], 0, MOST.get(key, 52))
    form.end_row()
    return form


def agreements(values: dict[str, Any]) -> Form:
    """Who agreed and when; the second row is for levels B and C."""
    form = Form()
    form.row()
    for key, words in (
        ("corporation_agreed_on", _("Corporation agreed on")),
        ("tenants_agreed_on", _("Tenants' organisation agreed on")),
        ("valid_from", _("Counts from")),
    ):
        form.date(key, words, values[key])
    form.end_row()
    form.row()
    form.date("hosts_trained_on", _("Hosts trained on"), values["hosts_trained_on"])
    form.text("jurist_name", _("Name of the jurist"), values["jurist_name"])
    form.date("jurist_on", _("Jurist signed on"), values["jurist_on"])
    form.end_row()
    return form
