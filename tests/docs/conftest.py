import pytest


@pytest.fixture(scope="session")
def kept(tmp_path_factory):
    """Where the ledger of the corpus is kept that most pages start from."""
    return tmp_path_factory.mktemp("kept")
