"""The papers of Beleid. This list is read when the window opens, so the papers themselves, and
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

Find = Callable[[Session, Sequence[str], datetime], int]
Choices = Callable[[Session], Sequence[str]]
Make = Callable[[Session, int, datetime], Paper]


def printables() -> Sequence[Printable]:
    """Every paper, with what its number is: a year of talks, the day of a meeting, or a calendar
    year."""
    return (*_of_years(), *_of_meetings(), _of_tenants())


def _of_years() -> Sequence[Printable]:
    def paper(
        key: str, title: Callable[[], str], make: Callable[[], Make], find: str = "cycle"
    ) -> Printable:
        return _printable(key, title, lambda: _("a year of talks"), make, find, "years")

    return (
        paper(
            "agreements-summary",
            lambda: _("Summary for tenants, one page"),
            lambda: _papers().summary.make,
        ),
        paper(
            "agreements-summary-large",
            lambda: _("Summary for tenants in large print"),
            lambda: _papers().summary.large_print,
        ),
        paper("agreements-text", lambda: _("The whole text"), lambda: _papers().full_text.make),
        paper(
            "agreements-signatures",
            lambda: _("Sheet for signatures"),
            lambda: _papers().signature_sheet.make,
        ),
        paper(
            "agreements-changes",
            lambda: _("What changed in the text"),
            lambda: _papers().redline.make,
        ),
        paper(
            "agreements-deadlines",
            lambda: _("Days and terms"),
            lambda: _papers().deadline_list.make,
        ),
        paper(
            "agreements-monitor",
            lambda: _("Progress report"),
            lambda: _papers().monitor.make,
        ),
        paper(
            "agreements-housing-report",
            lambda: _("Text for the housing report"),
            lambda: _papers().housing_report.make,
        ),
        paper(
            "measuring-form",
            lambda: _("Form to measure with"),
            lambda: _papers().measuring_form.make,
        ),
        paper(
            "tenant-questions",
            lambda: _("What tenants asked"),
            lambda: _papers().tenant_questions.make,
        ),
        paper(
            "tenant-questions-poster",
            lambda: _("What tenants asked, as a poster"),
            lambda: _papers().tenant_questions.poster,
        ),
        paper(
            "agreements-parties",
            lambda: _("Who is at the table"),
            lambda: _papers().party_list.make,
        ),
        paper("bid", lambda: _("Bid"), lambda: _papers().bid.make),
        paper("bid-letters", lambda: _("Letters with the bid"), lambda: _papers().bid.letters),
        paper(
            "dispute-file",
            lambda: _("File of a dispute"),
            lambda: _papers().dispute_file.make,
            "dispute",
        ),
    )


def _of_meetings() -> Sequence[Printable]:
    def paper(key: str, title: Callable[[], str], make: Callable[[], Make]) -> Printable:
        return _printable(
            key,
            title,
            lambda: _("the day of a meeting, such as 2026-07-09"),
            make,
            "meeting",
            "meeting_days",
        )

    return (
        paper(
            "meeting-agenda",
            lambda: _("Agenda of a meeting"),
            lambda: _papers().meeting_papers.agenda,
        ),
        paper(
            "meeting-report",
            lambda: _("Report of a meeting"),
            lambda: _papers().meeting_papers.report,
        ),
    )


def _of_tenants() -> Printable:
    return _printable(
        "tenants-accounts",
        lambda: _("Accounts of the tenants"),
        lambda: _("a calendar year, such as 2026"),
        lambda: _papers().tenants_accounts.make,
        "budget",
        "budget_years",
    )


def _printable(
    key: str,
    title: Callable[[], str],
    takes: Callable[[], str],
    paper: Callable[[], Make],
    find: str,
    choices: str,
) -> Printable:
    """`find` and `choices` name functions of `documents.numbers`, which knows the tables."""

    def make(session: Session, numbers: Sequence[str], now: datetime) -> Paper:
        found: Find = getattr(_numbers(), find)
        return paper()(session, found(session, numbers, now), now)

    def example(session: Session) -> Sequence[str] | None:
        """The first year or day that has something to print."""
        with suppress(Refused):
            listed: Choices = getattr(_numbers(), choices)
            for number in listed(session):
                with suppress(Refused):
                    make(session, [number], datetime.now(UTC))
                    return [number]
        return None

    return Printable(key, title, takes, make, example)


def _papers() -> Any:
    from desktop.agreements.documents import every

    return every


def _numbers() -> Any:
    from desktop.agreements.documents import numbers

    return numbers
