"""The papers about a gathering. Importing this loads ReportLab."""

from desktop.projects.documents.gatherings import letters, report, sheets

__all__ = ["letters", "report", "sheets"]
