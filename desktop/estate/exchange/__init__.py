"""Files of the estate that come in."""

from desktop.estate.exchange.dwellings import import_dwellings

__all__ = ["import_dwellings"]
