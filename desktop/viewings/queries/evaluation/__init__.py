"""The evaluation of the pilot: the sceptical questions, counted from the database (section 6)."""

from desktop.viewings.queries.evaluation.paper import as_paper
from desktop.viewings.queries.evaluation.whole import Evaluation, evaluation

__all__ = ["Evaluation", "as_paper", "evaluation"]
