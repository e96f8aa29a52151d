"""From Markdown with Jinja placeholders to blocks of ReportLab markup with the same placeholders.

The result is one text in which each block begins with `BETWEEN`, its kind and `KIND`; cells are
apart by `CELL`. A block begins on the line where it began in the Markdown, so that what Jinja
says about a line is right for who wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

BETWEEN, KIND, CELL = "\x1e", "\x1f", "\x1d"
# Placeholders stand as one sign while the Markdown is read, so that what is in them is no Markdown.
_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_FIRST_STAND_IN = 0xF0000
_STAND_IN = re.compile("[\U000f0000-\U000ffffd]")
_NOT_IN_A_TEXT = re.compile("[\x00-\x08\x0b-\x1f\ue000-\uf8ff\U000f0000-\U0010ffff]")

MARKS = {
    "strong_open": "<b>",
    "strong_close": "</b>",
    "em_open": "<i>",
    "em_close": "</i>",
    "hardbreak": "<br/>\n",
    "softbreak": "\n",
}


def escaped(text: str) -> str:
    """Text as it may stand in markup."""
    return escape(text, quote=False)


def to_blocks(source: str) -> str:
    """The blocks of a text, with its placeholders and statements where they were."""
    clean = _NOT_IN_A_TEXT.sub("", source.replace("\r\n", "\n"))
    jinja: list[str] = []

    def stand_in(found: re.Match[str]) -> str:
        jinja.append(found.group())
        return chr(_FIRST_STAND_IN + len(jinja) - 1)

    tokens = _reader().parse(_JINJA.sub(stand_in, clean))
    out: list[str] = []
    line = 0
    for start, words in _blocks(tokens, jinja):
        out.append("\n" * max(0, start - line))
        out.append(words)
        line = max(line, start) + words.count("\n")
    return _STAND_IN.sub(lambda s: jinja[ord(s.group()) - _FIRST_STAND_IN], "".join(out))


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _blocks(tokens: list[Token], jinja: list[str]) -> Iterator[tuple[int, str]]:
    """Each block with the line on which it began."""
    kinds: list[str] = []  # what the text that comes is in, innermost last
    numbers: list[int] = []  # of ordered lists; 0 for bullets
    cells: list[str] = []
    start = 0
    for token in tokens:
        start = token.map[0] if token.map else start
        match token.type:
            case "heading_open":
                kinds.append("title" if token.tag == "h1" else "question")
            case "blockquote_open":
                kinds.append("box")
            case "thead_open":
                kinds.append("head")
            case "tbody_open":
                kinds.append("row")
            case "bullet_list_open":
                numbers.append(0)
            case "ordered_list_open":
                numbers.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                numbers.pop()
            case "list_item_open":
                kinds.append("bullet")
            case "list_item_close" | "heading_close" | "blockquote_close":
                kinds.pop()
            case "thead_close" | "tbody_close":
                kinds.pop()
            case "tr_open":
                cells = []
            case "tr_close":
                yield start, BETWEEN + kinds[-1] + KIND + CELL.join(cells)
            case "inline":
                kind = kinds[-1] if kinds else "text"
                words = _inline(token)
                if kind in ("head", "row"):
                    cells.append(words)
                elif _only_statements(words, jinja):
                    yield start, words
                elif kind == "box":
                    yield from _box(start, words)
                elif kind == "bullet":
                    mark = f"{numbers[-1]}." if numbers[-1] else "•"
                    numbers[-1] += bool(numbers[-1])
                    yield start, BETWEEN + kind + KIND + mark + CELL + words
                else:
                    yield start, BETWEEN + kind + KIND + words
            case "fence" | "code_block":
                yield from _box(start, escaped(token.content.rstrip("\n")))


def _inline(token: Token) -> str:
    words = []
    for child in token.children or []:
        if child.type in MARKS:
            words.append(MARKS[child.type])
        elif child.type == "link_open":
            words.append(f'<a href="{escape(str(child.attrGet("href") or ""))}" color="#0f6b5c">')
        elif child.type == "link_close":
            words.append("</a>")
        else:
            words.append(escaped(child.content))
    return "".join(words)


def _box(start: int, words: str) -> Iterator[tuple[int, str]]:
    """Each line of a box is a row; words in bold at its start are the label."""
    for place, line in enumerate(words.replace("<br/>\n", "\n").split("\n")):
        labelled = re.match(r"<b>(.*?)</b>:?\s*(.*)", line)
        label, rest = labelled.groups() if labelled else ("", line)
        if line.strip():
            yield start + place, BETWEEN + "box" + KIND + label + CELL + rest


def _only_statements(words: str, jinja: list[str]) -> bool:
    """Whether a paragraph holds `{% … %}` and nothing else: then it is no block itself."""
    stand_ins = _STAND_IN.findall(words)
    return (
        bool(stand_ins)
        and not _STAND_IN.sub("", words).strip()
        and all(jinja[ord(s) - _FIRST_STAND_IN].startswith("{%") for s in stand_ins)
    )
