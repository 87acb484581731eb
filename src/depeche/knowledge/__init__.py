"""What depeche knows of the world: states, organisations, numbered meetings, and their names in text."""

from depeche.knowledge.gazetteer import Gazetteer, gazetteer
from depeche.knowledge.hit import Hit, Kind
from depeche.knowledge.world import Member, Organisation, State, World, world

__all__ = ["Gazetteer", "Hit", "Kind", "Member", "Organisation", "State", "World", "gazetteer", "world"]
