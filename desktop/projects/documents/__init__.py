"""The papers of Beheer. This list is read when the window opens, so the papers themselves, and
ReportLab with them, load when the first is made."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.feature import Printable
from desktop.projects.documents.listed.consulting import papers as consulting_papers
from desktop.projects.documents.listed.gatherings import papers as gathering_papers
from desktop.projects.documents.listed.projects import papers as project_papers
from desktop.projects.documents.listed.sharing import papers as sharing_papers
from desktop.projects.documents.listed.walks import papers as walk_papers


def printables() -> Sequence[Printable]:
    """Every paper, with what its number is."""
    return (
        *project_papers(),
        *gathering_papers(),
        *consulting_papers(),
        *walk_papers(),
        *sharing_papers(),
    )
