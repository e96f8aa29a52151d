"""What the entities of the tab Beleid have in common."""

from sqlalchemy.orm import DeclarativeBase

from desktop.store.base import Base, own_registry


class AgreementsBase(Base, DeclarativeBase):
    """An entity of the tab Beleid."""

    registry = own_registry()
