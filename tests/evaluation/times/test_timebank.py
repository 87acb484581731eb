from evaluation.times.timebank import measure, read_gold

PAGE = """<TimeML><DOCID>1</DOCID>
<DCT><TIMEX3 functionInDocument="CREATION_TIME" tid="t0" type="DATE" value="1999-05-17"/></DCT>
<TEXT>Le ministre a été reçu <TIMEX3 tid="t1" type="DATE" value="1999-05-12">le 12 mai 1999</TIMEX3>, après
<TIMEX3 tid="t2" type="DURATION" value="P2D">deux jours</TIMEX3> d'attente.</TEXT></TimeML>"""


def test_the_text_its_date_and_its_calendar_dates(tmp_path):
    file = tmp_path / "a.tml"
    file.write_text(PAGE)
    text, created, gold = read_gold(file)
    assert text.startswith("Le ministre a été reçu le 12 mai 1999")
    assert created == "1999-05-17"
    assert [date.value for date in gold if date.counts] == ["1999-05-12"]


def test_values_are_scored(tmp_path, reader):
    (tmp_path / "a.tml").write_text(PAGE)
    assert measure(reader, tmp_path).f1 == 1


def test_a_wrong_value_counts_on_both_sides(tmp_path, reader):
    (tmp_path / "a.tml").write_text(PAGE.replace('value="1999-05-12"', 'value="1999-05-13"'))
    counts = measure(reader, tmp_path)
    assert (counts.hit, counts.gold, counts.predicted) == (0, 1, 1)
