"""Every module of papers in one place. Importing this loads ReportLab."""

from desktop.agreements.documents import (
    bid,
    deadline_list,
    dispute_file,
    full_text,
    meeting_papers,
    redline,
    signature_sheet,
    summary,
)

__all__ = [
    "bid",
    "deadline_list",
    "dispute_file",
    "full_text",
    "meeting_papers",
    "redline",
    "signature_sheet",
    "summary",
]
