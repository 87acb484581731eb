import inspect

import pytest

import depeche
from depeche import errors


def test_all_public_names_can_be_had():
    for name in depeche.__all__:
        assert getattr(depeche, name) is not None


def test_nothing_else_is_public():
    with pytest.raises(AttributeError, match="no attribute 'parse'"):
        depeche.parse  # noqa: B018
    assert dir(depeche) == sorted(depeche.__all__)


def test_every_error_is_public_drawn_and_has_its_own_code():
    classes = [
        value
        for value in vars(errors).values()
        if inspect.isclass(value) and value.__module__ == errors.__name__
    ]
    codes = [value.code for value in classes]
    assert len(set(codes)) == len(codes)
    for value in classes:
        assert value.__name__ in depeche.__all__
        assert value.__name__ in errors.__doc__
        assert issubclass(value, depeche.DepecheError)
        assert value.code in errors.__doc__ or value.__subclasses__()
