"""How a consent round stands, in words: what agreed, what is needed, what is still possible."""

from __future__ import annotations

from desktop.language import _, ngettext
from desktop.projects.rules.consent import LEAST_DWELLINGS, TENTHS, Consent

NEEDED_PERCENT = 10 * TENTHS


def agreed_words(stands: Consent) -> str:
    """`30 akkoord (63 %)`."""
    return _("{n} agree ({percent} %)").format(n=stands.agreed, percent=stands.percent)


def needed_words(stands: Consent) -> str:
    """`70 % = 34`."""
    return _("{percent} % = {n}").format(percent=NEEDED_PERCENT, n=stands.needed)


def share_words(stands: Consent) -> str:
    """`63 % van 70 %`, where there is little room."""
    return _("{percent} % of {needed} %").format(percent=stands.percent, needed=NEEDED_PERCENT)


def rule_words(stands: Consent) -> str:
    """`48 ≥ 10 woningen: 70 % is genoeg`; below ten, that the presumption does not hold."""
    if not stands.presumption_applies:
        return _(
            "The presumption of 70 % holds from ten dwellings in one building on (BW 7:220(3)). "
            "You can keep track of who agrees."
        )
    sentence = _("{n} ≥ {least} dwellings: {percent} % is enough")
    return sentence.format(n=stands.dwellings, least=LEAST_DWELLINGS, percent=NEEDED_PERCENT)


def asked_words(households: int, vacant: int) -> str:
    """`46 huishoudens krijgen het voorstel. 2 woningen staan leeg en antwoorden niet.`"""
    said = ngettext(
        "{n} household gets the proposal.", "{n} households get the proposal.", households
    ).format(n=households)
    if not vacant:
        return said
    empty = ngettext(
        "{n} dwelling is vacant and does not answer.",
        "{n} dwellings are vacant and do not answer.",
        vacant,
    ).format(n=vacant)
    return f"{said} {empty}"


def standing_sentences(stands: Consent) -> list[str]:
    """`Nog 4 huishoudens nodig. 9 zeiden nee, 9 hebben nog niet geantwoord. Zonder antwoord telt
    niet als ja.` — each a sentence."""
    said = []
    if stands.reached:
        said.append(_("{percent} % is reached.").format(percent=NEEDED_PERCENT))
    elif stands.presumption_applies and stands.still_possible:
        said.append(
            ngettext(
                "{n} more household is needed.", "{n} more households are needed.", stands.lacking
            ).format(n=stands.lacking)
        )
    said.append(_refused(stands.refused, stands.unanswered))
    if stands.unanswered:
        said.append(_("No answer does not count as a yes."))
    return said


def _refused(refused: int, unanswered: int) -> str:
    no = ngettext("{n} said no", "{n} said no", refused).format(n=refused)
    if not unanswered:
        return _("{refused}. All have answered.").format(refused=no)
    waiting = ngettext("{n} has not answered yet", "{n} have not answered yet", unanswered).format(
        n=unanswered
    )
    return f"{no}, {waiting}."


def possible_words(stands: Consent) -> str:
    """`Als alle 9 nog ja zeggen: 81 %.`, or that it is no longer possible; empty when nobody has
    to answer any more, or no presumption is at stake."""
    if not stands.presumption_applies:
        return ""
    if not stands.still_possible:
        if not stands.unanswered:
            return _("{percent} % is not reached.").format(percent=NEEDED_PERCENT)
        return _(
            "{percent} % is no longer possible: when all {n} still say yes, it is {most} %."
        ).format(percent=NEEDED_PERCENT, n=stands.unanswered, most=stands.most_percent)
    if not stands.unanswered or stands.reached:
        return ""
    return ngettext(
        "When {n} still says yes: {most} %.",
        "When all {n} still say yes: {most} %.",
        stands.unanswered,
    ).format(n=stands.unanswered, most=stands.most_percent)


def short_words(stands: Consent) -> str:
    """What can be done after a result that was not enough."""
    if not stands.presumption_applies:
        return _("Not everybody agreed. You can make another proposal, which all answer anew.")
    return _(
        "The proposal is not presumed reasonable now (BW 7:220(3)). Make another one, or write "
        "with “Change the project…” why you go on without it."
    )
