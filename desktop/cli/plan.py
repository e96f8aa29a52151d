"""`samenspraak plan`: floor plans without a window."""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.arguments import Parser, Several, accepts_common, accepts_json
from desktop.cli.report import Report
from desktop.language import _, ngettext

if TYPE_CHECKING:
    from desktop.floorplans.exchange.placing import FileRead

MM_OF_UNIT = {"mm": 1.0, "cm": 10.0, "m": 1000.0}


def info(asked: Namespace) -> Report:
    """Rooms, usable area and checks of a drawing."""
    from desktop.floorplans.exchange import info as about

    read = _read(asked)
    return Report(
        (*about.lines(read.home, _today()), *_told(read)), about.values(read.home, _today())
    )


def convert(asked: Namespace) -> Report:
    """Read a drawing in one format and write it in another."""
    from desktop.floorplans.exchange.writing import write_home

    read = _read(asked)
    out = Path(asked.out_file)
    write_home(read.home, out)
    return Report(
        (_written(out), *_told(read)),
        {"file": str(out), "left_out": read.left_out, "unknown": list(read.unknown)},
    )


def print_plan(asked: Namespace) -> Report:
    """Put a drawing on paper, to scale."""
    from desktop.exchange.files import write_whole
    from desktop.floorplans.documents.fitting import SCALES
    from desktop.floorplans.documents.papers import plan_paper

    read = _read(asked)
    source, out = Path(asked.file), Path(asked.out)
    scales = (asked.scale,) if asked.scale else SCALES
    paper = plan_paper(read.home, source.stem, _today(), scales)
    path = out / paper.file_name if out.is_dir() else out
    write_whole(path, paper.pdf)
    return Report((_written(path), *_told(read)), {"title": paper.title, "file": str(path)})


def draw(asked: Namespace) -> Report:
    """Make walls of the strokes of a pen."""
    from desktop.floorplans.exchange.limits import content_of
    from desktop.floorplans.exchange.strokes_in import drawn
    from desktop.floorplans.exchange.writing import write_home

    home = drawn(content_of(Path(asked.strokes)))
    out = Path(asked.out_file)
    write_home(home, out)
    walls = len(home.levels[0].walls)
    found = ngettext("{n} wall found.", "{n} walls found.", walls).format(n=walls)
    return Report((found, _written(out)), {"walls": walls, "file": str(out)})


def schema(asked: Namespace) -> Report:
    """Our own file as a JSON Schema."""
    import json

    from desktop.assets import resources

    text = (resources() / "floorplans" / "schema.json").read_text("utf-8")
    return Report(tuple(text.splitlines()), json.loads(text))


def _read(asked: Namespace) -> FileRead:
    from desktop.floorplans.exchange.reading import read_home

    return read_home(Path(asked.file), MM_OF_UNIT.get(asked.unit), asked.layer or None)


def _today() -> date:
    from desktop.language.format import local

    return local(datetime.now(UTC)).date()


def _written(path: Path) -> str:
    return _("The drawing is in {path}").format(path=path)


def _told(read: FileRead) -> tuple[str, ...]:
    from desktop.floorplans.exchange.told import told

    return told(read)


# The words ----------------------------------------------------------------------------------

COMMANDS: Mapping[str, Callable[[Namespace], Report]] = {
    "info": info,
    "convert": convert,
    "print": print_plan,
    "draw": draw,
    "schema": schema,
}


def add_plan(commands: Several[Parser]) -> None:
    """The word `plan` with its own commands."""
    words = _("floor plans: look at them, convert, print, draw")
    plan = commands.add_parser("plan", help=words, description=words)
    several = plan.add_subparsers(
        title=_("commands"), dest="plan_command", metavar=_("COMMAND"), required=True
    )
    command = _command(several, "info", _("say which rooms there are and what does not fit"))
    _file(command)
    command = _command(several, "convert", _("write a drawing in another format"))
    _file(command)
    _out(command)
    command = _command(several, "print", _("put a drawing on paper, to scale"))
    _file(command)
    command.add_argument(
        "--scale",
        type=_scale,
        metavar="N",
        help=_("1 to this; without, the largest of 50 and 100 that fits"),
    )
    command.add_argument("--out", required=True, metavar="FILE", help=_("a file, or a folder"))
    command = _command(several, "draw", _("make walls of the strokes of a pen"))
    command.add_argument("strokes", metavar="STROKES")
    _out(command)
    _command(several, "schema", _("say what stands in our own file, as a JSON Schema"))


def _command(several: Several[Parser], name: str, words: str) -> Parser:
    command = several.add_parser(name, help=words, description=words)
    command.set_defaults(run=COMMANDS[name])
    accepts_common(command)
    accepts_json(command)
    return command


def _file(command: Parser) -> None:
    command.add_argument("file", metavar="FILE")
    command.add_argument(
        "--unit", choices=tuple(MM_OF_UNIT), help=_("what 1 is in a DXF that does not say it")
    )
    command.add_argument(
        "--layer",
        action="append",
        metavar="NAME",
        help=_("a layer of a DXF with walls; may be given more than once"),
    )


def _out(command: Parser) -> None:
    command.add_argument("out_file", metavar="OUT", help=_("a file; its name says the format"))


def _scale(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= 10_000:
        return int(text)
    sentence = _("“{text}” is no scale. Write 50 for 1 to 50").format(text=text)
    raise argparse.ArgumentTypeError(sentence)
