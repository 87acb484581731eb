"""What a reader of two countries wants, as data; rendered by the command line and the browser."""

from depeche.dossier.build import dossier
from depeche.dossier.dossier import Dossier

__all__ = ["Dossier", "dossier"]
