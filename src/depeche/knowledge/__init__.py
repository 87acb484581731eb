"""What depeche knows of the world: states, organisations, numbered meetings, and their names in text."""

from depeche.knowledge.former import Former, formerly
from depeche.knowledge.gazetteer import Gazetteer, gazetteer
from depeche.knowledge.hit import Hit, Kind
from depeche.knowledge.meetings import Meeting, find_by_place, find_meeting, label, meetings
from depeche.knowledge.naming import NamedMeeting, named_meetings
from depeche.knowledge.world import Member, Organisation, State, World, world

__all__ = [
    "Former",
    "Gazetteer",
    "Hit",
    "Kind",
    "Meeting",
    "Member",
    "NamedMeeting",
    "Organisation",
    "State",
    "World",
    "find_by_place",
    "find_meeting",
    "formerly",
    "gazetteer",
    "label",
    "meetings",
    "named_meetings",
    "world",
]
