"""An amount in a dialog of Beheer."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.projects.panels.dialogs.euros import EurosInput


def test_cents_from_a_file_stay_until_somebody_types_another_amount(qtbot: QtBot) -> None:
    amount = EurosInput(123_450, most=1_000_000)
    qtbot.addWidget(amount)
    assert amount.value() == 123_450
    amount.inner.setValue(900)
    assert amount.value() == 90_000
    amount.inner.setValue(20_000)  # as far as the action takes it
    assert amount.value() == 1_000_000
