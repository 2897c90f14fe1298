"""What takes longest begins first, so that nobody waits for a single test in the end. The rest are as pytest found them."""

import pytest

LONGEST = (
    "tests/browser/test_seljord.py",
    "tests/test_lint.py",
    "tests/browser/test_accessibility.py",
    "tests/browser/test_thread.py",
    "tests/browser/test_launch.py",
    "tests/browser/",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: next((at for at, each in enumerate(LONGEST) if item.nodeid.startswith(each)), 99))
