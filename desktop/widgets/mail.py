"""A paper in a file, or in a new mail."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl, QUrlQuery
from PySide6.QtGui import QDesktopServices

from desktop.documents.paper import Paper
from desktop.language import _
from desktop.refused import Refused


def mail(paper: Paper) -> str:
    """Open a mail with the paper attached; returns what was done, in a sentence.

    Only Linux desktops have a way to attach for every mail program. Elsewhere the paper is saved
    in the documents folder, and the sentence says so.
    """
    attacher = shutil.which("xdg-email")
    if attacher is not None:
        path = Path(tempfile.mkdtemp(prefix="samenspraak-")) / paper.file_name
        write(path, paper)
        subprocess.Popen([attacher, "--subject", paper.title, "--attach", str(path)])
        return _("The mail program opens with the paper attached.")
    folder = Path(
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    )
    path = folder / paper.file_name
    write(path, paper)
    address = QUrl("mailto:")
    query = QUrlQuery()
    query.addQueryItem("subject", paper.title)
    address.setQuery(query)
    QDesktopServices.openUrl(address)
    return _("This computer cannot attach by itself. Add this file to the mail: {path}").format(
        path=path
    )


def write(path: Path, paper: Paper) -> None:
    """Write the paper to a file. Refuses a place that cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(paper.pdf)
    except OSError as error:
        raise Refused(
            _("{path} cannot be written: {why}. Choose another place.").format(
                path=path, why=error.strerror
            )
        ) from error
