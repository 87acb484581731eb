"""Reading: bytes or text become a `Document` with its zones."""

from depeche.reading.document import Document
from depeche.reading.read import LIMIT, read_document

__all__ = ["LIMIT", "Document", "read_document"]
