"""The commands, as somebody types them or another program calls them."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from desktop.cli import main
from desktop.estate.queries import complexes, dwellings
from desktop.language.format import local
from desktop.log import stop_log
from desktop.places import demo_database, log_file, own_database
from desktop.store import Store
from desktop.store.backup import backups, folder_for
from tests.support.process import ROOT

DWELLINGS = "code;complex;straat;huisnummer\nK-1;KADE;Kadeflat;1\nK-2;KADE;Kadeflat;2\n"


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    error: str

    @property
    def values(self) -> Any:
        return json.loads(self.out)


class Shell:
    """Types commands in this process; `data` is filled in."""

    def __init__(self, capsys: pytest.CaptureFixture[str], data: Path) -> None:
        self.capsys, self.data = capsys, data

    def __call__(self, *words: object) -> Ended:
        try:
            code = main([*map(str, words), "--data", str(self.data)])
        except SystemExit as ended:
            code = int(ended.code or 0)
        out, error = self.capsys.readouterr()
        return Ended(code, out, error)


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], data: Path) -> Iterator[Shell]:
    yield Shell(capsys, data)
    stop_log()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "woningen.csv"
    path.write_text(DWELLINGS)
    return path


def refused(ended: Ended) -> str:
    """The one sentence of a command that did not do what was asked."""
    assert ended.code == 2
    assert ended.out == ""
    assert ended.error.count("\n") == 1
    assert "Traceback" not in ended.error
    return ended.error.strip()


# Terms


def test_a_term_gives_the_last_day_first_and_then_why_it_moved(shell: Shell) -> None:
    ended = shell("term", "--from", "2026-12-11", "--weeks", "2")
    assert ended.code == 0
    last, *reasons = ended.out.splitlines()
    assert last == "2026-12-28"
    assert any("kerstdag" in reason for reason in reasons)


def test_a_term_of_a_contract_does_not_move(shell: Shell) -> None:
    ended = shell("term", "--from", "2026-12-11", "--weeks", "2", "--contract")
    assert ended.out.splitlines()[0] == "2026-12-25"


def test_a_term_as_json(shell: Shell) -> None:
    values = shell("term", "--from", "2026-12-11", "--days", "14", "--json").values
    assert values["last_day"] == "2026-12-28"
    assert values["counted_plainly"] == "2026-12-25"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--from", "2026-13-01", "--days", "3"), "geen datum"),
        (("--from", "2026-12-01"), "kies een van deze"),
        (("--from", "2026-12-01", "--days", "3", "--weeks", "1"), "niet samen"),
        (("--from", "2026-12-01", "--days", "0"), "ten minste 1 dag"),
        (("--from", "2026-12-01", "--days", "drie"), "geen getal"),
        (("--days", "3"), "--from"),
    ],
)
def test_a_term_that_cannot_be_is_refused_in_one_sentence(
    shell: Shell, words: tuple[str, ...], says: str
) -> None:
    assert says in refused(shell("term", *words))


def test_english_is_spoken_when_asked(shell: Shell) -> None:
    assert "is no date" in refused(shell("term", "--language", "en", "--from", "x", "--days", "1"))
    assert "is geen datum" in refused(shell("term", "--from", "x", "--days", "1"))


def test_help_is_in_dutch(shell: Shell) -> None:
    ended = shell("term", "--help")
    assert ended.code == 0
    assert "gebruik: samenspraak term" in ended.out
    assert "laat deze uitleg zien" in ended.out


def test_an_unknown_command_is_refused_with_those_there_are(shell: Shell) -> None:
    sentence = refused(shell("verzin"))
    assert "verify" in sentence
    assert "self-test" in sentence


# Files in and out


def test_dwellings_are_read_in(shell: Shell, file: Path) -> None:
    ended = shell("import", "dwellings", file)
    assert (ended.code, ended.error) == (0, "")
    assert "2 nieuwe woningen." in ended.out
    store = Store.open(shell.data)
    with store.reading() as session:
        assert [line.address for line in dwellings(session)] == ["Kadeflat 1", "Kadeflat 2"]
    store.close()


def test_a_dry_run_reads_nothing_in(shell: Shell, file: Path) -> None:
    values = shell("import", "dwellings", file, "--dry-run", "--json").values
    assert values["dwellings_new"] == 2
    store = Store.open(shell.data)
    with store.reading() as session:
        assert complexes(session) == ()
    store.close()


def test_a_file_that_cannot_be_read_is_refused(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "leeg.csv"
    path.touch()
    assert refused(shell("import", "dwellings", path)) == "leeg.csv is leeg."


def test_reading_in_makes_a_database_where_there_is_none(shell: Shell, file: Path) -> None:
    shell.data = shell.data.with_name("nieuw.db")
    assert shell("import", "dwellings", file).code == 0
    assert shell.data.exists()


@pytest.mark.parametrize("command", ["import", "print", "export"])
def test_what_there_is_can_be_listed(shell: Shell, command: str) -> None:
    ended = shell(command, "--list")
    assert ended.code == 0
    keys = [line.split()[0] for line in ended.out.splitlines()]
    assert keys
    assert [one["key"] for one in shell(command, "--list", "--json").values["list"]] == keys


@pytest.mark.parametrize("command", ["import", "print", "export"])
def test_without_a_kind_or_with_a_wrong_one_those_there_are_are_said(
    shell: Shell, command: str
) -> None:
    first = shell(command, "--list").out.split()[0]
    assert first in refused(shell(command))
    assert first in refused(shell(command, "verzinsel"))


def test_a_paper_without_a_place_to_go_is_refused(shell: Shell) -> None:
    paper = shell("print", "--list").out.split()[0]
    assert "--out" in refused(shell("print", paper))


# The database


def test_a_sound_database_is_said_to_be_sound(shell: Shell, file: Path) -> None:
    shell("import", "dwellings", file)
    ended = shell("verify")
    assert ended.code == 0
    assert "Het logboek is heel: 2 regels." in ended.out
    values = shell("verify", "--json").values
    assert (values["database_sound"], values["entries"], values["broken_at"]) == (True, 2, None)


def test_a_trail_that_was_changed_by_hand_is_found_out(shell: Shell, file: Path) -> None:
    shell("import", "dwellings", file)
    with closing(sqlite3.connect(shell.data)) as connection, connection:
        connection.execute("UPDATE audit_entry SET actor = 'Iemand anders' WHERE seq = 2")
    ended = shell("verify")
    assert ended.code == 2
    assert "regel 2 klopt niet" in ended.error
    assert shell("verify", "--json").values["broken_at"] == 2


@pytest.mark.parametrize("command", ["verify", "backup", "print invitation --out x.pdf"])
def test_a_database_that_is_not_there_is_not_made(shell: Shell, command: str) -> None:
    shell.data = shell.data.with_name("nergens.db")
    assert "nergens.db gaat niet open" in refused(shell(*command.split()))
    assert not shell.data.exists()


def test_a_backup_is_made_and_put_back(shell: Shell, file: Path) -> None:
    made = Path(shell("backup", "--json").values["file"])
    assert made.parent == folder_for(shell.data)
    shell("import", "dwellings", file)
    ended = shell("restore")
    assert ended.code == 0
    assert str(made) in ended.out
    store = Store.open(shell.data)
    with store.reading() as session:
        assert complexes(session) == ()
    store.close()


def test_a_backup_goes_where_it_is_sent(shell: Shell, tmp_path: Path) -> None:
    assert shell("backup", "--to", tmp_path / "elders").code == 0
    (made,) = backups(shell.data, tmp_path / "elders")
    assert shell("restore", made.path).code == 0


def test_without_a_good_backup_nothing_is_put_back(shell: Shell) -> None:
    assert "geen goede back-up" in refused(shell("restore"))


def test_a_damaged_database_points_to_its_newest_good_backup(shell: Shell) -> None:
    made = shell("backup", "--json").values["file"]
    with shell.data.open("r+b") as database:
        database.seek(8192)
        database.write(b"\xa5" * 65536)
    sentence = refused(shell("verify"))
    assert "beschadigd" in sentence
    assert made in sentence
    assert shell("restore", made).code == 0
    assert shell("verify").code == 0


def test_a_file_of_another_kind_is_refused(shell: Shell) -> None:
    shell.data.write_text("Dit is een brief.")
    assert "geen database" in refused(shell("verify"))


def test_a_mistake_of_the_program_is_one_sentence_and_goes_to_the_log(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("Hoekstra")

    monkeypatch.setattr("desktop.store.verify.verify", broken)
    sentence = refused(shell("verify"))
    assert str(log_file()) in sentence
    assert "ZeroDivisionError" in log_file().read_text()
    assert "Hoekstra" not in log_file().read_text()


# The demo world


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo of today."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    today = local(datetime.now(UTC)).date()
    assert main(["demo", "--day", today.isoformat(), "--data", str(path)]) == 0
    stop_log()
    return path


def test_the_demo_is_sound_and_its_trail_is_whole(shell: Shell, demo: Path) -> None:
    shell.data = demo
    values = shell("verify", "--json").values
    assert values["database_sound"]
    assert values["broken_at"] is None
    assert values["entries"] > 0


def test_the_demo_is_one_file(demo: Path) -> None:
    assert [path.name for path in demo.parent.iterdir()] == ["demo.db"]


def test_a_demo_does_not_overwrite_anything(shell: Shell) -> None:
    before = shell.data.read_bytes()
    assert "is er al" in refused(shell("demo"))
    assert shell.data.read_bytes() == before


def test_a_paper_of_the_demo_is_printed(shell: Shell, demo: Path, tmp_path: Path) -> None:
    shell.data = demo
    ended = shell("print", "pilot-plan", "--out", tmp_path / "plan.pdf")
    assert ended.code == 0, ended.error
    assert len(pypdfium2.PdfDocument(tmp_path / "plan.pdf")) >= 1


def test_a_paper_in_a_folder_gets_its_own_name(shell: Shell, demo: Path, tmp_path: Path) -> None:
    shell.data = demo
    made = shell("print", "pilot-plan", "--out", tmp_path, "--json").values
    assert Path(made["file"]).parent == tmp_path
    assert Path(made["file"]).name.endswith(".pdf")


def test_a_paper_about_something_that_is_not_there_is_refused(
    shell: Shell, demo: Path, tmp_path: Path
) -> None:
    shell.data = demo
    refused(shell("print", "invitation", "999999", "--out", tmp_path / "x.pdf"))
    assert list(tmp_path.glob("x*")) == []


def test_the_vacancies_of_the_demo_are_exported(shell: Shell, demo: Path, tmp_path: Path) -> None:
    shell.data = demo
    values = shell("export", "vacancies", "--out", tmp_path / "uit.csv", "--json").values
    assert values["records"] > 0
    lines = (tmp_path / "uit.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == values["records"] + 1


# As real processes


def run(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "desktop", *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        timeout=300,
        check=False,
    )


def test_a_command_ends_with_its_code() -> None:
    ended = run("term", "--from", "2026-12-11", "--weeks", "2")
    assert ended.returncode == 0
    assert ended.stdout.startswith("2026-12-28\n")
    assert run("term", "--from", "gisteren", "--days", "1").returncode == 2


def test_a_console_without_every_sign_does_not_end_the_work() -> None:
    ended = run("term", "--from", "‘gisteren’ €", "--days", "1", PYTHONIOENCODING="ascii")
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr


def test_a_reader_that_has_read_enough_is_no_mistake() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "desktop", "print", "--list"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_without_a_screen_the_window_says_what_to_do_instead() -> None:
    environment = {k: v for k, v in os.environ.items() if "DISPLAY" not in k}
    environment.pop("QT_QPA_PLATFORM", None)
    ended = subprocess.run(
        [sys.executable, "-m", "desktop"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    assert "geen scherm" in ended.stderr


def test_without_data_it_is_the_database_of_the_user(file: Path) -> None:
    assert run("import", "dwellings", file).returncode == 0
    assert own_database().exists()
    assert run("verify").returncode == 0


def test_a_command_does_not_load_qt(data: Path) -> None:
    program = (
        "import sys\n"
        "from desktop.cli import main\n"
        f"assert main(['verify', '--data', {str(data)!r}]) == 0\n"
        "assert main(['import', '--list']) == 0\n"
        "assert not [name for name in sys.modules if name.startswith('PySide6')]\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True)
    assert ended.returncode == 0, ended.stderr


def test_counting_a_term_does_not_load_the_database_nor_papers() -> None:
    program = (
        "import sys\n"
        "from desktop.cli import main\n"
        "main(['term', '--from', '2026-12-11', '--weeks', '2'])\n"
        "assert not {'sqlalchemy', 'reportlab', 'openpyxl'} & set(sys.modules)\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True)
    assert ended.returncode == 0, ended.stderr


def test_the_program_finds_itself_sound(demo: Path) -> None:
    place = demo_database(local(datetime.now(UTC)).date())
    place.parent.mkdir(parents=True)
    shutil.copy(demo, place)
    ended = run("self-test", "--json")
    assert ended.returncode == 0, ended.stderr
    values = json.loads(ended.stdout)
    assert values["screens"] >= 6
    assert values["papers"] >= 16
    assert values["failed"] == []
    assert values["not_shown"] == []


def test_commands_work_on_a_server(postgres: Any, capsys: pytest.CaptureFixture[str]) -> None:
    address = postgres.migrated_database()
    assert main(["verify", "--data", address]) == 0
    assert main(["backup", "--data", address]) == 2
    assert "server" in capsys.readouterr().err
    stop_log()
