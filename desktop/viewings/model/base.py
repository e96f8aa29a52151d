"""What the entities of the tab Buren have in common."""

from sqlalchemy.orm import DeclarativeBase

from desktop.store.base import Base, own_registry


class ViewingsBase(Base, DeclarativeBase):
    """An entity of the tab Buren."""

    registry = own_registry()
