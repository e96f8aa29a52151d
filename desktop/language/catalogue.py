"""Keeps the Dutch catalogue whole: `python -m desktop.language.catalogue`.

    --check            exit 1 and name what is missing, out of use, or not compiled
    --missing          print what has no Dutch yet, as JSON
    --add FILE         take Dutch from a JSON file {"English": "Dutch"}; a plural is
                       {"one thing": ["één ding", "{n} dingen"]}

Without an option it extracts the source strings again and compiles. Needs the development
environment only; the program itself reads the compiled catalogue.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from desktop.assets import resources

KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
SOURCE = Path(__file__).resolve().parent.parent
PO = resources() / "translations" / "nl" / "LC_MESSAGES" / "samenspraak.po"


def extract() -> Catalog:
    """All source strings of the program, each with the files that use it."""
    found = Catalog(project="Samenspraak", charset="utf-8")
    for name, _line, message, comments, context in extract_from_dir(
        str(SOURCE), method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=("note:",)
    ):
        # Only the file, not the line: a moved line would otherwise change the catalogue.
        found.add(message, None, [(name, 0)], auto_comments=comments, context=context)
    return found


def load() -> Catalog:
    """The Dutch catalogue, empty when there is none yet."""
    if not PO.exists():
        return Catalog(locale="nl", project="Samenspraak", charset="utf-8", fuzzy=False)
    with PO.open("rb") as file:
        return read_po(file, locale="nl")


def update() -> Catalog:
    """Bring the Dutch catalogue in line with the source; no guessing of near strings."""
    dutch = load()
    dutch.update(extract(), no_fuzzy_matching=True)
    return dutch


def save(dutch: Catalog) -> None:
    PO.parent.mkdir(parents=True, exist_ok=True)
    dutch.obsolete.clear()
    # A moment in the file would make every run a change.
    dutch.creation_date = dutch.revision_date = None  # type: ignore[assignment]
    with PO.open("wb") as file:
        write_po(file, dutch, width=100, sort_output=True, omit_header=False, include_lineno=False)
    lines = PO.read_text("utf-8").splitlines(keepends=True)
    kept = [x for x in lines if not re.match(r'"(POT-Creation|PO-Revision)-Date', x)]
    PO.write_text("".join(kept), "utf-8")
    with PO.open("rb") as file, PO.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, read_po(file, locale="nl"))


def missing(dutch: Catalog) -> list[str]:
    """Source strings without Dutch."""
    found = []
    for message in dutch:
        if not message.id:
            continue
        singular = message.id[0] if isinstance(message.id, (tuple, list)) else message.id
        strings = message.string if isinstance(message.string, (tuple, list)) else [message.string]
        if not all(strings):
            found.append(singular)
    return found


def _fields(text: str) -> set[str]:
    return set(re.findall(r"\{(\w*)", text))


def wrong_fields(dutch: Catalog) -> list[str]:
    """Messages whose Dutch does not have the same {fields}."""
    found = []
    for message in dutch:
        if not message.id:
            continue
        ids = list(message.id) if isinstance(message.id, (tuple, list)) else [message.id]
        texts = (
            list(message.string) if isinstance(message.string, (tuple, list)) else [message.string]
        )
        allowed = set().union(*map(_fields, ids))
        if any(text and not _fields(text) <= allowed for text in texts) or (
            len(ids) == 1 and texts[0] and _fields(texts[0]) != _fields(ids[0])
        ):
            found.append(ids[0])
    return found


def add(dutch: Catalog, pairs: dict[str, str | list[str]]) -> list[str]:
    """Fill in Dutch; returns the keys that no source string has."""
    by_id: dict[str, list[Message]] = {}
    for message in dutch:
        singular = message.id[0] if isinstance(message.id, (tuple, list)) else message.id
        by_id.setdefault(singular, []).append(message)
    unknown = []
    for key, text in pairs.items():
        if key not in by_id:
            unknown.append(key)
        for message in by_id.get(key, []):
            message.string = tuple(text) if isinstance(text, list) else text
    return unknown


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--missing", action="store_true")
    parser.add_argument("--add", type=Path)
    asked = parser.parse_args()
    dutch = update()
    if asked.missing:
        print(json.dumps(missing(dutch), ensure_ascii=False, indent=1))
        return 0
    if asked.check:
        found = [f"no Dutch: {x}" for x in missing(dutch)]
        found += [f"other fields: {x}" for x in wrong_fields(dutch)]
        found += [f"out of use: {x}" for x in dutch.obsolete]
        print("\n".join(found) or "The Dutch catalogue is complete.")
        return 1 if found else 0
    if asked.add:
        for key in add(dutch, json.loads(asked.add.read_text("utf-8"))):
            print(f"no such source string: {key}", file=sys.stderr)
    save(dutch)
    print(f"{len(dutch)} messages, {len(missing(dutch))} without Dutch")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
