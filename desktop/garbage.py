"""Python's cyclic garbage, collected in the thread of the window only.

Left to itself, the collector runs in whichever thread happens to make the next object. When that is
a worker and the garbage holds a widget, Qt destroys the widget outside its own thread, and the
program goes down now and then. So the collector is off (`gc.disable`), and `sweep` is called from
the window's thread: by a timer in the program, between tests in the tests.
"""

from __future__ import annotations

import gc

SWEEP_MS = 1_000


def sweep() -> None:
    """Collect the oldest generation that is due, as the collector itself would."""
    due = [
        generation
        for generation, (count, threshold) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if count > threshold
    ]
    if due:
        gc.collect(due[-1])
