"""The board: cards in columns by their state, moved by hand or by keyboard."""
