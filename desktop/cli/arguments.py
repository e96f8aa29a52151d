"""What commands are made of. Every command takes `--data` and `--language`."""

from __future__ import annotations

import argparse
from datetime import date
from typing import NoReturn

from desktop.language import LANGUAGES, _

Several = argparse._SubParsersAction  # argparse has no other name for it


class Parser(argparse.ArgumentParser):
    """Ends with one sentence and code 2, without a page of usage."""

    def error(self, message: str) -> NoReturn:
        sentence = _("This command is not right: {message}. See {program} --help.")
        self.exit(2, sentence.format(message=message, program=self.prog) + "\n")


def accepts_common(command: Parser) -> None:
    """What every command takes."""
    # What is not given before or after the name of the command must not undo the other.
    command.add_argument(
        "--data",
        metavar="PLACE",
        default=argparse.SUPPRESS,
        help=_("a database file, or an address postgresql+psycopg://…"),
    )
    command.add_argument(
        "--language", choices=LANGUAGES, default=argparse.SUPPRESS, help=_("nl or en")
    )


def accepts_json(command: Parser) -> None:
    """A command with a report."""
    command.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help=_("report as JSON")
    )


def day(text: str) -> date:
    """A day on the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        sentence = _("“{text}” is no date. Write it as 2026-11-23").format(text=text)
        raise argparse.ArgumentTypeError(sentence) from error
