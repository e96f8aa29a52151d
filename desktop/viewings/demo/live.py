"""The dwellings that are being let on the day: each goes through the same actions as a user's
clicks, at the moments at which a user would have clicked, and stops at its step."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date

from desktop.estate.demo import SEED, read
from desktop.estate.demo_days import working_day
from desktop.store import Store
from desktop.viewings.demo.ground import PilotPlan
from desktop.viewings.demo.stages import deciding, publishing, viewing
from desktop.viewings.demo.stages.letting import Letting

# In order, with the name of the step that ends there.
STAGES = (
    (publishing.announce, "announced"),
    (publishing.choose_policy, "prepared"),
    (publishing.publish, "published"),
    (publishing.read_list, "closed"),
    (viewing.call_off, ""),
    (viewing.plan, "planned"),
    (viewing.ask_hosts, "asked"),
    (viewing.hosts_answer, ""),
    (viewing.invite, ""),
    (viewing.show_alone, ""),
    (viewing.record_answers, "invited"),
    (viewing.remind, "held"),
    (viewing.report, ""),
    (deciding.offer, "offering"),
    (deciding.take_back, ""),
    (deciding.answer_question, ""),
    (deciding.accept, ""),
    (deciding.submit, "reading"),
    (deciding.settle, "letters"),
    (deciding.send_letters, ""),
    (deciding.back_out, "lease"),
    (deciding.sign_lease, "keys"),
    (deciding.complete, ""),
    (deciding.receive_complaint, "complaint"),
    (deciding.close, "wipe"),
    (deciding.wipe, "wiped"),
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
