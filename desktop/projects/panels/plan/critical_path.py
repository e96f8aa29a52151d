"""The critical path of a plan on one line."""

from __future__ import annotations

from desktop.language import _, ngettext
from desktop.projects.rules.timeline.plan import Plan
from desktop.projects.rules.timeline.words import critical_names
from desktop.widgets.cut_to_room import CutToRoom
from desktop.widgets.words import Words

ON_HOVER = 30  # names below each other that fit on a screen


class CriticalPath(Words):
    """`Kritiek pad: advies → akkoord → uitvoering`, cut where the room ends. The tasks show below
    each other on hover, and a screen reader has all of them."""

    def __init__(self) -> None:
        super().__init__("", "soft")
        self._line = CutToRoom(self)

    def show_plan(self, plan: Plan) -> None:
        """Show the critical path of a plan; nothing when it has none."""
        names = critical_names(plan)
        rest = len(names) - ON_HOVER
        more = [ngettext("{n} more", "{n} more", rest).format(n=rest)] if rest > 0 else []
        self._line.show(
            _("Critical path: {names}").format(names=" → ".join(names)),
            on_hover="\n".join([*names[:ON_HOVER], *more]),
        )
        self.setVisible(bool(names))
