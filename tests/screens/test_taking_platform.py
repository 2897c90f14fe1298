"""The buttons that hand out the document."""

import pytest
from streamlit.testing.v1 import AppTest

from helu.errors import NotFound
from helu.services import platforms
from helu.store.database import writing
from helu.ui import taking_platform


@pytest.fixture
def platform(world):
    with writing() as db:
        return platforms.of_workshop(db, world.workshop)


def page(visitor, platform_id):
    from helu.ui.taking_platform import platform_downloads

    platform_downloads(visitor, platform_id)


def test_three_files_are_offered(world, platform):
    app = AppTest.from_function(page, args=(world.astrid, platform.id), default_timeout=30).run()
    assert not app.exception
    assert [each.label for each in app.get("download_button")] == [
        "PDF til arkivet",
        "Word til å skrive videre i",
        "PowerPoint til neste møte",
    ]
    assert all(each.proto.deferred_file_id for each in app.get("download_button"))  # printed when somebody asks


def test_a_file_is_made_when_somebody_asks(world, platform):
    for format_, start in (("pdf", b"%PDF"), ("docx", b"PK"), ("pptx", b"PK")):
        assert taking_platform._file(world.astrid, platform.id, format_, "nn").startswith(start)
    with pytest.raises(NotFound):
        taking_platform._file(world.ingrid, platform.id, "pdf", "nb")


def test_the_file_is_named_after_the_group():
    name = taking_platform.file_name("Ledergruppa <i> Fjell/../: nå!", "pdf", "nb")
    assert name == "Lederplattform for Ledergruppa i Fjell .. nå.pdf"
