"""The commands, each with what it takes, and the words of argparse itself."""

from __future__ import annotations

import argparse
import gettext
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from desktop.assets import resources
from desktop.cli import commands
from desktop.cli.agreements import add_agreements
from desktop.cli.arguments import Parser, Several, accepts_common, accepts_json, day
from desktop.cli.plan import add_plan
from desktop.cli.projects import add_projects
from desktop.language import DEFAULT, LANGUAGES, N_, _, language

# The words of argparse itself, which it looks up with gettext.
ITS_OWN_WORDS = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("not allowed with argument %s"),
    N_("expected one argument"),
    N_("unrecognized arguments: %s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
)


def wished_language(arguments: Sequence[str]) -> str:
    """The language that is asked for; needed before the rest can be explained in it."""
    early = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    early.add_argument("--language", choices=LANGUAGES, default=DEFAULT)
    try:
        asked, _rest = early.parse_known_args(list(arguments))
    except argparse.ArgumentError:
        return DEFAULT
    return str(asked.language)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """What was asked. Ends the program for `--help`, and for what cannot be understood."""
    with _argparse_in_our_language():
        return _parser().parse_args(arguments)


@contextmanager
def _argparse_in_our_language() -> Iterator[None]:
    domain, wished = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain("samenspraak", str(resources() / "translations"))
    gettext.textdomain("samenspraak")
    os.environ["LANGUAGE"] = language()
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if wished is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = wished


def _parser() -> Parser:
    top = Parser(
        prog="samenspraak",
        description=_("Samenspraak opens its window. With a command it works without one."),
    )
    top.set_defaults(data=None, json=False)
    accepts_common(top)
    top.add_argument("--demo", action="store_true", help=_("open the demo world"))
    several = top.add_subparsers(title=_("commands"), dest="command", metavar=_("COMMAND"))
    _demo(several)
    _import(several)
    _print(several)
    _export(several)
    _verify(several)
    _backup(several)
    _restore(several)
    _term(several)
    _self_test(several)
    add_plan(several)
    add_agreements(several)
    add_projects(several)
    return top


def _command(several: Several[Parser], name: str, words: str) -> Parser:
    command = several.add_parser(name, help=words, description=words)
    command.set_defaults(run=commands.COMMANDS[name])
    accepts_common(command)
    return command


def _demo(several: Several[Parser]) -> None:
    command = _command(several, "demo", _("make the demo database"))
    command.add_argument(
        "--day", type=day, metavar="DATE", help=_("the day on which the demo stands")
    )
    accepts_json(command)


def _import(several: Several[Parser]) -> None:
    command = _command(several, "import", _("import a file: all of it or nothing"))
    command.add_argument("kind", metavar="KIND", nargs="?", help=_("see --list"))
    command.add_argument("file", metavar="FILE", nargs="?")
    belongs = command.add_mutually_exclusive_group()
    belongs.add_argument("--vacancy", metavar="CODE", help=_("the vacancy it belongs to"))
    belongs.add_argument("--cycle", metavar="YEAR", help=_("the yearly cycle it belongs to"))
    belongs.add_argument("--project", metavar="CODE", help=_("the project it belongs to"))
    command.add_argument(
        "--dry-run", action="store_true", help=_("only say what would be imported")
    )
    _list(command)
    accepts_json(command)


def _print(several: Several[Parser]) -> None:
    command = _command(several, "print", _("make a paper as a PDF"))
    command.add_argument("kind", metavar="PAPER", nargs="?", help=_("see --list"))
    command.add_argument("numbers", metavar="NR", nargs="*", help=_("what it is about"))
    command.add_argument("--out", metavar="FILE", help=_("a file, or a folder"))
    _list(command)
    accepts_json(command)


def _export(several: Several[Parser]) -> None:
    command = _command(several, "export", _("write a file for other programs"))
    command.add_argument("kind", metavar="KIND", nargs="?", help=_("see --list"))
    command.add_argument("numbers", metavar="NR", nargs="*", help=_("what it is about"))
    command.add_argument("--out", metavar="FILE", help=_("a file"))
    _list(command)
    accepts_json(command)


def _list(command: Parser) -> None:
    command.add_argument("--list", action="store_true", help=_("say what there is"))


def _verify(several: Several[Parser]) -> None:
    accepts_json(_command(several, "verify", _("check the database and its audit trail")))


def _backup(several: Several[Parser]) -> None:
    command = _command(several, "backup", _("make a backup now"))
    command.add_argument("--to", metavar="FOLDER", help=_("the folder for backups"))
    accepts_json(command)


def _restore(several: Several[Parser]) -> None:
    command = _command(several, "restore", _("restore a backup; the newest good one without FILE"))
    command.add_argument("file", metavar="FILE", nargs="?")
    accepts_json(command)


def _term(several: Several[Parser]) -> None:
    command = _command(several, "term", _("the last day of a term (Algemene termijnenwet)"))
    command.add_argument(
        "--from",
        dest="start",
        type=day,
        required=True,
        metavar="DATE",
        help=_("the day of the event, as 2026-11-23"),
    )
    length = command.add_mutually_exclusive_group(required=True)
    length.add_argument("--days", type=int, metavar="N")
    length.add_argument("--weeks", type=int, metavar="N")
    command.add_argument(
        "--contract", action="store_true", help=_("a term of a contract: no day moves")
    )
    accepts_json(command)


def _self_test(several: Several[Parser]) -> None:
    accepts_json(
        _command(several, "self-test", _("open every tab and print every paper of the demo"))
    )
