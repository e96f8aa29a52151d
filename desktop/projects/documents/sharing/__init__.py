"""The papers of a residents' budget and of the look back. Importing this loads ReportLab."""

from desktop.projects.documents.sharing import ballot, budget_result, look_back

__all__ = ["ballot", "budget_result", "look_back"]
