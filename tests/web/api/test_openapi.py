"""Whatever is asked, the API answers as its own description says, and never fails."""

from contextlib import suppress

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance, status_code_conformance]
HOST = {"host": "127.0.0.1"}
SETTINGS = settings(
    max_examples=12,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def operations(app):
    described = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers=HOST)
    described.config.update(headers=HOST)
    return [found.ok() for found in described.get_all_operations()]


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode))
def test_the_api_answers_as_it_says(operations, mode):
    assert len(operations) > 18
    for operation in operations:

        @SETTINGS
        @given(case=operation.as_strategy(generation_mode=mode))
        def answers(case):
            case.call_and_validate(checks=CHECKS)

        with suppress(Unsatisfiable):  # nothing can be wrong where there are no parameters
            answers()
