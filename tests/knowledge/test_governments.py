from depeche.knowledge import world
from depeche.knowledge.governments import lacks, without_premier


def test_a_premier_told_without_a_state_is_not_of_one_that_has_none() -> None:
    assert lacks("USA", "head of government")
    assert not lacks("USA", "head of state")
    assert not lacks("UKR", "head of government")


def test_all_are_states() -> None:
    assert without_premier() <= set(world().states)
