"""A JupyterLab in a browser, as people have it before them: opened, run, restarted, looked at.

Server, kernels and browser see a copy of the notebooks, keep their settings in a folder of their own, and reach
nothing beyond this machine.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, WebSocket, expect, sync_playwright
from playwright.sync_api import Error as BrowserError

ROOT = Path(__file__).parent.parent.parent
HERE = "127.0.0.1"
PATIENCE = 120.0
"""Seconds until something that has not happened is a failure; a slow machine is none."""

OFFLINE = (
    "--ServerApp.ip=127.0.0.1",
    "--LabApp.extension_manager=readonly",
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate",
)
NEWS = "@jupyterlab/apputils-extension:announcements"
"""What keeps JupyterLab on this machine, and the plugin that would ask about news: here and in `make notebook`."""

NOTEBOOK = "const notebook = window.jupyterapp?.shell.currentWidget;"
IS_OPEN = "Boolean(notebook?.content?.model) && !document.querySelector('#jupyterlab-splash')"
IS_IDLE = "notebook?.sessionContext?.session?.kernel?.status === 'idle'"
IS_DONE = (
    f"window.carriedOut && {IS_IDLE}"
    " && ![...notebook.node.querySelectorAll('.jp-InputPrompt')].some(prompt => prompt.textContent.includes('*'))"
)
ORDER = """([name, options]) => {
    window.carriedOut = "";
    const told = failure => { window.carriedOut = failure ? String(failure) : "done"; };
    window.jupyterapp.commands.execute(name, options).then(() => told(), failure => told(failure || "refused"));
}"""
SOURCES = f"() => {{ {NOTEBOOK} return notebook.content.widgets.map(c => [c.model.id, c.model.sharedModel.source]); }}"
END_KERNELS = "window.jupyterapp?.serviceManager.sessions.shutdownAll()"


class LabError(AssertionError):
    """JupyterLab did not do what it was asked; the end of the server's log stands below."""


class Server:
    """A JupyterLab that runs, and what it writes to its log."""

    def __init__(self, folder: Path) -> None:
        self.notebooks = folder / "notebooks"
        self.log = folder / "server.log"
        self._settings = folder / "settings"
        shutil.copytree(ROOT / "notebooks", self.notebooks)
        shutil.copytree(ROOT / "sample_transcripts", folder / "sample_transcripts")

    @contextmanager
    def running(self) -> Iterator[str]:
        """The address at which it answers, with the token that lets a browser in; in the end it is stopped."""
        command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--expose-app-in-browser", *OFFLINE]
        command += [f"--ServerApp.root_dir={self.notebooks}", *(["--allow-root"] if os.geteuid() == 0 else [])]
        with self.log.open("wb") as log:
            process = subprocess.Popen(command, env=self._environment(), stdout=log, stderr=subprocess.STDOUT)
        try:
            yield self._address(process)
        finally:
            self._stop(process)

    def _environment(self) -> dict[str, str]:
        """No setting of whoever runs the tests; PYTHONPATH stays, and with it what forbids the network."""
        labs = self._settings / "config_dir" / "labconfig"
        labs.mkdir(parents=True)
        (labs / "page_config.json").write_text(json.dumps({"disabledExtensions": {NEWS: True}}), "utf-8")
        env = {name: value for name, value in os.environ.items() if not name.startswith("JUPYTER")}
        env.pop("PYTHONWARNINGS", None)  # Jupyter has some of its own
        own = ("CONFIG_DIR", "DATA_DIR", "RUNTIME_DIR")
        env |= {f"JUPYTER_{name}": str(self._settings / name.lower()) for name in own}
        env |= {f"JUPYTERLAB_{name}": str(self._settings / name.lower()) for name in ("SETTINGS_DIR", "WORKSPACES_DIR")}
        return env | {"IPYTHONDIR": str(self._settings / "ipython")}

    def _address(self, process: subprocess.Popen[bytes]) -> str:
        """Waits until the server has written down where it is, which it does when it listens."""
        runtime = self._settings / "runtime_dir"
        for _ in range(int(PATIENCE * 10)):
            if (runtime / f"jpserver-{process.pid}-open.html").exists():
                told = json.loads((runtime / f"jpserver-{process.pid}.json").read_text("utf-8"))
                return f"{told['url']}lab/tree/{{}}?reset&token={told['token']}"
            try:
                process.wait(0.1)
            except subprocess.TimeoutExpired:
                continue
            break
        raise LabError(f"JupyterLab did not start\n{self.log_end()}")

    def _stop(self, process: subprocess.Popen[bytes]) -> None:
        """Asked to stop, it ends its kernels first; a kernel whose server was killed ends by itself."""
        process.terminate()
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def log_end(self) -> str:
        """The last lines of the log."""
        lines = self.log.read_text("utf-8", errors="replace").splitlines()
        return "\n".join(["The server's log ends:", *lines[-40:]])


class Lab:
    """One tab with one notebook. `page` is the tab, `notebooks` the folder in which it lives.

    Attributes:
        abroad: the addresses beyond this machine that the browser asked for; there should be none.
        complaints: the errors that scripts in the page left in the browser's console.
    """

    def __init__(self, server: Server, address: str, browser: Browser) -> None:
        self.notebooks = server.notebooks
        self.abroad: list[str] = []
        self.complaints: list[str] = []
        self._server, self._address, self._browser = server, address, browser
        self._new_tab()

    def _new_tab(self) -> None:
        self.page = self._browser.new_page(viewport={"width": 1280, "height": 900})
        self.page.set_default_timeout(PATIENCE * 1000)
        self.page.on("request", lambda request: self._note(request.url))
        self.page.on("websocket", self._note_socket)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda line: self.complaints.append(line.text) if line.type == "error" else None)

    def _note(self, url: str) -> None:
        if urlsplit(url).hostname not in (None, HERE):
            self.abroad.append(url)

    def _note_socket(self, socket: WebSocket) -> None:
        self._note(socket.url)

    @property
    def reached_for(self) -> list[str]:
        """What the browser asked for beyond this machine, and what the server or a kernel was refused and told of."""
        log = self._server.log.read_text("utf-8", errors="replace").splitlines()
        return self.abroad + [line for line in log if "OfflineError" in line]

    def log_end(self) -> str:
        """The last lines that the server wrote."""
        return self._server.log_end()

    def open(self, notebook: str) -> None:
        """Opens a notebook of the folder in a new tab with a new kernel, as it is on the disk."""
        self.page.evaluate(END_KERNELS)
        self.page.close()
        self._new_tab()
        self.page.goto(self._address.format(notebook))
        self._opened()

    def reload(self) -> None:
        """Loads the tab again; what was not saved is gone, and the kernel goes on."""
        self.page.reload()
        self._opened()

    def save(self) -> None:
        """Saves the notebook, with what its cells show."""
        self.order("docmanager:save")
        self.finished("the notebook was not saved")

    def _opened(self) -> None:
        self._wait(IS_OPEN, "the notebook did not open")
        self._wait(IS_IDLE, "the kernel did not start")

    def run_all(self) -> None:
        """Runs all cells, and waits until the last is done, or until one fails."""
        self.order("notebook:run-all-cells")
        self.finished("the cells did not come to an end")

    def run(self, key: str) -> None:
        """Runs one cell, found as by `cell`, and waits until it is done."""
        self.command_mode(key)
        self.order("notebook:run-cell")
        self.finished(f"the cell {key!r} did not come to an end")

    def restart(self) -> None:
        """Restarts the kernel as from the menu; what cells show stays."""
        self._restart("notebook:restart-kernel")

    def restart_and_run_all(self) -> None:
        """Restarts the kernel and runs all cells, as by the button in the bar."""
        self._restart("notebook:restart-run-all")

    def _restart(self, order: str) -> None:
        self.order(order)
        self.page.locator(".jp-Dialog .jp-mod-accept").click()
        self.finished("the kernel did not come back")

    def order(self, name: str, **options: Any) -> None:
        """Gives JupyterLab a command by its name, and does not wait; `finished` does."""
        self.page.evaluate(ORDER, [name, options])

    def finished(self, otherwise: str) -> None:
        """Waits until the last order is carried out, the kernel is idle and no cell is waiting."""
        self._wait(IS_DONE, otherwise)
        told = self.page.evaluate("window.carriedOut")
        if told != "done":
            raise LabError(f"{otherwise}: {told}\n{self._server.log_end()}")

    def _wait(self, condition: str, otherwise: str) -> None:
        try:
            self.page.wait_for_function(f"() => {{ {NOTEBOOK} return {condition}; }}")
        except BrowserError as error:
            complaints = "\n".join(["The browser's console:", *self.complaints])
            raise LabError(f"{otherwise}: {error}\n{complaints}\n{self._server.log_end()}") from error

    def theme(self, name: Literal["light", "dark"]) -> None:
        """Changes JupyterLab's theme, for this notebook and the next."""
        self.order("apputils:change-theme", theme=f"JupyterLab {name.title()}")
        lit = "true" if name == "light" else "false"
        shown = f"document.body.dataset.jpThemeLight === '{lit}' && {IS_OPEN}"
        self._wait(shown, f"the theme did not become {name}")

    def size(self, width: int, height: int) -> None:
        """Makes the window this large, in pixels."""
        self.page.set_viewport_size({"width": width, "height": height})

    def picture(self, path: Path) -> None:
        """Keeps what the window shows as a PNG."""
        self.page.screenshot(path=path)

    def cells(self) -> list[str]:
        """The ids of the cells, from the top."""
        return [name for name, _ in self._sources()]

    def cell(self, key: str) -> Locator:
        """The cell with this id, or else the first in whose source these words stand; ask anew where cells moved."""
        sources = self._sources()
        for number, (name, _) in enumerate(sources):
            if name == key:
                return self._nth(number)
        for number, (_, source) in enumerate(sources):
            if key in source:
                return self._nth(number)
        raise LabError(f"no cell is called {key!r} or holds these words: {sources}")

    def _sources(self) -> list[tuple[str, str]]:
        return [(name, source) for name, source in self.page.evaluate(SOURCES)]

    def _nth(self, number: int) -> Locator:
        return self.page.locator(".jp-Notebook .jp-Cell").nth(number)

    def cell_output(self, key: str) -> Locator:
        """What a cell shows below its box, found as by `cell`."""
        return self.cell(key).locator(".jp-Cell-outputArea")

    def write(self, key: str, source: str) -> None:
        """Writes something else into the box of a cell, found as by `cell`."""
        self.cell(key).locator(".cm-content").fill(source)

    def command_mode(self, key: str) -> None:
        """Chooses a cell, found as by `cell`, and leaves its box: letters are JupyterLab's shortcuts from now on."""
        self.cell(key).locator(".cm-content").click()
        self.page.keyboard.press("Escape")
        self.page.locator(".jp-Notebook.jp-mod-commandMode").wait_for()


@contextmanager
def started(folder: Path) -> Iterator[Lab]:
    """A JupyterLab on a copy of notebooks and sample transcripts in a new folder; all of it stops at the end."""
    server = Server(folder)
    expect.set_options(timeout=PATIENCE / 4 * 1000)
    nowhere = f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {HERE}"
    with server.running() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", nowhere], timeout=PATIENCE * 1000
        )
        try:
            yield Lab(server, address, browser)
        finally:
            browser.close()
