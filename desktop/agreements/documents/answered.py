"""What became of what tenants asked: its sign, its first words, and the line that tells of both."""

from __future__ import annotations

from reportlab.platypus import Flowable, Paragraph

from desktop.agreements.documents.tiles import another
from desktop.agreements.queries.papers.summary import Asked
from desktop.agreements.states import ReplyDecision
from desktop.documents import fonts
from desktop.documents.markdown import escaped
from desktop.documents.round_sign import Became, RoundSign
from desktop.documents.title_band import Type
from desktop.language import _

BECAME = {
    ReplyDecision.TAKEN: Became.YES,
    ReplyDecision.PARTLY: Became.HALF,
    ReplyDecision.NOT: Became.NO,
    ReplyDecision.ALREADY: Became.YES,
    ReplyDecision.OTHER_PARTY: Became.ELSEWHERE,
}


def first_word(decision: ReplyDecision) -> str:
    """How the answer begins, for people."""
    return {
        ReplyDecision.TAKEN: _("Yes."),
        ReplyDecision.PARTLY: _("Partly."),
        ReplyDecision.NOT: _("No."),
        ReplyDecision.ALREADY: _("We do this already."),
        ReplyDecision.OTHER_PARTY: _("Somebody else decides this."),
    }[decision]


class QuestionLine(Flowable):
    """What tenants asked, with the sign and the words of what became of it. What does not fit on a
    page stands on the next."""

    def __init__(self, asked: Asked, kind: Type) -> None:
        super().__init__()
        self.kind = kind
        self.sign: RoundSign | None = RoundSign(BECAME[asked.decision], kind.size * 1.35)
        self.words = Paragraph(_answered(asked), kind.sentence)
        self.indent = self.sign.side + 8
        self.spaceAfter = kind.size * 0.35

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        words = self.words.wrap(width - self.indent, height)[1]
        self.width, self.height = width, max(words, self.sign.side if self.sign else 0.0)
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        parts = self.words.split(width - self.indent, height)
        if len(parts) < 2:
            return []
        first, rest = another(self), another(self)
        first.words, rest.words, rest.sign = parts[0], parts[1], None
        return [first, rest]

    def draw(self) -> None:
        if self.sign is not None:
            first_line = self.height - self.kind.sentence.leading / 2
            self.sign.drawOn(self.canv, 0, first_line - self.sign.side / 2)
        self.words.drawOn(self.canv, self.indent, self.height - self.words.height)


def _answered(asked: Asked) -> str:
    words = f"“{asked.text}”" if asked.may_quote else asked.text
    question = escaped(fonts.printable(words))
    answer = [first_word(asked.decision), asked.reason]
    if asked.themes:
        where = _("(theme {n})").format(n=", ".join(str(number) for number in asked.themes))
        answer.append(where)
    said = escaped(fonts.printable(" ".join(part for part in answer if part)))
    return f"<b>{question}</b> {said}"
