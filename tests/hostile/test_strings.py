"""Strings that break things, through the real route, on every surface and in every file, on both databases."""

import json
from csv import reader
from html.parser import HTMLParser
from io import StringIO

import pytest

from helu.projector.stage import stage_of
from helu.services import exporting, running
from helu.store.database import reading, writing
from tests.both import kind_of_database  # noqa: F401

NAUGHTY = [
    "<script>alert(1)</script>", "</textarea><img src=x onerror=alert(1)>", "</script><svg/onload=alert(1)>",
    "\"><i>", "[a](javascript:x)", "=cmd|'/C calc'!A0", "+1", "-1", "@SUM(1)", "＝1+1", "\t=1", "{{7*7}}", "%s{0}",
    "\u202ekelpmaxe", "שלום", "👨‍👩‍👧‍👦", "a\u0300" * 60, "\u200b\u200d", "a\x00b", "\x1b[31m", "\u2028\u2029", "\ufffe",
    "a\ud800b", "\udc00", "'; DROP TABLE answer;--", "data: x\n\nevent: move\ndata: {}\n\n", "]]><!--", "_x000D_=1",
]  # fmt: skip


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag, attrs):
        self.found |= {tag, *(name for name, _ in attrs if name.startswith("on"))}


def tags(page: str) -> set[str]:
    parser = Tags()
    parser.feed(page)
    return parser.found


@pytest.mark.parametrize("bad", [NAUGHTY[at::4] for at in range(4)])
def test_hostile_strings_are_shown_and_exported_inert(new_phone, world, opened, bad):
    activity = opened("open_cards")
    plain = tags(new_phone().get(f"/d/{world.workshop.code}").text)
    for text in bad:
        phone = new_phone()
        sent = json.dumps({"activity": str(activity.id), "attempt": 1, "values": {"cards": [text]}})
        reply = phone.post(f"/d/{world.workshop.code}/svar", content=sent, headers={"content-type": "application/json"})
        assert reply.status_code in {200, 422}
        assert tags(phone.get(f"/d/{world.workshop.code}").text) <= plain | {"p"}
        phone.get(f"/d/{world.workshop.code}/tilstand").json()
    with writing() as db:
        running.reveal(db, world.workshop)
    json.dumps(stage_of(world.workshop.id), ensure_ascii=False).encode()
    with reading() as db:
        csv = exporting.export(db, world.workshop, "csv").decode("utf-8-sig")
        json.loads(exporting.export(db, world.workshop, "json"))
        assert exporting.export(db, world.workshop, "xlsx").startswith(b"PK")
    cells = [cell for line in reader(StringIO(csv, newline=""), delimiter=";") for cell in line]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "＝"))]
