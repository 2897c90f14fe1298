"""The facilitator's own browser: a real Chromium with the real desk, which clicks «Neste».

Reads one command a line and answers each with a line of JSON, like backstage.
"""

import json
import sys
import time

from playwright.sync_api import Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NEXT = ".st-key-next button"


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_page(locale="nb-NO")
        for line in sys.stdin:
            deed, *words = line.split()
            said = _open(page, *words) if deed == "open" else _move(page)
            print(json.dumps(said), flush=True)  # noqa: T201
        browser.close()


def _open(page: Page, url: str, code: str, login: str) -> dict[str, object]:
    page.context.add_cookies([{"name": "helu_login", "value": login, "url": url}])
    page.goto(f"{url}/styr?samling={code}")
    page.locator(NEXT).first.wait_for(timeout=60_000)
    return {"open": True}


def _move(page: Page) -> dict[str, object]:
    """`at` is the moment before the click."""
    button = page.locator(NEXT).first
    button.wait_for(timeout=15_000)
    at = time.monotonic()
    button.click(timeout=15_000)
    return {"at": at}


if __name__ == "__main__":
    main()
