"""XML that some other program wrote: read as it stands, and nothing in it fetched or unfolded."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring


class NotXmlError(ValueError):
    """The content is no XML, or was cut off."""


class EntitiesError(NotXmlError):
    """The XML has entities of its own: a few lines can unfold to fill the memory, or fetch a file
    of this computer."""


def root_of(content: bytes) -> Element:
    """The root of a document. Raises `NotXmlError`, or `EntitiesError` for one with entities."""
    try:
        root: Element = fromstring(content, forbid_dtd=False)
    except DefusedXmlException as error:
        raise EntitiesError(str(error)) from error
    except (ParseError, ValueError, LookupError) as error:
        raise NotXmlError(str(error)) from error
    return root
