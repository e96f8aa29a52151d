"""The manual page of a screen, in a window of its own beside the work."""

from __future__ import annotations

from markdown_it import MarkdownIt
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from desktop.assets import resources
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import secondary

FIRST = "index"
SHEET = """
h1 { font-size: @headingpx; font-weight: 500; margin: 0 0 12px 0; }
h2 { font-size: @sectionpx; font-weight: 600; margin: 20px 0 6px 0; }
p { margin: 0 0 8px 0; line-height: 140%; }
ul, ol { margin: 0 0 8px 0; -qt-list-indent: 1; }
li { margin: 0 0 4px 0; line-height: 140%; }
th { text-align: left; padding: 4px 24px 4px 0; font-weight: 600; }
td { padding: 4px 24px 4px 0; }
"""


class Manual(QDialog):
    """Shows a page of `resources/manual`; its links go to other pages. Esc closes it."""

    def __init__(self, page: str = FIRST, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Help"))
        self.resize(theme.scaled(620), 680)
        self.browser = QTextBrowser()
        self.browser.setOpenLinks(False)
        self.browser.setAccessibleName(_("Manual"))
        self.browser.document().setDocumentMargin(24)
        self.browser.anchorClicked.connect(self._follow)
        bar = QFrame()
        bar.setObjectName("topBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        row.addWidget(secondary(_("Contents"), lambda: self.show_page(FIRST)))
        row.addStretch(1)
        row.addWidget(secondary(_("Close"), self.close))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.browser, 1)
        QShortcut(QKeySequence("F1"), self, lambda: self.show_page(FIRST))
        self.show_page(page)
        self.browser.setFocus()

    def show_page(self, page: str) -> None:
        """Show a page by its name; one that is not written yet gives the contents."""
        folder = resources() / "manual"
        path = folder / f"{page}.md"
        self.page = page if path.is_file() else FIRST
        source = (folder / f"{self.page}.md").read_text("utf-8")
        self.browser.document().setDefaultStyleSheet(_sheet())
        # Qt reads Markdown itself, but then without room between paragraphs.
        self.browser.setHtml(MarkdownIt("commonmark").enable("table").render(source))

    def _follow(self, link: QUrl) -> None:
        self.show_page(link.fileName().removesuffix(".md"))


def _sheet() -> str:
    """The look of a page, with headings that grow with the text."""
    heading, section = theme.scaled(20), theme.scaled(15)
    return SHEET.replace("@heading", str(heading)).replace("@section", str(section))
