def test_issues_lead_to_who_holds_what(look):
    page = look("/issues")
    page.get_by_role("link", name="Sovereignty and territory").click()
    page.wait_for_url("**/issues/sovereignty")
    assert page.locator(".facts .tag[class*=stance-]").count() > 2
    assert page.locator(".facts mark").count() > 2


def test_the_positions_on_an_issue_are_taken_away(client):
    rows = client.get("/issues/sovereignty", params={"format": "json"}).json()
    assert {"KAZ", "CHN"} <= {row["holder"] for row in rows}
    assert all(row["words"] for row in rows)


def test_an_unknown_issue_is_not_found(client):
    assert client.get("/issues/weather").status_code == 404
