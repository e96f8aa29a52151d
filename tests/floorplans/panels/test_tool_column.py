"""The tools at the left of the drawing, on a screen that is not high."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from desktop.floorplans import actions
from desktop.floorplans.actions import NewSketch
from desktop.floorplans.panels.tenant_drawing import TenantDrawing
from desktop.floorplans.panels.tool_column import ICON, ToolColumn
from desktop.floorplans.templates import demonstration
from desktop.floorplans.tools import TOOLS
from desktop.language import _
from desktop.store import Actor, Store
from desktop.tenant_mode import TenantMode
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from tests.support.screens import dress, said_by


@pytest.mark.parametrize("large", [False, True], ids=["normal print", "large print"])
def test_no_tool_lies_over_another_however_low_the_screen_is(
    qapp: QApplication, qtbot: QtBot, large: bool
) -> None:
    dress(qapp, theme.Look(theme.Scheme.LIGHT, large_print=large))
    column = ToolColumn(TOOLS)
    qtbot.addWidget(column)
    # The help of a tenant stands above it: then little is left.
    assert column.minimumSizeHint().height() < 200
    column.show()
    for height in (700, 520, 260):
        column.resize(column.sizeHint().width(), height)
        QApplication.processEvents()
        buttons = column.findChildren(QToolButton)
        boxes: list[QRect] = [button.geometry() for button in buttons]
        for above, below in pairwise(boxes):
            assert above.bottom() < below.top(), height
        for button in buttons:
            assert button.height() > ICON + button.fontMetrics().height(), height


def test_in_large_print_the_help_of_a_tenant_leaves_all_tools_on_view(
    qapp: QApplication, qtbot: QtBot, desk: Desk, store: Store, who: Actor
) -> None:
    dress(qapp, theme.Look(theme.Scheme.LIGHT, large_print=True))
    sketch = actions.begin_sketch(store, who, NewSketch("Sara", demonstration()))
    mode = TenantMode(desk, screen := TenantDrawing(desk, sketch))
    qtbot.addWidget(mode)
    mode.setFixedSize(1_366, 768)
    mode.show()
    screen.help_button.click()
    QApplication.processEvents()

    assert said_by(screen).count(_("This is how you draw")) == 1
    for tool in screen.pad.tools.findChildren(QToolButton):
        assert tool.visibleRegion().boundingRect().height() == tool.height(), tool.text()
