"""The papers of advice and consent. Importing this loads ReportLab."""

from desktop.projects.documents.consulting import (
    advice,
    consent_letters,
    consent_result,
    door_list,
)

__all__ = ["advice", "consent_letters", "consent_result", "door_list"]
