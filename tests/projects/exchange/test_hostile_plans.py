"""Plans that cannot be: each is refused with a Dutch sentence, and nothing is read of it."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from desktop.projects.exchange.plans import MOST_BYTES, read_plan_file
from desktop.projects.rules.plan_file import laid_out
from desktop.refused import Refused
from tests.support.plan_files import (
    exception,
    gan,
    gan_depend,
    gan_example,
    gan_task,
    ms_example,
    ms_link,
    ms_task,
    mspdi,
    week_days,
    written,
)

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE project [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + ']><project name="&i;"><tasks><task id="1" duration="1"/></tasks></project>'
)
FETCHES = (
    '<?xml version="1.0"?><!DOCTYPE project [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    '<project name="x"><description>&x;</description><tasks/></project>'
)
TIMES = 150
NO_PLAN, ENTITIES = "geen planning van GanttProject", "XML-entiteiten"
ALL_FREE = 'sun="1" mon="1" tue="1" wed="1" thu="1" fri="1" sat="1"'
ONE = gan_task("1", "2026-03-02", 1)


def refusal(folder: Path, content: str | bytes) -> str:
    """The sentence with which a plan is refused; nothing when it is not."""
    try:
        plan = read_plan_file(written(folder, content))
        assert laid_out(plan, plan.begins or date(2026, 3, 2)).days
    except Refused as refused:
        return refused.sentence
    return ""


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "leeg"),
        (" \n", "leeg"),
        ("nr;taak;duur\n1;Slopen;5\n", NO_PLAN),
        (b"PK\x03\x04\x14\x00\x06\x00", NO_PLAN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Sla het daar op als XML"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", NO_PLAN),
        (gan_example()[:900], NO_PLAN),
        ("<html><body>Planning</body></html>", NO_PLAN),
        ('<project><modelVersion>4.0.0</modelVersion></project>', NO_PLAN),
        (LAUGHS, ENTITIES),
        (FETCHES, ENTITIES),
        (gan(""), "geen taken"),
        (mspdi(""), "geen taken"),
        (gan(ONE + ONE), "taak 1 twee keer"),
        (mspdi(ms_task("1", "PT8H0M0S") * 2), "taak 1 twee keer"),
        (gan(gan_task("7", "2026-03-02", 1, gan_depend("99"))), "taak 99 bestaat niet"),
        (mspdi(ms_task("7", "PT8H0M0S", more=ms_link("99"))),
         "Taak 7 wacht op taak 99, maar taak 99 bestaat niet. Er is niets ingelezen."),
        (gan(gan_task("7", "2026-03-02", -3)),
         "Een taak duurt ten minste 0 dagen. Taak 7 duurt er −3 in het bestand."),
        (mspdi(ms_task("7", "-PT24H0M0S")), "duurt er −3"),
        (gan(gan_task("7", "2026-03-02", 1).replace('duration="1"', 'duration="1e9"')), "‘1e9’"),
        (gan(gan_task("7", "2 maart", 1)), "‘2 maart’ is geen dag"),
        (mspdi(ms_task("7", "drie dagen")), "‘drie dagen’ geen duur"),
        (mspdi(ms_task("7", "PT8H0M0S", more=ms_link("7", kind=9))), "onbekende soort"),
        (gan(gan_task("1", "2026-03-02", 1, gan_depend("2"))
             + gan_task("2", "2026-03-02", 1, gan_depend("1"))), "Taak 1 → Taak 2 → Taak 1"),
        (mspdi(ms_task("1", "PT8H0M0S", more=ms_link("2"))
               + ms_task("2", "PT8H0M0S", more=ms_link("1"))), "Taak 1 → Taak 2 → Taak 1"),
        (gan(ONE, ALL_FREE), "jaar 9999"),
        (mspdi(ms_task("1", "PT8H0M0S"), week=week_days(range(1, 8))), "jaar 9999"),
        (mspdi(ms_task("1", "PT99999999H0M0S")), "jaar 9999"),
        (mspdi(ms_task("1", "PT8H0M0S"), exception("0001-01-01", "9999-12-31")), "vrije dagen"),
    ],
)  # fmt: skip
def test_what_is_no_plan_is_refused_in_words(content: str | bytes, words: str, tmp_path: Path):
    assert words in refusal(tmp_path, content)


def test_a_file_of_200_megabytes_is_refused_without_reading_it(tmp_path: Path):
    path = written(tmp_path, "<project>")
    with path.open("r+b") as file:
        file.truncate(200 * 1024**2)  # all of it nothing, and on the disk no larger than that
    with pytest.raises(Refused, match=f"groter dan {MOST_BYTES // 1024**2} MB"):
        read_plan_file(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path):
    with pytest.raises(Refused, match=r"weg\.gan"):
        read_plan_file(tmp_path / "weg.gan")


def test_tasks_that_are_a_thousand_deep_are_read(tmp_path: Path):
    task = '<task id="{}" name="x" start="2026-03-02" duration="1">'
    deep = "".join(task.format(n) for n in range(2000)) + "</task>" * 2000
    plan = laid_out(read_plan_file(written(tmp_path, gan(deep))), date(2026, 3, 2))
    assert {one.planned.task.days for one in plan.days} == {1}


@pytest.mark.parametrize("whole", [gan_example(), ms_example()], ids=["gan", "mspdi"])
def test_a_damaged_plan_is_read_or_refused(whole: str, tmp_path: Path):
    chance, content, refused = random.Random(6), whole.encode(), 0
    for _time in range(TIMES):
        left = bytearray(content)
        for _change in range(chance.choice((1, 2, 6))):
            place = chance.randrange(len(left))
            if chance.random() < 0.5:
                left[place] = chance.randrange(32, 127)
            else:
                bit = chance.choice((b"", b"-1", b"999999999", b"nan", b"9999-12-31", b"\xff"))
                left[place : place + chance.randrange(6)] = bit
        refused += bool(refusal(tmp_path, bytes(left)))
    assert 0 < refused < TIMES
