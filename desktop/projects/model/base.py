"""What the entities of the tab Beheer have in common."""

from sqlalchemy.orm import DeclarativeBase

from desktop.store.base import Base, own_registry


class ProjectsBase(Base, DeclarativeBase):
    """An entity of the tab Beheer."""

    registry = own_registry()
