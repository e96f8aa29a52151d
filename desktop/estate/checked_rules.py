"""Which statutory rows a manager compared with the text in force (statutes move; rows do not)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from desktop.estate.actions import put_setting
from desktop.estate.queries import setting
from desktop.estate.staff import only_manager
from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.terms.statutory import Rule, RuleKind, rule, rules

SETTING = "rules-checked"


@dataclass(frozen=True)
class RuleLine:
    """A row of a rule, with who compared it with the text in force; empty while nobody did."""

    rule: Rule
    checked_by: str


def rule_in_force(session: Session, id: str, on: date) -> Rule:
    """The row of a rule on a day, with the confirmation of this corporation."""
    return _line(rule(id, on), setting(session, SETTING) or {}).rule


def with_confirmations(session: Session, rows: Iterable[Rule]) -> list[Rule]:
    """Rows of rules with the confirmations of this corporation, read at once."""
    kept = setting(session, SETTING) or {}
    return [_line(row, kept).rule for row in rows]


def rule_lines(session: Session) -> tuple[RuleLine, ...]:
    """Every row of every rule: first the statutes that nobody compared, then by article."""
    kept = setting(session, SETTING) or {}
    lines = [_line(row, kept) for rows in rules().values() for row in rows]
    return tuple(
        sorted(lines, key=lambda line: (not line.rule.caution, line.rule.article, line.rule.key))
    )


def _line(row: Rule, kept: dict[str, dict[str, str]]) -> RuleLine:
    found = kept.get(row.key)
    if found is None:
        return RuleLine(row, "")
    return RuleLine(replace(row, checked_on=date.fromisoformat(found["on"])), found["by"])


def confirm_rule(store: Store, who: Actor, key: str) -> None:
    """A manager compared a row with the text in force today, and it still says so. Refuses
    others, and a working agreement: that is the corporation's own."""
    row = next((r for of_one in rules().values() for r in of_one if r.key == key), None)
    if row is None or row.kind is not RuleKind.STATUTE:
        raise Refused(_("A working agreement is your own: there is no text to compare."), "rule")
    with store.act(who, "estate.rule.confirm", undo=_("Rule compared")) as act:
        only_manager(act.session, who)
        kept = dict(setting(act.session, SETTING) or {})
        kept[key] = {"on": local(store.now()).date().isoformat(), "by": who.name}
        put_setting(act.session, SETTING, kept)
