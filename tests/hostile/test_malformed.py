"""What no honest phone sends must never be answered with a 500."""

from json import dumps

import pytest

BODIES = {
    "no boundary": ("multipart/form-data", "x"),
    "garbage": ("multipart/form-data; boundary=a", "garbage"),
    "no name": ("multipart/form-data; boundary=a", "--a\r\nContent-Disposition: form-data\r\n\r\nx\r\n--a--\r\n"),
    "a file": (
        "multipart/form-data; boundary=a",
        '--a\r\nContent-Disposition: form-data; name="kode"; filename="x"\r\n\r\nx\r\n--a--\r\n',
    ),
    "many fields": ("application/x-www-form-urlencoded", "&".join(f"a{n}=1" for n in range(400))),
}
ZEROS = '"' + "0" * 20 + "9" * 25 + '"'


def send(browser, code, body, **headers):
    headers = {"content-type": "application/json", "accept": "application/json"} | headers
    return browser.post(f"/d/{code}/svar", content=body, headers=headers)


@pytest.mark.parametrize("path", ["/d/{code}/svar", "/delta", "/logg-inn", "/storskjerm", "/velkommen/abc"])
@pytest.mark.parametrize("what", BODIES)
def test_a_broken_form_is_unreadable(stranger, world, path, what):
    browser = stranger()
    browser.get(f"/d/{world.workshop.code}")
    kind, body = BODIES[what]
    reply = browser.post(path.format(code=world.workshop.code), content=body, headers={"content-type": kind})
    assert reply.status_code < 500


@pytest.mark.parametrize("attempt", [ZEROS, '"' + "0" * 5000 + '"', "1" * 5000])
def test_an_attempt_beyond_all_bounds_is_unreadable(kari, world, opened, attempt):
    activity = opened("open_cards").id
    body = f'{{"activity": "{activity}", "attempt": {attempt}, "values": {{"cards": ["hei"]}}}}'
    assert send(kari, world.workshop.code, body).status_code == 422


def test_a_lone_surrogate_in_a_wrong_answer_comes_back_as_a_page(kari, world, opened):
    body = dumps({"activity": str(opened("open_cards").id), "values": {"cards": ["\ud800" + "x" * 500]}})
    assert send(kari, world.workshop.code, body, accept="text/html").status_code == 422


def test_values_of_another_shape_come_back_as_a_page(kari, world, opened):
    body = dumps({"activity": str(opened("points").id), "values": {"points": "x"}})
    assert send(kari, world.workshop.code, body, accept="text/html").status_code == 422


@pytest.mark.parametrize("name", ["%00", "a" * 5000])
def test_a_file_name_no_disk_could_hold_is_not_found(stranger, name):
    assert stranger().get(f"/filer/phone/x/{name}").status_code == 404


def test_an_origin_that_is_no_address_is_refused(browser_of):
    browser = browser_of("leif@fjell.no")
    assert browser.post("/anything", headers={"origin": "http://["}).status_code == 403


@pytest.mark.parametrize("depth", [900, 5000, 30000])
def test_json_of_any_depth_is_unreadable(kari, world, opened, depth):
    opened("open_cards")
    body = '{"activity": ' + "[" * depth + "]" * depth + "}"
    assert send(kari, world.workshop.code, body).status_code == 422


@pytest.mark.parametrize("path", ["%2e%2e/%2e%2e/base.html", "/etc/passwd", "..%2f..%2fbase.html"])
def test_no_file_outside_its_folder_is_served(stranger, path):
    assert stranger().get(f"/filer/phone/x/{path}").status_code == 404


@pytest.mark.parametrize(
    "til", ["//evil.no", "/\\evil.no", "https://evil.no", "/\t/evil.no", "/\r\nX: 1", "\\\\evil.no"]
)
def test_a_login_never_leads_to_another_site(til):
    from helu.door.login import safe

    assert safe(til) == ""
