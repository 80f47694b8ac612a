"""A headless Chromium, driven by the WebDriver protocol over plain HTTP: what the tests of the report look with."""

import json
import shutil
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
MISSING = "" if CHROMIUM and DRIVER else "no Chromium here: install the packages chromium and chromium-driver"
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --disable-dev-shm-usage --hide-scrollbars"
)
TAB, ESCAPE = "\ue004", "\ue00c"


class Browser:
    """One window with a profile of its own; remembers every request and every message of the console."""

    def __init__(self, *flags: str) -> None:
        self.folder = tempfile.mkdtemp()
        self.process = subprocess.Popen(
            [DRIVER or "", "--port=0", "--disable-build-check"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.root = f"http://127.0.0.1:{self._port()}"
        options = {
            "binary": CHROMIUM,
            "args": [*FLAGS.split(), f"--user-data-dir={self.folder}", *flags],
        }
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"performance": "ALL", "browser": "ALL"}}
        self.session = ""
        self.session = self.call("POST", "", {"capabilities": {"alwaysMatch": wanted}})["sessionId"]

    def _port(self) -> str:
        for line in self.process.stdout or ():
            if "started successfully on port" in line:
                return line.rsplit(" ", 1)[1].strip(" .\n")
        raise RuntimeError("the driver did not start")

    def call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """One command of the protocol."""
        address = f"{self.root}/session" + (f"/{self.session}" if self.session else "") + path
        data = json.dumps(body or {}).encode() if method == "POST" else None
        with urlopen(Request(address, data, {"Content-Type": "application/json"}, method=method), timeout=60) as answer:
            return json.load(answer)["value"]

    def open(self, page: Path | str) -> None:
        """Go to a page, a file or an address."""
        self.call("POST", "/url", {"url": page.as_uri() if isinstance(page, Path) else page})

    def run(self, script: str) -> Any:
        """The value of a script's ``return``, run from outside: the page's policy does not hold for it."""
        return self.call("POST", "/execute/sync", {"script": script, "args": []})

    def keys(self, keys: str) -> None:
        """Press keys, one after the other."""
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.call("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def resize(self, width: int, height: int) -> None:
        """Lay the page out for a screen of this size."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.call("POST", "/goog/cdp/execute", {"cmd": "Emulation.setDeviceMetricsOverride", "params": size})

    def scheme(self, name: str) -> None:
        """Prefer ``light`` or ``dark``."""
        media = {"features": [{"name": "prefers-color-scheme", "value": name}]}
        self.call("POST", "/goog/cdp/execute", {"cmd": "Emulation.setEmulatedMedia", "params": media})

    def requests(self) -> list[str]:
        """Every address that was asked for since the last call."""
        entries = self.call("POST", "/se/log", {"type": "performance"})
        events = (json.loads(entry["message"])["message"] for entry in entries)
        return [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]

    def console(self) -> list[str]:
        """Every message of the console since the last call."""
        return [entry["message"] for entry in self.call("POST", "/se/log", {"type": "browser"})]

    def close(self) -> None:
        """End the browser and its driver."""
        with suppress(URLError):
            self.call("DELETE", "")
        self.process.terminate()
        self.process.wait(10)
        for _ in range(10):
            shutil.rmtree(self.folder, ignore_errors=True)
            if not Path(self.folder).exists():
                return
            time.sleep(0.2)
