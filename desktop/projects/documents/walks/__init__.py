"""The papers of a walk through the neighbourhood."""

from desktop.projects.documents.walks import report

__all__ = ["report"]
