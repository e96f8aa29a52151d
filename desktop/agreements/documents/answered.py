"""What became of what tenants asked: its sign, its first words, and the line that tells of both."""

from __future__ import annotations

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Paragraph

from desktop.agreements.documents.tiles import TONES, WHITE, Type, another
from desktop.agreements.queries.papers.summary import Asked
from desktop.agreements.states import ReplyDecision
from desktop.documents import fonts
from desktop.documents.markdown import escaped
from desktop.language import _

SIGNS = {
    ReplyDecision.TAKEN: ("green", "yes"),
    ReplyDecision.PARTLY: ("amber", "half"),
    ReplyDecision.NOT: ("red", "no"),
    ReplyDecision.ALREADY: ("green", "yes"),
    ReplyDecision.OTHER_PARTY: ("blue", "on"),
}


class AnswerSign(Flowable):
    """The round sign in front of an answer: a tick, a half, a cross or an arrow."""

    def __init__(self, decision: ReplyDecision, side: float) -> None:
        super().__init__()
        tone, self.shape = SIGNS[decision]
        self.ink = HexColor(TONES[tone][0])
        self.side = side

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.side, self.side

    def draw(self) -> None:
        canvas, r = self.canv, self.side / 2
        canvas.saveState()
        canvas.translate(r, r)
        canvas.setFillColor(self.ink)
        canvas.circle(0, 0, r, stroke=0, fill=1)
        canvas.setStrokeColor(WHITE)
        canvas.setFillColor(WHITE)
        canvas.setLineWidth(r * 0.24)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        if self.shape == "half":
            canvas.wedge(-r * 0.62, -r * 0.62, r * 0.62, r * 0.62, 90, 180, stroke=0, fill=1)
        for line in STROKES[self.shape]:
            path = canvas.beginPath()
            path.moveTo(*(r * part for part in line[0]))
            for point in line[1:]:
                path.lineTo(*(r * part for part in point))
            canvas.drawPath(path, stroke=1, fill=0)
        canvas.restoreState()


Stroke = tuple[tuple[float, float], ...]
STROKES: dict[str, tuple[Stroke, ...]] = {
    "yes": (((-0.42, 0.0), (-0.1, -0.34), (0.46, 0.34)),),
    "half": (),
    "no": (((-0.34, -0.34), (0.34, 0.34)), ((-0.34, 0.34), (0.34, -0.34))),
    "on": (((-0.45, 0.0), (0.45, 0.0)), ((0.1, 0.36), (0.45, 0.0), (0.1, -0.36))),
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
        self.sign: AnswerSign | None = AnswerSign(asked.decision, kind.size * 1.35)
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
