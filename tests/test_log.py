"""The log file tells where trouble came from, and nothing about a person."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from desktop.estate.model import Complex
from desktop.log import keep_log, stop_log
from desktop.places import log_file
from desktop.store import Actor, Store

SECRET = "Zwaluwstaart-Hoekstra"
log = logging.getLogger("desktop.test")


@pytest.fixture(autouse=True)
def _log() -> Iterator[None]:
    keep_log()
    yield
    stop_log()


def written() -> str:
    return log_file().read_text("utf-8")


def fail(value: str) -> None:
    raise ValueError(f"no such person: {value}")


def test_an_error_is_written_with_its_kind_and_places_but_without_its_words() -> None:
    try:
        fail(SECRET)
    except ValueError:
        log.exception("Reading a row failed")
    assert "Reading a row failed" in written()
    assert "builtins.ValueError" in written()
    assert "tests/test_log.py" in written()
    assert " fail" in written()
    assert SECRET not in written()


def test_the_error_behind_an_error_is_written_too_without_its_words() -> None:
    try:
        try:
            fail(SECRET)
        except ValueError as error:
            raise RuntimeError(SECRET) from error
    except RuntimeError:
        log.exception("Failed")
    assert "builtins.RuntimeError" in written()
    assert "builtins.ValueError" in written()
    assert SECRET not in written()


def test_an_error_among_the_words_stands_there_as_its_kind() -> None:
    log.error("Failed: %s", ValueError(SECRET))
    assert "Failed: builtins.ValueError" in written()
    assert SECRET not in written()


def test_an_error_of_the_database_brings_no_values_along(any_store: Store) -> None:
    """PostgreSQL puts the values of the row in the words of its error."""
    try:
        with any_store.act(Actor(None, "test"), "test.twice") as act:
            act.session.add_all([Complex(code=SECRET, name="a"), Complex(code=SECRET, name="b")])
    except IntegrityError:
        log.exception("Saving failed")
    assert "sqlalchemy.exc.IntegrityError" in written()
    assert SECRET not in written()


def test_what_a_library_says_is_not_written() -> None:
    logging.getLogger("sqlalchemy.engine").warning("parameters: %s", SECRET)
    log.warning("ours")
    assert "ours" in written()
    assert SECRET not in written()


def test_other_logs_keep_their_own_words(caplog: pytest.LogCaptureFixture) -> None:
    """Leaving words out is for the file alone: a test or a developer sees them all."""
    log.error("Failed: %s", ValueError("the reason"))
    assert "the reason" in caplog.text


def test_the_log_does_not_grow_without_end() -> None:
    for _ in range(6):
        for _ in range(1_000):
            log.warning("x" * 1_000)
    kept = list(log_file().parent.iterdir())
    assert len(kept) == 4
    assert sum(path.stat().st_size for path in kept) <= 4_000_000


def test_without_a_place_for_the_log_the_program_works_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "bezet").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "bezet"))
    keep_log()
    log.warning("nobody reads this")
