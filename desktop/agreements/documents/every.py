"""Every module of papers in one place. Importing this loads ReportLab."""

from desktop.agreements.documents import (
    bid,
    deadline_list,
    dispute_file,
    full_text,
    housing_report,
    measuring_form,
    meeting_papers,
    monitor,
    party_list,
    redline,
    signature_sheet,
    summary,
    tenant_questions,
    tenants_accounts,
)

__all__ = [
    "bid",
    "deadline_list",
    "dispute_file",
    "full_text",
    "housing_report",
    "measuring_form",
    "meeting_papers",
    "monitor",
    "party_list",
    "redline",
    "signature_sheet",
    "summary",
    "tenant_questions",
    "tenants_accounts",
]
