"""What people write, made fit to be kept."""

from desktop.estate.texts import day_of, fill, written

__all__ = ["day_of", "fill", "written"]
