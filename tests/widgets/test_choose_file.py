"""Qt's own dialog for files, as people see it who have no dialog of their system."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from desktop.application import dress
from desktop.widgets.choose_file import file_to_read, file_to_write, folder_to_use
from desktop.widgets.desk import Desk


def when_asked(answer: str | None, labels: list[str]) -> None:
    """Read the labels of the dialog that comes next, and choose a file or give up."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        labels.extend(label.text().replace("&", "") for label in dialog.findChildren(QLabel))
        if answer is None:
            dialog.reject()
        else:
            dialog.selectFile(answer)
            dialog.accept()

    QTimer.singleShot(0, look)


def test_every_label_is_in_the_language_of_the_user(
    desk: Desk, qapp: QApplication, tmp_path: Path
) -> None:
    dress(qapp)
    labels: list[str] = []
    when_asked(None, labels)
    assert file_to_read(None, "Kies een lijst", str(tmp_path), "Lijsten (*.csv)") == ""
    assert labels == ["Zoeken in:", "Bestandsnaam:", "Soort bestand:"]


def test_what_is_chosen_comes_back(desk: Desk, tmp_path: Path) -> None:
    there = tmp_path / "lijst.csv"
    there.write_text("naam")
    when_asked(str(there), [])
    assert file_to_read(None, "Kies een lijst", str(tmp_path), "Lijsten (*.csv)") == str(there)
    new = tmp_path / "brief.pdf"
    when_asked(str(new), [])
    assert file_to_write(None, "Bewaren", str(new), "PDF (*.pdf)") == str(new)
    when_asked(str(tmp_path), [])
    assert folder_to_use(None, "Kies een map", str(tmp_path)) == str(tmp_path)
