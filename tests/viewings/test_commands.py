"""The commands of Buren, as somebody types them: a publication and its list come in, papers and
files go out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import main
from desktop.log import stop_log
from desktop.store import Store
from desktop.viewings.model import Candidate, Vacancy
from desktop.viewings.states import VacancyState
from tests.support import steps
from tests.support.clock import Clock

DATA = Path(__file__).parent / "exchange" / "data"
Shell = Callable[..., tuple[int, str, str]]


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], data: Path) -> Iterator[Shell]:
    """Types a command on `data`; gives its code, what it said, and what it refused."""

    def typed(*words: object) -> tuple[int, str, str]:
        try:
            code = main([*map(str, words), "--data", str(data)])
        except SystemExit as ended:
            code = int(ended.code or 0)
        said, refused = capsys.readouterr()
        return code, said, refused

    yield typed
    stop_log()


@pytest.fixture
def ground(data: Path, clock: Clock) -> None:
    """Complexes with a way of working that is fixed."""
    store = Store.open(data)
    store.now = clock
    letting = steps.begin(store, clock)
    steps.fix_policy(letting)
    store.close()


def vacancy_in(data: Path) -> dict[str, Any]:
    store = Store.open(data)
    with store.reading() as session:
        vacancy = session.query(Vacancy).filter_by(code="PUB-7").one_or_none()
        found = {
            "state": vacancy.state if vacancy is not None else None,
            "candidates": session.query(Candidate).count(),
        }
    store.close()
    return found


def test_a_publication_makes_the_vacancy_under_its_code(
    shell: Shell, data: Path, ground: None
) -> None:
    code, said, refused = shell("import", "publication", DATA / "publicatie.json")
    assert (code, refused) == (0, "")
    assert "PUB-7" in said
    assert vacancy_in(data)["state"] is not None
    again = shell("import", "publication", DATA / "publicatie.json", "--json")
    assert again[0] == 0
    json.loads(again[1])


def test_a_list_is_tried_and_then_read_in(shell: Shell, data: Path, ground: None) -> None:
    shell("import", "publication", DATA / "publicatie.json")
    asked = ("import", "candidates", DATA / "kandidaten.csv", "--vacancy", "PUB-7")
    code, said, _refused = shell(*asked, "--dry-run")
    assert code == 0
    assert "BSN" in said
    assert vacancy_in(data)["candidates"] == 0
    code, said, _refused = shell(*asked)
    assert code == 0
    read_in = vacancy_in(data)
    assert read_in["candidates"] > 0
    assert shell(*asked)[0] == 0
    assert vacancy_in(data) == read_in


def test_a_list_of_messages_is_read_in_too(shell: Shell, data: Path, ground: None) -> None:
    shell("import", "publication", DATA / "publicatie.json")
    code, _said, refused = shell(
        "import", "candidates", DATA / "kandidaten.json", "--vacancy", "PUB-7"
    )
    assert (code, refused) == (0, "")
    found = vacancy_in(data)
    assert found["candidates"] > 0
    assert found["state"] in (VacancyState.CLOSED, VacancyState.ANNOUNCED, VacancyState.PUBLISHED)


@pytest.mark.parametrize(
    "words",
    [
        ("import", "candidates", DATA / "kandidaten.csv", "--vacancy", "NIET-1"),
        ("import", "publication", DATA / "kandidaten.json"),
        ("import", "publication", DATA / "codes.csv"),
        ("print", "nomination-form", "NIET-1", "--out", "x.pdf"),
    ],
)
def test_what_cannot_be_ends_with_2_and_one_sentence(
    shell: Shell, data: Path, ground: None, words: tuple[object, ...]
) -> None:
    code, said, refused = shell(*words)
    assert (code, said) == (2, "")
    assert refused.count("\n") == 1
    assert vacancy_in(data)["candidates"] == 0
