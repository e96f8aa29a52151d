"""What the papers of a year share."""

from desktop.documents.dated import heading, paper

__all__ = ["heading", "paper"]
