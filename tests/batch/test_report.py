import gzip

import msgspec
import pytest

from depeche.batch.plan import Setting, plan
from depeche.batch.report import report
from depeche.batch.slices import Passed, slices
from depeche.reading.articles import Article

from .test_robust import fine, response


def note(kind):
    return f"WARC/1.0\r\nWARC-Type: {kind}\r\nContent-Length: 4\r\n\r\nnote\r\n\r\n".encode()


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """Five pages, one of them cut short, amid a note, five requests and seven other answers."""
    image = response("https://example.org/i", b"GIF89a").replace(b"text/html", b"image/gif")
    records = [note("warcinfo"), image, image]
    for number in range(1, 5):
        records += [note("request"), fine(number), image]
    records += [response("https://example.org/short", b"<p>", declared=500), note("request"), image]
    file = tmp_path_factory.mktemp("archive") / "a.warc.gz"
    file.write_bytes(b"".join(map(gzip.compress, records)))
    return file


def stages(tally):
    made = report("x", tally, gate=False, once=False)["stages"]
    return {stage["stage"]: (stage["in"], stage["out"]) for stage in made}


def test_every_record_of_an_archive_is_counted_once(run, archive, setting, tmp_path):
    tally = run([archive], tmp_path / "out", setting=msgspec.structs.replace(setting, part=2)).tally
    assert (tally["requests and notes"], tally["other answers"], tally["records"]) == (6, 7, 18)
    assert stages(tally) == {"archive": (18, 5), "finding": (5, 4), "extraction": (4, 4), "reading": (4, 4)}


@pytest.mark.parametrize("moment", [1, 2])
def test_also_when_the_batch_was_cut_off(run, archive, setting, tmp_path, moment):
    setting = msgspec.structs.replace(setting, part=2)
    wanted = run([archive], tmp_path / "whole", setting=setting).tally
    told = []

    def stop(tally):
        told.append(tally)
        if len(told) == moment:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run([archive], tmp_path / "out", setting=setting, watch=stop)
    assert run([archive], tmp_path / "out", setting=setting).tally == wanted


def test_an_archive_without_pages_is_counted_too(run, setting, tmp_path):
    (tmp_path / "a.warc").write_bytes(note("warcinfo") + note("request"))
    assert run([tmp_path / "a.warc"], tmp_path / "out").tally == {"records": 2, "requests and notes": 2}


def test_what_stands_between_items_counts_with_the_one_before():
    a, b, c = (Article(name, name) for name in "abc")
    once = [Passed({"x": 1}), a, Passed({"x": 2}), b, Passed({"x": 4}), c, Passed({"x": 8})]
    assert [cut.passed for cut in slices(0, once, part=2)] == [{"x": 7}, {"x": 8}]
    assert [cut.passed for cut in slices(0, [None, None, c, Passed({"x": 8})], part=2)] == [{"x": 8}]
    assert [cut.passed for cut in slices(0, [Passed({"x": 1})], part=2)] == [{"x": 1}]


def test_a_feed_and_a_table_have_no_archive_stage(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    [source] = plan([str(tmp_path / "a.txt")], Setting()).sources
    assert [one.data for one in source.articles(Setting())] == [b"x"]
    assert list(stages({"items": 3, "refused finding": 1, "refused reading": 1}).values()) == [
        (3, 2), (2, 2), (2, 1)
    ]  # fmt: skip
