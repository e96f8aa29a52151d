"""The map of Noord in the demo world, drawn here: water, streets, three flats and a park."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from desktop.assets import resources

SIZE = (1600, 1200)
GROUND, WATER, STREET, KERB = "#eef1e6", "#bcd9ea", "#ffffff", "#d5d8d0"
FLAT, FLAT_EDGE, HOUSE = "#c9a58c", "#8d6a53", "#ddc9b8"
PARK, TREE, PATH, CAR_PARK = "#cfe3b8", "#8fb56b", "#ece3cd", "#d9dde0"
INK, SOFT = "#39434d", "#6a7580"


def map_picture() -> bytes:
    """The map as a PNG of 1600 by 1200 pixels."""
    picture = Image.new("RGB", SIZE, GROUND)
    pen = ImageDraw.Draw(picture)
    _water(pen)
    _park(pen)
    _streets(pen)
    _buildings(pen)
    _names(pen)
    written = BytesIO()
    picture.save(written, "PNG", compress_level=1)
    return written.getvalue()


def _water(pen: ImageDraw.ImageDraw) -> None:
    pen.rectangle((0, 0, 1600, 128), fill=WATER)
    pen.rectangle((0, 128, 1600, 138), fill="#a4a9a4")
    pen.rectangle((630, 90, 680, 160), fill="#b9a183")  # the jetty


def _park(pen: ImageDraw.ImageDraw) -> None:
    pen.rounded_rectangle((850, 520, 1560, 850), 40, fill=PARK)
    pen.line((850, 560, 1010, 690, 1300, 740, 1560, 700), fill=PATH, width=16, joint="curve")
    pen.line((1010, 690, 900, 850), fill=PATH, width=16)
    pen.ellipse((1120, 570, 1300, 680), fill=WATER, outline="#9fc0d2", width=3)
    for x, y, size in (
        (905, 645, 26), (960, 780, 30), (1075, 560, 24), (1085, 800, 28), (1210, 800, 24),
        (1335, 590, 30), (1390, 660, 24), (1450, 580, 28), (1420, 800, 32), (1515, 770, 24),
        (1330, 820, 20), (1520, 640, 22), (1160, 760, 20),
    ):  # fmt: skip
        pen.ellipse((x - size, y - size, x + size, y + size), fill=TREE)


def _streets(pen: ImageDraw.ImageDraw) -> None:
    ways = (
        ((0, 205), (1600, 205), 56),  # Kadeweg
        ((775, 205), (775, 1200), 56),  # Torenlaan
        ((0, 890), (1600, 890), 56),  # Parkweg
        ((470, 700), (470, 1200), 34),  # the cycle path with its tunnel
    )
    for start, end, width in ways:
        pen.line((start, end), fill=KERB, width=width + 10)
    for start, end, width in ways:
        pen.line((start, end), fill=STREET, width=width)
    pen.line(((742, 560), (560, 560), (560, 372)), fill=PATH, width=14, joint="curve")
    pen.rectangle((430, 640, 700, 820), fill=CAR_PARK)
    for x in range(440, 700, 32):
        pen.line(((x, 640), (x, 690)), fill=STREET, width=3)
        pen.line(((x, 770), (x, 820)), fill=STREET, width=3)


def _buildings(pen: ImageDraw.ImageDraw) -> None:
    for box in ((120, 270, 680, 370), (880, 270, 1500, 370), (180, 500, 340, 660)):
        pen.rectangle(box, fill=FLAT, outline=FLAT_EDGE, width=4)
    for left in range(160, 680, 80):
        pen.line(((left, 272), (left, 368)), fill=FLAT_EDGE, width=1)
    for left in range(920, 1500, 80):
        pen.line(((left, 272), (left, 368)), fill=FLAT_EDGE, width=1)
    for row in (980, 1090):
        for left in (*range(60, 420, 60), *range(530, 690, 60), *range(850, 1540, 60)):
            pen.rectangle((left, row, left + 52, row + 60), fill=HOUSE, outline="#b79f8c")
    pen.ellipse((960, 400, 1100, 480), fill="#e6d3a3", outline="#c7b27c", width=3)  # to play


def _names(pen: ImageDraw.ImageDraw) -> None:
    folder = resources() / "fonts"
    plain = ImageFont.truetype(folder / "Inter-Medium.ttf", 26)
    strong = ImageFont.truetype(folder / "Inter-SemiBold.ttf", 28)
    for words, x, y, letters, colour in (
        ("Haven", 1180, 62, strong, "#3d6f8c"),
        ("Kadeweg", 300, 205, plain, SOFT),
        ("Kadeweg", 1200, 205, plain, SOFT),
        ("Parkweg", 220, 890, plain, SOFT),
        ("Parkweg", 1180, 890, plain, SOFT),
        ("Kadeflat", 400, 320, strong, INK),
        ("Havenflat", 1190, 320, strong, INK),
        ("Torenflat", 260, 580, strong, INK),
        ("Park", 1215, 765, strong, "#4a6b2f"),
        ("Spelen", 1030, 441, plain, SOFT),
        ("P", 565, 730, strong, SOFT),
    ):
        pen.text((x, y), words, fill=colour, font=letters, anchor="mm")
    _upright(pen, plain)


def _upright(pen: ImageDraw.ImageDraw, letters: ImageFont.FreeTypeFont) -> None:
    """The name of the street that goes down."""
    name = Image.new("L", (150, 36))
    ImageDraw.Draw(name).text((75, 18), "Torenlaan", fill=255, font=letters, anchor="mm")
    pen.bitmap((757, 420), name.rotate(90, expand=True), fill=SOFT)
