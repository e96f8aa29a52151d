"""The tour report (verslag van de rondleiding): who came, what was explained, what the candidate
answered, what must be mended. No place for a judgement of a person."""

from desktop.viewings.actions.reports.criteria import record_criteria
from desktop.viewings.actions.reports.lists import record_list_back
from desktop.viewings.actions.reports.money import handle_money
from desktop.viewings.actions.reports.report import (
    Report,
    answer_question,
    save_report,
    save_visit,
)
from desktop.viewings.actions.reports.visit import Visit, record_want

__all__ = [
    "Report",
    "Visit",
    "answer_question",
    "handle_money",
    "record_criteria",
    "record_list_back",
    "record_want",
    "save_report",
    "save_visit",
]
