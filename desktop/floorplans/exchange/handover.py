"""Several drawings for the architect at once: a file of each in every format that is asked, in one
zip or in one folder."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from desktop.exchange.files import cannot_write, write_whole
from desktop.floorplans.exchange.writing import FORMATS
from desktop.floorplans.plan import Home

# What systems do not take in the name of a file.
_REFUSED = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
Told = Callable[[int, int, str], object]


def files_of(
    drawings: Sequence[tuple[str, Home]], endings: Sequence[str], told: Told
) -> Mapping[str, bytes]:
    """The content of each file by its name: the title of the drawing and one of `endings`, such as
    ".dxf". `told` hears how far it is. Refused: what cannot be written in a format, as when IFC is
    not installed."""
    made: dict[str, bytes] = {}
    names = list(_names([title for title, _home in drawings]))
    for place, (name, (title, home)) in enumerate(zip(names, drawings, strict=True)):
        told(place, len(drawings), title)
        for ending in endings:
            made[name + ending] = FORMATS[ending](home, title)
    return made


def write_zip(path: Path, files: Mapping[str, bytes]) -> None:
    """One zip with all of them, whole or not at all. Refused: a place that cannot be written."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    write_whole(path, packed.getvalue())


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """All of them in a folder, which is made when it is not there yet; each whole or not at all.
    Refused: a place that cannot be written."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error
    for name, content in files.items():
        write_whole(folder / name, content)


def file_name(title: str) -> str:
    """A title as the name of a file that every system takes."""
    return " ".join(_REFUSED.sub(" ", title).split()).strip(".") or "plan"


def _names(titles: Sequence[str]) -> Iterator[str]:
    """A name for each, no two the same: some systems see no capitals."""
    taken: set[str] = set()
    for title in titles:
        name, number = file_name(title), 2
        while name.casefold() in taken:
            name, number = f"{file_name(title)} ({number})", number + 1
        taken.add(name.casefold())
        yield name
