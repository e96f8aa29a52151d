from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from desktop.documents import fonts
from desktop.documents.paper import Paper
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.mail import write
from desktop.widgets.preview import Preview
from tests.support.screens import cut_off, said_by


def paper_of(desk: Desk, pages: int = 3) -> Paper:
    """A paper whose pages are red at the top; the last one lies on its side."""
    out = BytesIO()
    canvas = Canvas(out)
    for number in range(pages):
        width, height = landscape(A4) if number == pages - 1 else A4
        canvas.setPageSize((width, height))
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(0, height - 100, width, 100, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return Paper("invitation", "Uitnodiging Kadeflat 214", desk.today(), "nl", out.getvalue())


@pytest.fixture
def preview(desk: Desk, qtbot: QtBot) -> Preview:
    made = Preview(desk, paper_of(desk))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_pages_are_on_the_screen(preview: Preview) -> None:
    picture = preview.pages.viewport().grab().toImage()
    middle = picture.width() // 2
    assert QColor(picture.pixel(middle, 40)).getRgb()[:3] == (255, 0, 0)
    assert QColor(picture.pixel(middle, 400)).getRgb()[:3] == (255, 255, 255)


def test_it_says_on_which_page_it_is(preview: Preview) -> None:
    assert preview._where.text() == "pagina 1 van 3"
    preview.pages.show_page(2)
    assert preview._where.text() == "pagina 3 van 3"


def test_larger_and_page_width(preview: Preview, qtbot: QtBot) -> None:
    fits = preview.pages.zoom
    preview.closer()
    assert preview.pages.zoom == pytest.approx(fits * 1.2)
    qtbot.keyClick(preview, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.pages.zoom == fits


def test_saving_writes_the_very_paper(preview: Preview, tmp_path: Path) -> None:
    write(tmp_path / preview.paper.file_name, preview.paper)
    saved = tmp_path / "2026-11-23 Uitnodiging Kadeflat 214.pdf"
    assert saved.read_bytes() == preview.paper.pdf


def test_a_place_that_cannot_be_written_is_refused_by_name(
    preview: Preview, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(Refused, match="niet te schrijven"):
        write(tmp_path / "file" / "letter.pdf", preview.paper)


def test_printing_gives_every_page_upright_or_on_its_side(
    preview: Preview, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    with qtbot.waitSignal(desk.said) as said:
        preview.print_on(printer)
    assert said.args == ["Naar de printer gestuurd: 3 pagina’s"]
    printed = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    shapes = [page.get_width() > page.get_height() for page in printed]
    assert shapes == [False, False, True]
    top = printed[0].render(scale=0.2).to_pil().convert("RGB").getpixel((60, 5))
    assert top[0] > 240
    assert top[1] < 30


def test_only_the_pages_that_were_asked_for_are_printed(
    preview: Preview, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 2)
    with qtbot.waitSignal(desk.said):
        preview.print_on(printer)
    assert len(pypdfium2.PdfDocument(tmp_path / "printed.pdf")) == 1


def test_what_is_said_of_a_paper_stands_in_its_own_window(preview: Preview, desk: Desk) -> None:
    desk.said.emit("Opgeslagen: brief.pdf")
    assert "Opgeslagen: brief.pdf" in said_by(preview)


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large print"])
def test_a_long_title_is_not_cut(desk: Desk, qtbot: QtBot, qapp: QApplication, large: bool) -> None:
    theme.wear(qapp, theme.Look(theme.Scheme.LIGHT, large_print=large))
    long = replace(paper_of(desk), title="Bevestiging van uw uitnodiging Tweede Havenflat 214")
    made = Preview(desk, long)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: cut_off(made) == [])


def test_it_tells_on_which_pages_a_sign_could_not_be_printed(desk: Desk, qtbot: QtBot) -> None:
    fonts.register()
    out = BytesIO()
    canvas = Canvas(out)
    for words in ("Beste Anna,", "Beste مريم,", "Tot dan 😀"):
        canvas.setFont(fonts.REGULAR, 11)
        canvas.drawString(100, 700, fonts.printable(words))
        canvas.showPage()
    canvas.save()
    made = Preview(desk, Paper("letter", "Brief", desk.today(), "nl", out.getvalue()))
    qtbot.addWidget(made)
    made.show()
    assert "Op pagina 2 en 3 staan open vierkanten." in said_by(made)
    assert cut_off(made) == []
