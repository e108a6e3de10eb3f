"""verify's page: whole, readable without a network, and without a complaint in a browser."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from running import SEEDS, needs_tensorflow, scopecheck

pytestmark = needs_tensorflow

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
SIZE = (1100, 1500)
VOID = {"meta", "link", "br"}


class Reader(HTMLParser):
    """Checks that every element is closed, and keeps what is loaded from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.loaded: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        self.loaded += [value or "" for name, value in attrs if name in ("src", "href")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a GAN of which one bias is not shared."""
    file = tmp_path_factory.mktemp("page") / "report.html"
    program = SEEDS / "s4_gaussian_gan" / "one_bias_not_shared.py"
    ran = scopecheck("verify", program, "--html", file)
    assert ran.code == 1, ran.err
    return file


def test_the_page_is_whole(page: Path) -> None:
    reader = Reader()
    reader.feed(page.read_text("utf-8"))
    assert reader.open == []
    assert reader.loaded == ["data:,"]
    text = " ".join(reader.text)
    for part in ("SCO103", "GAN.netD", "5 of 7 variables shared", "discriminator_1/d_b3:0"):
        assert part in text


@pytest.mark.skipif(BROWSER is None, reason="there is no Chromium to look at the page")
def test_the_page_in_a_browser(page: Path) -> None:
    picture = page.with_suffix(".png")
    command = [str(BROWSER), "--headless=new", "--no-sandbox", "--disable-gpu", "--enable-logging"]
    command += ["--v=0", "--host-resolver-rules=MAP * ~NOTFOUND"]
    command += [f"--window-size={SIZE[0]},{SIZE[1]}"]
    command += [f"--screenshot={picture}", page.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "CONSOLE" not in done.stderr
    head = picture.read_bytes()[:24]
    assert struct.unpack(">II", head[16:24]) == SIZE
    assert picture.stat().st_size > 20_000


def test_code_is_shown_line_by_line(page: Path) -> None:
    text = page.read_text("utf-8")
    (shown, *_) = re.findall(r"<pre>(.*?)</pre>", text, re.S)
    assert "\n" not in shown
    assert len(re.findall("<span", shown)) == 5
    assert "`" not in text
