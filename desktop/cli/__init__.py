"""The command `samenspraak`: a window, or a piece of work without one.

A command ends with code 0, or with one sentence on the error stream and code 2. Nothing of Qt is
imported before a window is wanted, and every command imports only what it needs.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from desktop.cli.parser import parse, wished_language
from desktop.cli.report import Report
from desktop.language import _, use_language
from desktop.log import keep_log
from desktop.places import log_file
from desktop.refused import Refused

REFUSED = 2
log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open the window when there is none; returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        # A console with fewer signs than Unicode must not end the work.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    use_language(wished_language(given))
    return _work(parse(given))


def _work(asked: Namespace) -> int:
    keep_log()
    try:
        if asked.command is None:
            # While everything is being loaded nothing can be thrown away: looking for it takes a
            # quarter of the time to the window. `start` has it looked for again.
            gc.disable()
            # Before the hundreds of modules of the database.
            import desktop.widgets  # noqa: F401
            from desktop.start import start

            return start(asked.data, demo=asked.demo)
        return _tell(asked.run(asked), asked.json)
    except Refused as refused:
        return _say(_with_way_out(refused, asked))
    except BrokenPipeError:
        # Who read along has read enough, as `head` does; Python must not complain at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _say(_("Stopped. Nothing was changed."))
    except Exception as error:
        log.exception("The command %s failed", asked.command or "window")
        return _say(_sentence_for(error, asked))


def _tell(report: Report, as_json: bool) -> int:
    if as_json:
        print(json.dumps(dict(report.values), ensure_ascii=False, indent=1), flush=True)
    else:
        print("\n".join(report.lines), flush=True)
    return _say(report.trouble) if report.trouble else 0


def _say(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return REFUSED


def _sentence_for(error: Exception, asked: Namespace) -> str:
    """What happened: trouble of the machine in its own words, else a fault of ours."""
    from desktop.cli.commands import address_of
    from desktop.store.engine import refuse

    known = refuse(error, address_of(asked))
    if known is not None:
        return known.sentence
    return _("The program made a mistake. Nothing was changed. The details are in {file}.").format(
        file=log_file()
    )


def _with_way_out(refused: Refused, asked: Namespace) -> str:
    """The sentence, and for a damaged database also the newest good backup."""
    from desktop.cli.commands import address_of
    from desktop.store.backup import newest_good
    from desktop.store.engine import CannotOpen, Trouble

    if not (isinstance(refused, CannotOpen) and refused.trouble is Trouble.DAMAGED):
        return refused.sentence
    good = newest_good(Path(address_of(asked)))
    if good is None:
        return refused.sentence
    return _("{sentence} Restore it with: samenspraak restore “{path}”").format(
        sentence=refused.sentence, path=good.path
    )
