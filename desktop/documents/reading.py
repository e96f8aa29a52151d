"""Reading a PDF: for its pages as pictures, and for its words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

import pypdfium2

# PDFium works for one thread at a time, and papers are made and printed beside the window.
_ONE_AT_A_TIME = RLock()


@contextmanager
def opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """A PDF to read; whoever reads in another thread waits. `PdfiumError` for what is none."""
    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(content) as document:
        yield document
