"""A headless browser that tells what a page logs and asks for."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

SECONDS = 5  # that a page may take to show something
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1400,900",
]


@contextmanager
def browser(profile: Path) -> Iterator[webdriver.Chrome]:
    """Debian's Chromium with an empty profile."""
    options = Options()
    options.binary_location = "/usr/bin/chromium"
    for flag in [*FLAGS, f"--user-data-dir={profile}"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    driver.implicitly_wait(SECONDS)  # a page follows its address a moment after that changed
    try:
        yield driver
    finally:
        driver.quit()


def console(driver: Any) -> list[str]:
    """Messages that the page logged since the last call."""
    return [entry["message"] for entry in driver.get_log("browser")]


def requests(driver: Any) -> list[str]:
    """Addresses outside the page that were asked for since the last call (not the browser's own)."""
    events = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    asked = [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]
    return [
        url
        for url in asked
        if not url.startswith(("data:", "file:", "chrome:", "chrome-untrusted:", "about:"))
    ]


def until(driver: Any, condition: Any) -> None:
    """Wait until the page shows what it should, for a while."""
    WebDriverWait(driver, SECONDS).until(lambda _: condition())
