"""Reading PDFs in several threads at once, as when a paper is printed while somebody scrolls it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from desktop.documents.reading import opened


def test_one_thread_reads_at_a_time() -> None:
    out = BytesIO()
    canvas = Canvas(out)
    for number in range(4):
        canvas.drawString(100, 700, f"blad {number}")
        canvas.showPage()
    canvas.save()
    inside: list[int] = []

    def read(number: int) -> tuple[int, str]:
        with opened(out.getvalue()) as document:
            inside.append(number)
            document[number % 4].render(scale=1).close()
            words = document[number % 4].get_textpage().get_text_range()
            others = len(inside)
            inside.remove(number)
        return others, words.strip()

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(read, range(24)))
    assert found == [(1, f"blad {number % 4}") for number in range(24)]
