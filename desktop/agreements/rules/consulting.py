"""On which subjects tenants advise before the landlord changes its policy (Overlegwet, art. 3(2)
and 5), so that a theme of the agreements can ask for it."""

from __future__ import annotations

from desktop.advice.rules import TOPICS

# What the complaints committee said and what these agreements themselves will be are told to
# tenants on request; they are no policy that the landlord can change.
NO_POLICY = "kl"
CONSENT = "j"  # service costs: art. 5a asks for consent, not for advice


def advised(topics: str) -> str:
    """Those of some letters about which tenants advise, in the order of the article."""
    return "".join(letter for letter in TOPICS if letter in topics and letter not in NO_POLICY)


def needs_consent(topics: str) -> bool:
    """Whether a plan on these subjects goes on with the consent of tenants only (art. 5a)."""
    return CONSENT in topics
