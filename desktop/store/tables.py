"""All tables of the program, for migrations. A feature with a model adds its line here."""

from desktop.agreements import model as agreements_model
from desktop.estate import model as estate_model
from desktop.floorplans import model as floorplans_model
from desktop.projects import model as projects_model
from desktop.store.base import Base
from desktop.viewings import model as viewings_model

__all__ = [
    "agreements_model",
    "estate_model",
    "floorplans_model",
    "metadata",
    "projects_model",
    "viewings_model",
]

metadata = Base.metadata
