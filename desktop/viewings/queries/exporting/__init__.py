"""What goes out of Buren as files: VERA messages for the allocation system, tables for a sheet.

Each function writes one file, whole or not at all, and returns how many records are in it. It
takes codes of vacancies, and none means all.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop.feature import Exportable
from desktop.language import _
from desktop.viewings.queries.exporting.tables import export_measures, export_vacancies
from desktop.viewings.queries.exporting.vera import (
    export_allocations,
    export_appointments,
    export_no_shows,
    export_offers,
)

__all__ = ["export_vacancies", "exportables"]


def exportables() -> Sequence[Exportable]:
    """What `samenspraak export` knows of Buren."""
    return (
        Exportable("offers", lambda: _("Offers (VERA)"), export_offers),
        Exportable("no-shows", lambda: _("Who did not appear (VERA)"), export_no_shows),
        Exportable("allocations", lambda: _("Allocations (VERA)"), export_allocations),
        Exportable("appointments", lambda: _("Viewings (VERA)"), export_appointments),
        Exportable("vacancies", lambda: _("Vacancies (CSV)"), export_vacancies),
        Exportable("measures", lambda: _("Measures of the evaluation (CSV)"), export_measures),
    )
