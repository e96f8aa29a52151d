"""How many tenants agree, beside how many must: the meter, and the card around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.language import _, ngettext
from desktop.language.format import day_short
from desktop.projects.queries.consent import RoundView
from desktop.projects.rules.consent import Consent
from desktop.projects.states import ConsentState
from desktop.projects.wording.consent import (
    agreed_words,
    asked_words,
    needed_words,
    possible_words,
    rule_words,
    standing_sentences,
)
from desktop.widgets import theme
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words

BAR, MARK = 16, 30  # heights in pixels of normal print


def meter_tone(stands: Consent) -> Tone:
    """Green when it is reached, red when it no longer can be, amber while it may be; without a
    presumption there is nothing to reach."""
    if not stands.presumption_applies:
        return Tone.BLUE
    if stands.reached:
        return Tone.GREEN
    return Tone.AMBER if stands.still_possible else Tone.RED


class ConsentMeter(QWidget):
    """A bar with who agreed, and a mark at how many must. The words above say the same; a screen
    reader hears all sentences."""

    def __init__(self, stands: Consent | None = None) -> None:
        super().__init__()
        self.stands = stands
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_count(stands)

    def show_count(self, stands: Consent | None) -> None:
        """Show how a round stands."""
        self.stands = stands
        said = [agreed_words(stands), needed_words(stands)] if stands is not None else []
        self.setAccessibleName(_("Consent of tenants"))
        self.setAccessibleDescription(". ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(320), theme.scaled(20 + MARK))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(240), theme.scaled(20 + MARK))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.stands is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_words(painter, self.stands)
        self._paint_bar(painter, self.stands)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("brand"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    @property
    def _bar(self) -> QRectF:
        tall, mark = theme.scaled(BAR), theme.scaled(MARK)
        return QRectF(0, self.height() - (mark + tall) / 2, self.width(), tall)

    def _mark(self, stands: Consent) -> float:
        return self.width() * stands.needed / stands.tenancies

    def _paint_bar(self, painter: QPainter, stands: Consent) -> None:
        bar, half = self._bar, self._bar.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("grey_soft"))
        painter.drawRoundedRect(bar, half, half)
        share = bar.width() * stands.agreed / stands.tenancies
        if share:
            ink, _ground = theme.tone_colours(meter_tone(stands))
            painter.setBrush(ink)
            painter.setClipRect(QRectF(0, 0, share, self.height()))
            painter.drawRoundedRect(bar, half, half)
            painter.setClipping(False)
        if stands.presumption_applies:
            x, reach = self._mark(stands), (theme.scaled(MARK) - bar.height()) / 2
            painter.setPen(QPen(theme.colour("ink"), 2))
            painter.drawLine(QPointF(x, bar.top() - reach), QPointF(x, bar.bottom() + reach))

    def _paint_words(self, painter: QPainter, stands: Consent) -> None:
        ink, _ground = theme.tone_colours(meter_tone(stands))
        tall = theme.scaled(20)
        bold = theme.font(13, QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(ink)
        agreed = agreed_words(stands)
        painter.drawText(QRectF(0, 0, self.width(), tall), Qt.AlignmentFlag.AlignLeft, agreed)
        if not stands.presumption_applies:
            return
        small = theme.font(12, QFont.Weight.DemiBold)
        words, taken = needed_words(stands), QFontMetrics(bold).horizontalAdvance(agreed)
        width = QFontMetrics(small).horizontalAdvance(words) + 2
        # Over its mark, but beside what agreed and within the meter.
        left = max(self._mark(stands) - width / 2, taken + theme.MEDIUM)
        left = min(left, self.width() - width)
        painter.setFont(small)
        painter.setPen(theme.colour("ink"))
        painter.drawText(QRectF(left, 0, width, tall), Qt.AlignmentFlag.AlignLeft, words)


class ConsentCard(Card):
    """The meter of a round with what it means, under a title. `actions` stand under it."""

    def __init__(self, actions: Sequence[QWidget] = ()) -> None:
        super().__init__(_("Consent of tenants"))
        self.about = Words("", "soft", wraps=True)
        self.meter = ConsentMeter()
        self.sentences = Words("", "soft", wraps=True)
        self.possible = Words("", "strong", wraps=True)
        self.visits = Words("", "soft", wraps=True)
        self.article = Chip(_("BW 7:220(3)"))
        self.rule = Words("", "soft", wraps=True)
        self._ruled = QWidget()
        row = QHBoxLayout(self._ruled)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SMALL)
        row.addWidget(self.article, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.rule, 1)
        for part in (
            self.about,
            self.meter,
            self.sentences,
            self.possible,
            self.visits,
            self._ruled,
        ):
            self.add(part)
        below = QHBoxLayout()
        below.setSpacing(theme.SMALL)
        for action in actions:
            below.addWidget(action)
        below.addStretch(1)
        if actions:
            self.add_layout(below)

    def show_round(self, view: RoundView) -> None:
        """Show how a round stands."""
        stands, sent = view.stands, view.sent_on is not None
        self.about.setText(told(view))
        self.meter.show_count(stands)
        self.meter.setVisible(stands is not None and sent)
        self._ruled.setVisible(stands is not None)
        if stands is None:
            self._say(_("Nobody lives in these dwellings: there is nobody to ask."), "", "")
            return
        self.rule.setText(rule_words(stands))
        if sent:
            sentences = " ".join(standing_sentences(stands))
            self._say(sentences, possible_words(stands), _visits(view))
        else:
            vacant = stands.dwellings - stands.tenancies
            self._say(asked_words(stands.tenancies, vacant), "", "")

    def _say(self, *sentences: str) -> None:
        for part, words in zip(
            (self.sentences, self.possible, self.visits), sentences, strict=True
        ):
            part.setText(words)
            part.setVisible(bool(words))


def _visits(view: RoundView) -> str:
    if view.sent_on is None or view.result_sent_on is not None or not view.not_visited:
        return ""
    said = ngettext(
        "{n} household was not visited yet.",
        "{n} households were not visited yet.",
        view.not_visited,
    ).format(n=view.not_visited)
    places = Counter(home.stairwell for home in view.homes if home.not_visited)
    if len(places) == 1 and "" in places:
        return said
    counted = ", ".join(f"{stairs or '–'} {n}" for stairs, n in places.items())
    return _("{said} By staircase: {counted}.").format(said=said, counted=counted)


def told(view: RoundView) -> str:
    """`Blok A en B · verstuurd ma 2 nov · antwoord vóór di 1 dec`."""
    parts = [view.unit]
    if view.sent_on is None:
        parts.append(_("draft"))
    else:
        parts.append(_("sent {day}").format(day=day_short(view.sent_on)))
    if view.result_sent_on is not None:
        parts.append(_("result {day}").format(day=day_short(view.result_sent_on)))
    elif view.answer_by is not None:
        parts.append(_("answer before {day}").format(day=day_short(view.answer_by)))
    if view.state is ConsentState.NOTICES_SENT and view.court_until is not None:
        parts.append(_("court until {day}").format(day=day_short(view.court_until)))
    return " · ".join(part for part in parts if part)
