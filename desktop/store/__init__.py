"""The local database: engine, sessions, migrations, audit trail, search index, backup."""

from desktop.store.audit import Actor
from desktop.store.base import Base, Versioned, personal
from desktop.store.store import Changed, Store

__all__ = ["Actor", "Base", "Changed", "Store", "Versioned", "personal"]
