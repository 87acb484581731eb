"""What is done: acts by frame, modality and voice, and the tables that come from them."""

from depeche.understanding.acts.act import Act
from depeche.understanding.acts.commitments import commitments
from depeche.understanding.acts.events import events
from depeche.understanding.acts.framed import framed
from depeche.understanding.acts.meetings import with_meetings
from depeche.understanding.acts.positions import positions
from depeche.understanding.acts.read import read_acts

__all__ = ["Act", "commitments", "events", "framed", "positions", "read_acts", "with_meetings"]
