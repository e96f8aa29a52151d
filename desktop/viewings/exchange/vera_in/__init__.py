"""VERA messages (4.3.0) that come in, as plain rows."""

from desktop.viewings.exchange.vera_in.candidates import read_candidates
from desktop.viewings.exchange.vera_in.messages import is_json
from desktop.viewings.exchange.vera_in.publications import (
    DwellingRow,
    PublicationRow,
    read_publications,
)

__all__ = ["DwellingRow", "PublicationRow", "is_json", "read_candidates", "read_publications"]
