"""Klopt het plan? What fits in a home and what does not, with a place, a reason and an article.

`Checker` looks at a home again and again while it is drawn, `check_home` once. The numbers are
those of `rules_on(day)`; the sentences are in `desktop.floorplans.wording`.
"""

from desktop.floorplans.checks.checker import Checker, check_home
from desktop.floorplans.checks.findings import Finding, Grade, Mend, Wish
from desktop.floorplans.checks.rules import Rules, rules_on

__all__ = ["Checker", "Finding", "Grade", "Mend", "Rules", "Wish", "check_home", "rules_on"]
