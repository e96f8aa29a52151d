"""What a fresh machine gets: the same versions everywhere, and a README that works."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from desktop import assets
from tests.support.process import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def pinned() -> dict[str, str]:
    found = {}
    for line in PROJECT["tool"]["uv"]["constraint-dependencies"]:
        name, version = line.split("==")
        found[canonicalize_name(name)] = version
    return found


def needed() -> Iterator[str]:
    """All that is installed for the program, its extras and its tests, however far down."""
    groups = PROJECT["dependency-groups"]
    waiting = [
        *PROJECT["project"]["dependencies"],
        *(line for lines in PROJECT["project"]["optional-dependencies"].values() for line in lines),
        *(line for lines in groups.values() for line in lines),
    ]
    seen = set()
    while waiting:
        wanted = Requirement(waiting.pop())
        name, extras = canonicalize_name(wanted.name), wanted.extras or {""}
        is_for_here = wanted.marker is None or wanted.marker.evaluate({"extra": ""})
        if not is_for_here or (name, *sorted(extras)) in seen:
            continue
        seen.add((name, *sorted(extras)))
        yield name
        try:
            requires = distribution(name).requires or []
        except PackageNotFoundError:
            continue  # of a group that is not installed here
        for line in requires:
            marker = Requirement(line).marker
            if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras):
                waiting.append(line.split(";")[0])


def test_every_package_that_is_needed_is_pinned_exactly() -> None:
    assert sorted({*needed()} - pinned().keys()) == []


def test_what_is_installed_is_what_is_pinned() -> None:
    other = {}
    for name in needed():
        try:
            version = distribution(name).version
        except PackageNotFoundError:
            continue
        if version != pinned()[name]:
            other[name] = version
    assert other == {}


def test_qt_is_the_version_that_keeps_its_references() -> None:
    [line] = [d for d in PROJECT["project"]["dependencies"] if d.startswith("PySide6")]
    assert re.fullmatch(r"PySide6_Essentials>=6\.11,<6\.12", line)


def test_the_file_with_download_addresses_is_not_kept() -> None:
    assert "uv.lock" in (ROOT / ".gitignore").read_text("utf-8").splitlines()


def test_the_readme_opens_with_the_two_commands_and_a_picture() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    first = readme.split("```")[1].strip().splitlines()
    assert first == [
        "pip install uv && uv run samenspraak --demo",
        "pip install uv && uv run pytest",
    ]
    picture = re.search(r"!\[[^]]+]\(([^)]+)\)", readme)
    assert picture is not None
    assert (ROOT / picture[1]).is_file()


def test_checks_run_the_command_of_the_readme() -> None:
    assert "step uv run pytest\n" in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize("place", ["wheel", "build", "checkout"])
def test_resources_are_found_wherever_the_program_stands(place: str, tmp_path: Path) -> None:
    program = tmp_path / "program" / "desktop"
    program.mkdir(parents=True)
    (program / "assets.py").write_bytes(Path(assets.__file__).read_bytes())
    frozen = tmp_path / "frozen"
    folder = {
        "wheel": program / "_resources",
        "build": frozen / "resources",
        "checkout": program.parent / "resources",
    }[place]
    (folder / "fonts").mkdir(parents=True)
    ask = "import sys; sys.path.insert(0, sys.argv[1]); import assets; "
    if place == "build":
        ask += "sys._MEIPASS = sys.argv[2]; "
    ended = subprocess.run(
        [sys.executable, "-c", ask + "print(assets.resources())", str(program), str(frozen)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(ended.stdout.strip()) == folder
