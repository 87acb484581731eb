import os
import re
import socket
import subprocess
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from pyarrow import fs

from depeche.batch.remote import remote
from depeche.errors import UnreadableFile, UsageError
from depeche.reading.articles.place import whole

from .corpus import rows

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".venv" / "s3" / "bin" / "python"


@pytest.fixture(scope="module")
def bucket():
    """The URL of an empty bucket on an S3 server of our own."""
    if not PYTHON.exists():
        pytest.skip("no S3 server to test with: make .venv/.s3")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [PYTHON, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    try:
        _wait(server, f"http://127.0.0.1:{port}/moto-api")
        where = f"scheme=http&endpoint_override=127.0.0.1:{port}&region=us-east-1"
        yield f"s3://key:secret@wires/{{}}?{where}&allow_bucket_creation=true"
    finally:
        server.kill()
        server.wait()


def _wait(server, address):
    """Until the server answers, or has ended."""
    while server.poll() is None:
        try:
            urlopen(address).close()
            return
        except URLError:
            time.sleep(0.1)
    raise AssertionError("the S3 server has ended")


@pytest.fixture(scope="module")
def filled(bucket, corpus):
    """The URL of the same folder as that of the corpus, in a bucket."""
    files, path = fs.FileSystem.from_uri(bucket.format("2023"))
    files.create_dir("wires")
    for file in corpus.iterdir():
        with files.open_output_stream(f"{path}/{file.name}") as stream:
            stream.write(file.read_bytes())
    with files.open_output_stream(f"{path}/.hidden/a.txt") as stream:
        stream.write(b"hidden")
    return bucket.format("2023")


def test_a_bucket_gives_the_same_records_as_the_folder(filled, run, undisturbed, corpus, tmp_path):
    run([filled], tmp_path / "out")
    found, wanted = rows(tmp_path / "out", "dispatches"), rows(undisturbed, "dispatches")
    assert [row["digest"] for row in found] == [row["digest"] for row in wanted]
    origins = {row["origin"] for row in found if not row["origin"].startswith("https")}
    assert origins == {f"s3://wires/2023/b{number}.txt" for number in (1, 2, 3)}  # without key and secret
    assert "secret" not in (tmp_path / "out" / "manifest.json").read_text()


def test_one_object_is_opened_and_a_missing_one_is_told(filled, corpus):
    [one] = remote(filled.replace("2023?", "2023/b1.txt?"))
    assert whole(one) == (corpus / "b1.txt").read_bytes()
    assert one.size() == (corpus / "b1.txt").stat().st_size
    with pytest.raises(UnreadableFile, match="cannot be listed"):
        list(remote(filled.replace("2023?", "2024?")))


def test_stores_of_fsspec_are_taken():
    import fsspec

    with fsspec.open("memory://wires/a.txt", "wb") as file:
        file.write(b"Paris")
    [one] = remote("memory://wires/a.txt")
    assert (one.name, whole(one)) == ("memory://wires/a.txt", b"Paris")
    [below] = remote("memory://wires")
    assert (below.name, below.size()) == ("memory://wires/a.txt", 5)


def test_a_scheme_that_nobody_knows_is_told():
    with pytest.raises(UsageError, match=re.escape("zz:// is a scheme that nobody here knows")):
        list(remote("zz://wires/a.txt"))
