"""Photos of the walk in the demo world: small scenes that are drawn here, before and after."""

from __future__ import annotations

import random
from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageDraw

from desktop.projects.states import FindingKind

Pen = ImageDraw.ImageDraw
WIDTH, HEIGHT, HORIZON = 640, 480, 250
SKIES = ("#cfe0ec", "#dde6ea", "#c4d6e4")
WALLS = ("#b98a6d", "#a67b62", "#c39a7e")
NIGHT, LIT = "#22303e", "#ffe9a8"


def scene(kind: FindingKind, number: int, solved: bool) -> bytes:
    """What somebody saw there, as a JPEG; the same for a number every time."""
    chance = random.Random(number)
    picture = Image.new("RGB", (WIDTH, HEIGHT), chance.choice(SKIES))
    pen = ImageDraw.Draw(picture)
    _street(pen, chance)
    SCENES[kind](pen, chance, solved)
    written = BytesIO()
    picture.save(written, "JPEG", quality=80)
    return written.getvalue()


def _street(pen: Pen, chance: random.Random) -> None:
    """A flat with windows, and the pavement before it."""
    wall = chance.choice(WALLS)
    shift = chance.randrange(-60, 60)
    pen.rectangle((0, 60, WIDTH, HORIZON), fill=wall)
    for left in range(shift - 40, WIDTH, 130):
        for top in (85, 170):
            pen.rectangle(
                (left, top, left + 70, top + 52), fill="#e8eef2", outline="#6f5b4d", width=4
            )
            pen.line((left + 35, top, left + 35, top + 52), fill="#6f5b4d", width=3)
    pen.rectangle((0, HORIZON, WIDTH, HEIGHT), fill="#c8c6c0")
    for line in range(HORIZON + 40, HEIGHT, 56):
        pen.line((0, line, WIDTH, line), fill="#b3b0a8", width=2)
    for left in range(shift, WIDTH, 80):
        pen.line((left, HORIZON, left * 2 - WIDTH // 2, HEIGHT), fill="#b3b0a8", width=2)


def _litter(pen: Pen, chance: random.Random, solved: bool) -> None:
    pen.rectangle((250, 190, 400, 370), fill="#4d5f56")
    pen.rectangle((240, 175, 410, 205), fill="#3b4a43")
    pen.rectangle((290, 225, 360, 250), fill="#22302a")
    if solved:
        return
    for _piece in range(7):
        x, y = chance.randrange(60, 560), chance.randrange(330, 440)
        size = chance.randrange(26, 54)
        if chance.random() < 0.5:
            pen.ellipse((x - size, y - size, x + size, y + size), fill="#2c2f33")
            pen.polygon(
                (x - 8, y - size - 10, x + 8, y - size - 10, x, y - size + 8), fill="#2c2f33"
            )
        else:
            pen.rectangle((x - size, y - size, x + size, y + size * 0.7), fill="#b58a55",
                          outline="#8a6437", width=3)  # fmt: skip
            pen.line((x, y - size, x, y + size * 0.7), fill="#8a6437", width=3)


def _green(pen: Pen, chance: random.Random, solved: bool) -> None:
    low = 300 if solved else 225
    pen.rectangle((0, 330, WIDTH, 400), fill="#7fa25b")
    for left in range(-20, WIDTH, 38):
        top = low + chance.randrange(0, 12 if solved else 60)
        pen.ellipse(
            (left, top, left + 80, 390), fill=chance.choice(("#5d8a3e", "#6c9a49", "#527b37"))
        )
    if not solved:
        for left in range(10, WIDTH, 26):
            tip = chance.randrange(-26, 26)
            pen.line((left, 470, left + tip, 380), fill="#6c9a49", width=5)


def _lighting(pen: Pen, _chance: random.Random, solved: bool) -> None:
    pen.rectangle((0, 0, WIDTH, HORIZON), fill=NIGHT)
    pen.rectangle((0, HORIZON, WIDTH, HEIGHT), fill="#303a40")
    if solved:
        for wide, shade in ((230, "#4a5147"), (170, "#6b6a52"), (110, "#8f8759")):
            pen.ellipse((320 - wide, 400 - wide // 4, 320 + wide, 400 + wide // 4), fill=shade)
        pen.ellipse((270, 40, 370, 140), fill="#5f6248")
    pen.rectangle((312, 100, 328, 400), fill="#11181e")
    pen.rounded_rectangle((285, 70, 355, 112), 12, fill=LIT if solved else "#4b565e")
    if not solved:
        pen.line((300, 80, 340, 104), fill="#11181e", width=4)


def _damage(pen: Pen, chance: random.Random, solved: bool) -> None:
    for row in range(3):
        for column in range(4):
            left, top = 110 + column * 108, 280 + row * 62
            box = [left, top, left + 98, top + 54]
            if not solved and (row, column) in ((1, 1), (1, 2), (2, 1)):
                pen.rectangle(box, fill="#6d5b48")
                turn = chance.randrange(8, 22)
                right, foot = left + 98, top + 54 + turn // 2
                tile = (left, top + turn, right - 6, top - turn, right, top + 34, left + 10, foot)
                pen.polygon(tile, fill="#aaa69d", outline="#7c786f")
            else:
                pen.rectangle(box, fill="#b9b5ab", outline="#8f8b82", width=2)


def _unsafe(pen: Pen, chance: random.Random, solved: bool) -> None:
    pen.rectangle((230, 110, 410, 400), fill="#54707f", outline="#33464f", width=6)
    if solved:
        pen.rectangle((250, 135, 390, 250), fill="#9fb8c4")
        pen.ellipse((372, 270, 394, 292), fill="#e7c65a")
        return
    pen.rectangle((240, 120, 400, 400), fill="#1c262c")
    pen.polygon((230, 110, 150, 140, 150, 440, 230, 400), fill="#54707f", outline="#33464f")
    pen.ellipse((162, 280, 182, 300), fill="#e7c65a")
    left = chance.randrange(300, 360)
    pen.ellipse((left, 380, left + 90, 460), outline="#222222", width=7)
    pen.ellipse((left + 130, 380, left + 220, 460), outline="#222222", width=7)
    pen.line((left + 45, 420, left + 90, 340, left + 175, 420), fill="#a82a2a", width=7)


def _other(pen: Pen, chance: random.Random, solved: bool) -> None:
    pen.rectangle((180, 120, 460, 330), fill="#f3ead6", outline="#7b5b3a", width=12)
    pen.rectangle((206, 330, 222, 440), fill="#7b5b3a")
    pen.rectangle((418, 330, 434, 440), fill="#7b5b3a")
    sheets = 3 if solved else 13
    for sheet in range(sheets):
        if solved:
            left, top = 205 + sheet * 80, 170
        else:
            left, top = chance.randrange(190, 390), chance.randrange(130, 250)
        colour = chance.choice(("#ffffff", "#fdf0da", "#e4eefa", "#fbe6e6"))
        pen.rectangle((left, top, left + 66, top + 84), fill=colour, outline="#9aa3ab", width=2)
        for line in range(3):
            at = top + 20 + line * 16
            pen.line((left + 10, at, left + 54, at), fill="#8f979e", width=3)


SCENES: dict[FindingKind, Callable[[Pen, random.Random, bool], None]] = {
    FindingKind.LITTER: _litter,
    FindingKind.GREEN: _green,
    FindingKind.LIGHTING: _lighting,
    FindingKind.DAMAGE: _damage,
    FindingKind.UNSAFE: _unsafe,
    FindingKind.OTHER: _other,
}
