"""The papers about a whole project. Importing this loads ReportLab."""

from desktop.projects.documents.whole import asked_and_done, card, planning, promise_list

__all__ = ["asked_and_done", "card", "planning", "promise_list"]
