"""The rows of the list of agreements, and which of them it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.agreements.panels.tones import tone
from desktop.agreements.panels.values import light_words, value_words
from desktop.agreements.queries.overview import AgreementRow, ThemeLine
from desktop.agreements.rules.changes import ChangeKind
from desktop.agreements.rules.lifecycle import SIGNED
from desktop.agreements.states import Light
from desktop.agreements.wording import word
from desktop.language import _
from desktop.widgets.choice_list import ListRow

# What asks attention comes first.
LIGHTS = (Light.OFF, Light.RISK, Light.NM, Light.ON, Light.DONE)
ARROWS = {ChangeKind.BETTER: "↗", ChangeKind.WORSE: "↘"}


@dataclass(frozen=True)
class Filter:
    """Which agreements are shown: of a theme, with a light, those whose light became another one
    since the last report, or those that not every party agrees to yet; all of them when nothing
    is given."""

    theme_id: int | None = None
    light: Light | None = None
    change: ChangeKind | None = None
    not_agreed: bool = False

    def shows(self, row: AgreementRow) -> bool:
        if self.theme_id is not None and row.theme_id != self.theme_id:
            return False
        if self.light is not None and not (row.is_measured and row.light.light is self.light):
            return False
        if self.change is not None and row.change is not self.change:
            return False
        return not (self.not_agreed and (row.agreed or row.state in SIGNED))


def filters(
    rows: Sequence[AgreementRow], chapters: Sequence[ThemeLine]
) -> list[tuple[Filter, str]]:
    """What the list can be limited to, with how many there are."""
    offered = [(Filter(), _("All agreements ({n})").format(n=len(rows)))]
    offered += [
        (Filter(theme_id=chapter.id), f"{chapter.name} ({chapter.agreements})")
        for chapter in chapters
        if chapter.agreements
    ]
    kinds = [(Filter(light=light), word(light)) for light in LIGHTS]
    kinds += [
        (Filter(change=change), f"{arrow} {word(change)}") for change, arrow in ARROWS.items()
    ]
    for only, words in [*kinds, (Filter(not_agreed=True), _("Not agreed yet"))]:
        count = sum(only.shows(row) for row in rows)
        if count:
            offered.append((only, f"{words} ({count})"))
    return offered


def list_row(row: AgreementRow) -> ListRow:
    """One row: title and light, and under it theme, parties and value."""
    light = row.light.light
    detail = " · ".join((row.code, row.theme))
    return ListRow(
        row.id,
        row.title,
        light_words(light) if row.is_measured else word(row.state),
        tone(light if row.is_measured else row.state),
        detail,
        " ".join(part for part in (_arrow(row), value_words(row.light)) if part),
    )


def _arrow(row: AgreementRow) -> str:
    return ARROWS.get(row.change, "") if row.change is not None else ""
