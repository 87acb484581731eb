from depeche.batch.plan import Setting, plan
from depeche.batch.slices import SIZE, slices
from depeche.reading.articles import Article


def test_tables_are_sources_and_texts_share_one_by_the_part(tmp_path):
    for name in ("a.txt", "b.html", "c.txt", "d.jsonl", "e.csv", "f.txt"):
        (tmp_path / name).write_text("x")
    made = plan([str(tmp_path), str(tmp_path / "none.pdf"), str(tmp_path / "no*")], Setting(part=2))
    names = [[place.name.rpartition("/")[2] for place in source.places] for source in made.sources]
    assert names == [["a.txt", "b.html"], ["c.txt"], ["d.jsonl"], ["e.csv"], ["f.txt"], ["none.pdf"], []]
    assert [source.number for source in made.sources] == list(range(7))
    assert made.sources[6].broken is not None


def test_plans_differ_when_an_input_does(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("x")
    mark = plan([str(file)], Setting()).mark
    assert plan([str(file)], Setting(part=3)).mark == mark
    file.write_text("xx")
    assert plan([str(file)], Setting()).mark != mark


def test_slices_end_with_their_part_and_leave_out_what_is_done():
    items = [Article(str(number), "") for number in range(2 * SIZE + 3)]
    whole = list(slices(1, items, part=SIZE + 1))
    assert [len(one.items) for one in whole] == [SIZE, 1, SIZE, 1, 1]
    assert [(one.place.part, one.place.slice) for one in whole] == [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0)]
    assert [one.ends_part for one in whole] == [False, True, False, True, True]
    assert [one.ends_source for one in whole] == [False, False, False, False, True]
    assert [one.first - (1 << 32) for one in whole] == [0, SIZE, SIZE + 1, 2 * SIZE + 1, 2 * SIZE + 2]
    done = [None if number <= SIZE else item for number, item in enumerate(items)]
    assert list(slices(1, done, part=SIZE + 1)) == whole[2:]


def test_a_source_without_items_is_one_empty_slice():
    [one] = slices(3, [], part=5)
    assert (one.items, one.ends_part, one.ends_source) == ((), True, True)
