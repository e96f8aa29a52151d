"""What goes wrong is said in one clear Dutch sentence: what it is, and what to do. Nothing has
changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desktop.feature import ImportWish
from desktop.refused import Refused
from desktop.store import Store
from desktop.store.engine import CannotOpen, Trouble, sentence_for
from desktop.viewings.exchange.offered import import_candidates
from tests.support import steps
from tests.support.clock import Clock

ROW = "1;Boer;nee\n"
HEADINGS = "Volgorde;Achternaam;Voorrang\n"


@pytest.fixture
def letting(store: Store, clock: Clock) -> steps.Letting:
    """A dwelling whose list of candidates is awaited."""
    return steps.bring(steps.begin(store, clock), steps.publish)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "lijst.csv is leeg."),
        (HEADINGS.encode(), "lijst.csv heeft kopjes maar geen rijen."),
        (
            bytes(range(256)) * 40,
            "lijst.csv is geen tabel. Kies een CSV-bestand of een werkmap (.xlsx).",
        ),
        (
            (HEADINGS + ROW + "2;San").encode(),
            "Rij 3 van lijst.csv heeft 2 kolommen, maar er zijn 3 kopjes. Het bestand is kapot "
            "of afgebroken. Maak het opnieuw.",
        ),
        (
            (HEADINGS + "1;Boér;nee\n").encode("utf-8") + "2;Boér;nee\n".encode("cp1252"),
            "De letters in lijst.csv zijn niet goed te lezen, of het bestand is afgebroken. Sla "
            "het opnieuw op als ‘CSV UTF-8’.",
        ),
        (b"Achternaam;Voorrang\nBoer;nee\n", "Kies in welke kolom ‘volgorde’ staat."),
        (
            b"Volgorde;Achternaam;Achternaam\n1;Boer;Boer\n",
            "In lijst.csv staat het kopje ‘Achternaam’ twee keer. Haal een van de twee kolommen "
            "weg.",
        ),
        (
            (HEADINGS + ROW + "1;Santos;nee\n").encode(),
            "lijst.csv: ‘volgorde’ 1 staat er twee keer, in rij 2 en rij 3.",
        ),
        (
            b"Volgorde;Achternaam;Inschrijfdatum\n1;Boer;31-02-2014\n",
            "lijst.csv, rij 2: ‘31-02-2014’ is geen datum voor ‘inschrijfdatum’. Schrijf die als "
            "23-11-2026.",
        ),
    ],
    ids=[
        "empty",
        "no rows",
        "binary",
        "half written",
        "two encodings",
        "missing column",
        "doubled column",
        "doubled rank",
        "day that cannot be",
    ],
)
def test_a_list_that_cannot_be_read(
    letting: steps.Letting, tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "lijst.csv"
    path.write_bytes(content)
    before = steps.everything(letting.store)
    with pytest.raises(Refused) as refused:
        import_candidates(letting.store, letting.author, path, ImportWish(into="2026-0412"))
    assert refused.value.sentence == sentence
    assert steps.everything(letting.store) == before


def of_another_kind(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n" + bytes(5000))


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def half(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (of_another_kind, "{name} is geen database van Samenspraak. Kies een ander bestand."),
        (
            newer,
            "{name} is gemaakt met een nieuwere versie van Samenspraak. Installeer eerst de "
            "nieuwste versie. Er is niets veranderd.",
        ),
        (
            half,
            "{name} is beschadigd. Werk er niet mee verder. Zet de nieuwste goede back-up terug.",
        ),
    ],
)
def test_a_database_that_cannot_be_opened(
    data: Path, harm: Callable[[Path], None], sentence: str
) -> None:
    harm(data)
    with pytest.raises(CannotOpen) as cannot:
        Store.open(data)
    assert cannot.value.sentence == sentence.format(name=data)


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        (
            Trouble.LOCKED,
            "Een ander programma gebruikt samenspraak.db en laat het niet los. Sluit het daar, of "
            "wacht even, en probeer het opnieuw. Er is niets verloren.",
        ),
        (
            Trouble.READ_ONLY,
            "U mag samenspraak.db lezen maar niet veranderen. Vraag het recht om in deze map te "
            "schrijven, of kies een andere plek.",
        ),
        (
            Trouble.FULL,
            "De schijf is vol. Er is niets half opgeslagen: wat u typte, staat nog op het scherm. "
            "Maak ruimte en probeer het opnieuw.",
        ),
        (
            Trouble.UNREACHABLE,
            "samenspraak.db gaat niet open. Kijk of de plek bestaat en of u verbinding heeft.",
        ),
    ],
)
def test_a_machine_in_the_way(trouble: Trouble, sentence: str) -> None:
    assert sentence_for(trouble, Path("samenspraak.db")) == sentence
