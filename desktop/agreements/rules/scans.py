"""What may be kept as the scan of a signature."""

from __future__ import annotations

from desktop.language import _
from desktop.refused import Refused

SCAN_BYTES = 10 * 1024 * 1024
# How a PDF, a PNG and a JPEG begin.
BEGINNINGS = (b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def check_scan(scan: bytes) -> None:
    """Refuses what is no PDF, PNG or JPEG by how it begins, and what is larger than 10 MB."""
    if len(scan) > SCAN_BYTES:
        raise Refused(
            _("The scan is larger than 10 MB. Scan it in grey or with fewer dots."), "scan"
        )
    if not scan.startswith(BEGINNINGS):
        raise Refused(_("The scan is no PDF, PNG or JPEG. Save it as one of these."), "scan")
