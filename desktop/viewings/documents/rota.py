"""The month of the hosts: one sheet for the wall and one for each host."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from babel.dates import format_date
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table, TableStyle
from sqlalchemy.orm import Session

from desktop.documents import letter, styles
from desktop.documents.flowables import text
from desktop.documents.letterhead import letterhead
from desktop.documents.pages import Part, Sheet
from desktop.documents.paper import Paper
from desktop.language import _, in_language, language
from desktop.language.format import clock, local, month_name
from desktop.viewings.queries.papers import residents
from desktop.viewings.queries.papers.residents import Rota, RotaShift

CELL_WIDTH = (styles.WIDE[0] - styles.LEFT - styles.RIGHT) / 7
LEAST_WEEK_HEIGHT = 19 * mm


def make(session: Session, complex_ids: Sequence[int], now: datetime) -> Paper:
    """The rota of this month for each complex."""
    return for_month(session, complex_ids, local(now).date(), now)


def for_month(session: Session, complex_ids: Sequence[int], month: date, now: datetime) -> Paper:
    """The rota of the month of a day: the whole, then one sheet for each host who has a shift."""
    parts: list[Part] = []
    with in_language("nl"):
        for complex_id in complex_ids:
            rota = residents.rota(session, complex_id, month)
            parts.append(_sheet(rota, _("Rota {complex}").format(complex=rota.complex), _names))
            parts += [_own_sheet(rota, host_id) for host_id in _hosts(rota)]
    return letter.finish(
        "rota",
        lambda: _("Rota {month}").format(month=month_name(month)),
        parts,
        letterhead(session),
        local(now).date(),
    )


def _hosts(rota: Rota) -> list[int]:
    """Who has a shift, by name."""
    names = {shift.host_id: shift.host for shift in rota.shifts}
    return sorted(names, key=lambda host_id: names[host_id])


def _own_sheet(rota: Rota, host_id: int) -> Part:
    own = tuple(shift for shift in rota.shifts if shift.host_id == host_id)
    return _sheet(replace(rota, shifts=own), _("Rota of {name}").format(name=own[0].host), _mine)


def _sheet(rota: Rota, title: str, words: Callable[[RotaShift], str]) -> Part:
    month = month_name(rota.month)
    story: list[Flowable] = [
        text(f"{title}, {month}", "title"),
        _calendar(rota, words),
        text(_("You cannot come? Call as soon as you know. Swapping is no problem."), "small"),
    ]
    footer = _("Rota · {complex} · {month}").format(complex=rota.complex, month=month)
    return Part(story, title, footer, sheet=Sheet.WIDE)


def _names(shift: RotaShift) -> str:
    """What stands in a box of the sheet for all: time and who."""
    leads = _(" (leads)") if shift.leads else ""
    return f"{clock(shift.at)} {shift.host}{leads}"


def _mine(shift: RotaShift) -> str:
    """What stands in a box of a host's own sheet: time, where and with whom."""
    words = f"{clock(shift.at)}–{clock(shift.ends_at)}, {shift.place}"
    if shift.together:
        words += _(", with {names}").format(names=", ".join(shift.together))
    return words


def _calendar(rota: Rota, words: Callable[[RotaShift], str]) -> Table:
    weeks = calendar.Calendar().monthdatescalendar(rota.month.year, rota.month.month)
    rows: list[list[Any]] = [
        [text(format_date(day, "EEEE", locale=language()), "head") for day in weeks[0]]
    ]
    rows += [[_day(day, rota, words) for day in week] for week in weeks]
    table = Table(
        rows,
        colWidths=[CELL_WIDTH] * 7,
        repeatRows=1,
        minRowHeights=[0, *[LEAST_WEEK_HEIGHT] * len(weeks)],
        spaceAfter=6,
        splitInRow=1,
    )
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 1), (-1, -1), 0.6, styles.LINE),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 4),
                ("RIGHTPADDING", (0, 0), (-1, -1), 4),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 7),  # a name box reaches below its text
                ("BACKGROUND", (5, 1), (6, -1), styles.CANVAS),
            ]
        )
    )
    return table


def _day(day: date, rota: Rota, words: Callable[[RotaShift], str]) -> list[Flowable]:
    """The day of the month and a box for each shift; nothing for days of another month."""
    if day.month != rota.month.month:
        return []
    shifts = [shift for shift in rota.shifts if local(shift.at).date() == day]
    return [text(str(day.day), "day"), *(text(words(shift), "name box") for shift in shifts)]
