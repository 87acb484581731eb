"""Actors: persons with their offices, states, organisations and groups, and what points back to them."""

from depeche.understanding.actors.actors import Actors
from depeche.understanding.actors.mention import How, Mention
from depeche.understanding.actors.read import read_actors

__all__ = ["Actors", "How", "Mention", "read_actors"]
