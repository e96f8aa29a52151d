"""`samenspraak project`: what the rules of projects say about a file or a count."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.arguments import Parser, Several, accepts_common, accepts_json, day
from desktop.cli.report import Report
from desktop.language import _, ngettext
from desktop.language.format import day_year, local, number

if TYPE_CHECKING:
    from desktop.projects.rules.working_days import Dated


def schedule(asked: Namespace) -> Report:
    """When each task of a plan can be done, and what is critical. A plan of a planning program is
    counted with its own calendar; what it states otherwise is said."""
    from desktop.projects.exchange.plans import SUFFIXES, read_plan_file
    from desktop.projects.exchange.tasks import read_tasks, tasks_of
    from desktop.projects.rules.plan_file import laid_out
    from desktop.projects.rules.schedule import schedule as planned
    from desktop.projects.rules.working_days import dated

    today = local(datetime.now(UTC)).date()
    if asked.file.suffix.lower() in SUFFIXES:
        file = read_plan_file(asked.file)
        plan = laid_out(file, asked.start or file.begins or today)
        return Report(
            (*_plan_lines(plan.days), *plan.remarks),
            {"tasks": [_task(one) for one in plan.days], "remarks": plan.remarks},
        )
    tasks = read_tasks(asked.file)
    begins = asked.start or tasks.begins or today
    days = dated(planned(tasks_of(tasks.rows, begins), tasks.links), begins)
    return Report(tuple(_plan_lines(days)), {"tasks": [_task(one) for one in days]})


def _task(one: Dated) -> dict[str, Any]:
    planned = one.planned
    return {
        "id": planned.task.id,
        "name": planned.task.name,
        "es": planned.earliest_start,
        "ef": planned.earliest_finish,
        "ls": planned.latest_start,
        "lf": planned.latest_finish,
        "float": planned.slack,
        "critical": planned.is_critical,
        "start": one.start.isoformat(),
        "finish": one.finish.isoformat(),
    }


def _plan_lines(days: Iterable[Dated]) -> Iterable[str]:
    for one in days:
        planned = one.planned
        room = _("critical") if planned.is_critical else _days(planned.slack)
        span = f"{day_year(one.start)} – {day_year(one.finish)}"
        yield f"{planned.task.id}  {planned.task.name}  {span}  {room}"


def _days(count: int) -> str:
    return ngettext("{n} day of room", "{n} days of room", count).format(n=count)


def consent(asked: Namespace) -> Report:
    """How a consent round stands (Burgerlijk Wetboek, art. 7:220(3))."""
    from desktop.projects.rules.consent import consent as counted

    count = counted(asked.yes, asked.no, asked.open, asked.dwellings)
    sentences = [
        _("{agreed} of {tenancies} tenancies agree; {needed} are needed.").format(
            agreed=count.agreed, tenancies=count.tenancies, needed=count.needed
        )
    ]
    if not count.presumption_applies:
        sentences.append(
            _(
                "The presumption of 70% holds from ten dwellings in one building on (Burgerlijk "
                "Wetboek, art. 7:220(3)). You can still keep who agrees."
            )
        )
    elif count.reached:
        sentences.append(_("The 70% is reached."))
    elif count.still_possible:
        sentences.append(_("The 70% is still possible."))
    else:
        sentences.append(_("The 70% is no longer possible."))
    return Report(
        tuple(sentences),
        {
            "tenancies": count.tenancies,
            "agreed": count.agreed,
            "needed": count.needed,
            "reached": count.reached,
            "still_possible": count.still_possible,
            "presumption_applies": count.presumption_applies,
        },
    )


def budget(asked: Namespace) -> Report:
    """Which ideas residents pay for together, by equal shares."""
    from desktop.projects.exchange.ballots import read_ballots
    from desktop.projects.rules.budget import equal_shares, most_votes, told
    from desktop.projects.wording.budget import explained

    ballots = read_ballots(asked.file)
    outcome = equal_shares(ballots.ideas, ballots.wishes, asked.amount)
    voted = most_votes(ballots.ideas, ballots.wishes, asked.amount)
    explanation = explained(
        told(ballots.ideas, ballots.wishes, outcome, voted), lambda amount: number(amount, 2)
    )
    return Report(
        explanation,
        {
            "funded": [idea.name for idea in outcome.funded],
            "left": outcome.left,
            "explanation": " ".join(explanation),
        },
    )


def add_projects(commands: Several[Parser]) -> None:
    """The word `project` with its own commands."""
    words = _("projects: planning, consent of tenants, their own budget")
    project = commands.add_parser("project", help=words, description=words)
    several = project.add_subparsers(
        title=_("commands"), dest="project_command", metavar=_("COMMAND"), required=True
    )
    _add_schedule(several)
    _add_consent(several)
    _add_budget(several)


def _command(several: Several[Parser], name: str, words: str) -> Parser:
    # In a help text argparse reads a % as the beginning of a name.
    command = several.add_parser(name, help=words.replace("%", "%%"), description=words)
    accepts_common(command)
    accepts_json(command)
    return command


def _add_schedule(several: Several[Parser]) -> None:
    command = _command(several, "schedule", _("say when tasks can be done, and what is critical"))
    command.set_defaults(run=schedule)
    command.add_argument(
        "file", type=Path, help=_("a workbook or CSV with the tasks, a .gan or an .xml plan")
    )
    command.add_argument("--start", type=day, metavar="DATE", help=_("first day of the project"))


def _add_consent(several: Several[Parser]) -> None:
    command = _command(several, "consent", _("say whether 70% of the tenants agree"))
    command.set_defaults(run=consent)
    for name, words in (
        ("yes", _("tenancies that agree")),
        ("no", _("tenancies that do not")),
        ("open", _("tenancies without an answer")),
        ("dwellings", _("dwellings of the building")),
    ):
        command.add_argument(f"--{name}", type=int, metavar="N", required=True, help=words)


def _add_budget(several: Several[Parser]) -> None:
    command = _command(several, "budget", _("say which ideas residents pay for together"))
    command.set_defaults(run=budget)
    command.add_argument("file", type=Path, help=_("CSV with ideas and ballots"))
    command.add_argument(
        "--amount", type=int, metavar="N", required=True, help=_("the money, in whole euros")
    )
