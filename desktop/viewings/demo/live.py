"""The dwellings that are being let on the day: each goes through the same actions as a user's
clicks, at the moments at which a user would have clicked, and stops at its step."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date

from desktop.estate.demo import SEED, read
from desktop.store import Store
from desktop.viewings.demo import stages
from desktop.viewings.demo.days import working_day
from desktop.viewings.demo.ground import PilotPlan
from desktop.viewings.demo.stages import Letting

# In order, with the name of the step that ends there.
STAGES = (
    (stages.announce, "announced"),
    (stages.choose_policy, "prepared"),
    (stages.publish, "published"),
    (stages.read_list, "closed"),
    (stages.call_off, ""),
    (stages.plan, "planned"),
    (stages.ask_hosts, "asked"),
    (stages.hosts_answer, ""),
    (stages.invite, ""),
    (stages.show_alone, ""),
    (stages.record_answers, "invited"),
    (stages.remind, "held"),
    (stages.report, ""),
    (stages.offer, "offering"),
    (stages.answer_question, ""),
    (stages.accept, ""),
    (stages.submit, "reading"),
    (stages.settle, "letters"),
    (stages.send_letters, "lease"),
    (stages.sign_lease, "keys"),
    (stages.complete, ""),
    (stages.receive_complaint, "complaint"),
    (stages.close, "wipe"),
    (stages.wipe, "wiped"),
)


def bring_to_steps(store: Store, pilots: Mapping[str, PilotPlan], today: date) -> None:
    """Each as far as its step, oldest first."""
    chance = random.Random(SEED + 3)
    listed = sorted(read("viewings")["live"], key=lambda one: int(one["staff_day"]))
    for values in listed:
        staff_day = working_day(today, values["staff_day"])
        letting = Letting(store, pilots[values["complex"]], values, staff_day, today, chance)
        for stage, ends in STAGES:
            stage(letting)
            if ends == values["step"]:
                break
