import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import msgspec
import pytest
from pyarrow import fs

from depeche.batch import manifest
from depeche.batch.bucket import Bucket
from depeche.batch.load import is_batch, ready
from depeche.batch.remote import remote
from depeche.errors import BatchError, UnreadableFile, UsageError
from depeche.reading.articles.place import whole

from .corpus import contents, rows

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


def objects(url):
    """The bytes of all objects below a URL, by their names."""
    files, path = fs.FileSystem.from_uri(url)
    every = files.get_file_info(fs.FileSelector(path, recursive=True, allow_not_found=True))
    return {
        one.path[len(path) + 1 :]: files.open_input_stream(one.path).read() for one in every if one.is_file
    }


def test_a_batch_fills_a_bucket_as_it_fills_a_folder(bucket, run, undisturbed, corpus):
    out = bucket.format("plain")
    run([corpus], out, workers=2)
    assert objects(out) == contents(undisturbed)
    told = []
    assert run([corpus], out, watch=told.append).finished
    assert told == []


@pytest.mark.parametrize("moment", [1, 2, 3, 5])
def test_in_a_bucket_too_it_goes_on_where_it_was_cut_off(bucket, run, undisturbed, corpus, moment):
    out = bucket.format(f"cut{moment}")
    told = []

    def stop(tally):
        told.append(tally)
        if len(told) == moment:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run([corpus], out, watch=stop)
    kept = sum(name.startswith("progress/") for name in objects(out))
    assert kept == moment - 1
    told.clear()
    run([corpus], out, watch=told.append)
    assert told[0]["items"] > 7 * kept
    assert objects(out) == contents(undisturbed)


def test_killed_while_it_fills_a_bucket_it_goes_on(bucket, run, undisturbed, corpus):
    out = bucket.format("killed")
    call = f"from tests.batch.killing import fill; fill({str(corpus)!r}, {out!r})"
    with subprocess.Popen([sys.executable, "-c", call], cwd=ROOT, env=os.environ) as filling:
        while filling.poll() is None and not any(name.startswith("progress/") for name in objects(out)):
            time.sleep(0.05)
        filling.kill()
    run([corpus], out)
    assert objects(out) == contents(undisturbed)


def test_a_place_in_a_bucket_that_another_batch_takes_is_left_to_it(bucket, run, corpus, setting):
    out = bucket.format("taken")

    def take(_tally):
        other = manifest.read(Bucket(out))
        mine = msgspec.structs.replace(other, mark="another")
        Bucket(out).write(manifest.NAME, msgspec.json.encode(mine))

    with pytest.raises(BatchError, match=r"another batch fills this place \(of inputs that have changed"):
        run([corpus], out, watch=take)
    with pytest.raises(UsageError, match="with another part"):
        run([corpus], out, setting=msgspec.structs.replace(setting, part=8))


def test_a_ledger_is_filled_from_a_bucket(bucket, run, corpus, undisturbed):
    out = bucket.format("loaded")
    run([corpus], out)
    assert is_batch(out)
    assert list(ready(out)) == list(ready(str(undisturbed)))
    assert not is_batch(bucket.format("nothing"))


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
