"""Files that were damaged on the way: read or refused in words, and nothing else."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Callable

import pytest

from desktop.floorplans.exchange.reading import home_in
from desktop.floorplans.exchange.writing import FORMATS
from desktop.refused import Refused
from tests.support.homes import furnished_home

TIMES = 40
BITS = (b"nan", b"inf", b"-1", b"1e309", b"999999999999", b"null", b"[]", b"{}", b"\x00", b"0\n")


def damaged(content: bytes, chance: random.Random) -> bytes:
    """A few bytes changed, lost, put in, or all after a place gone."""
    left = bytearray(content)
    for _time in range(chance.choice((1, 2, 8))):
        place = chance.randrange(len(left))
        match chance.randrange(4):
            case 0:
                left[place] = chance.randrange(256)
            case 1:
                del left[place : place + chance.randrange(1, 30)]
            case 2:
                left[place:place] = chance.choice(BITS)
            case _:
                del left[max(place, 1) :]
        left = left or bytearray(b"x")
    return bytes(left)


def dxf() -> bytes:
    return FORMATS[".dxf"](furnished_home(), "huis")


def own_json() -> bytes:
    return FORMATS[".json"](furnished_home(), "huis")


def floorspace() -> bytes:
    corners = [(0, 0), (4, 0), (4, 3), (0, 3)]
    geometry = {
        "vertices": [{"id": str(n), "x": x, "y": y} for n, (x, y) in enumerate(corners)],
        "edges": [{"id": f"e{n}", "vertex_ids": [str(n), str((n + 1) % 4)]} for n in range(4)],
        "faces": [{"id": "f", "edge_ids": ["e0", "e1", "e2", "e3"]}],
    }
    story = {"name": "Laag", "geometry": geometry, "spaces": [{"name": "Hal", "face_id": "f"}]}
    return json.dumps({"project": {"config": {"units": "m"}}, "stories": [story]}).encode()


HOME = b"""<home wallHeight='260'><wall xStart='0' yStart='0' xEnd='400' yEnd='0' thickness='10'/>
<doorOrWindow name='Deur' x='100' y='0' width='90' height='208' angle='0'>
<sash xAxis='0' yAxis='0.5' width='1' startAngle='0' endAngle='1.57'/></doorOrWindow>
<room name='Hal'><point x='1' y='1'/></room></home>"""


def zipped(content: bytes, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", packing) as file:
        file.writestr("Home.xml", content)
    return packed.getvalue()


def read_or_refused(content: bytes) -> bool:
    try:
        return bool(home_in(content).home.levels)
    except Refused as refusal:
        return bool(refusal.sentence)


@pytest.mark.parametrize("make", [dxf, own_json, floorspace], ids=lambda make: make.__name__)
def test_a_damaged_file_is_read_or_refused(make: Callable[[], bytes]) -> None:
    chance, whole = random.Random(4), make()
    for _time in range(TIMES):
        assert read_or_refused(damaged(whole, chance))


def test_a_damaged_home_or_zip_of_sweet_home_is_read_or_refused() -> None:
    chance = random.Random(4)
    for _time in range(10 * TIMES):
        assert read_or_refused(zipped(damaged(HOME, chance)))
        for packing in (zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
            assert read_or_refused(damaged(zipped(HOME, packing), chance))


@pytest.mark.parametrize(
    ("kind", "thing", "told"),
    [
        ("walls", {"start": [0, 0], "end": [20, 0]}, "5 cm"),
        ("walls", {"start": [0, 0], "end": [150_000, 0]}, "100 meter"),
        ("stairs", {"at": [0, 0], "angle": 0, "risers": 1_000_000}, "100 treden"),
        ("stairs", {"at": [0, 0], "angle": 0, "risers": 0}, "100 treden"),
        (
            "furniture",
            {"item": "sofa", "at": [0, 0], "width_mm": 900_000, "depth_mm": 900},
            "groter dan een huis",
        ),
    ],
)
def test_what_nobody_could_draw_is_refused_in_a_file_written_by_hand(
    kind: str, thing: dict[str, object], told: str
) -> None:
    level = {"name": "A", kind: {"1": thing}}
    home = {"format": "samenspraak-floorplan", "version": 1, "levels": [level]}
    with pytest.raises(Refused) as refusal:
        home_in(json.dumps(home).encode())
    assert told in refusal.value.sentence
