"""The sentences for what cannot be undone any more."""

from __future__ import annotations

from desktop.language import _
from desktop.refused import Refused


def changed_since() -> Refused:
    return Refused(
        _(
            "Something was changed after this, so it cannot be undone any more. Look at how it "
            "stands now, and record what should be different."
        )
    )


def wiped_since() -> Refused:
    return Refused(
        _(
            "After this, data of persons was wiped. Wiped data does not come back, so this cannot "
            "be undone any more."
        )
    )
