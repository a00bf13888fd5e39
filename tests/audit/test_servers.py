"""The configurations that are shipped, in the servers that Debian has: nginx and Apache."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser.test_policy import TEMPLATES, use, watched
from host_headers import POLICY, SHIPPED, Rules
from search_page import look_for
from support import copy_example, publish, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

NGINX = """
daemon off;
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""
MODULES = ("mpm_event", "authz_core", "alias", "dir", "filter", "deflate", "headers", "mime")
APACHE = """
ServerRoot /usr/lib/apache2
PidFile {folder}/apache.pid
ErrorLog {folder}/error.log
DefaultRuntimeDir {folder}
Listen 127.0.0.1:{port}
TypesConfig /etc/mime.types
{user}
Include {folder}/site.conf
"""
LOADED = "".join(
    f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in MODULES
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive for tests, told that it is in a folder: a page not found is at any depth."""
    root = copy_example(tmp_path_factory.mktemp("served") / "example")
    address = 'seminars_site_url = "https://www.example.org/archive/"'
    settings = (root / "conf.py").read_text("utf-8")
    write(root / "conf.py", settings.replace('seminars_site_url = ""', address))
    result = publish(root, "html")
    assert result.returncode == 0, result.stdout + result.stderr
    return root / "_build" / "html"


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that other users may read, as a server runs under one of its own."""
    path = Path(tempfile.mkdtemp())
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


@contextmanager
def run(server: str, folder: Path, site: Path) -> Iterator[str]:
    """Run *server* with what is shipped for it, and give the address of *site* there."""
    shutil.copytree(site, folder / "archive")
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    shipped = (SHIPPED / f"{server}.conf").read_text("utf-8").replace("/srv/", f"{folder}/")
    is_root = os.geteuid() == 0
    if server == "nginx":
        write(folder / "site.conf", shipped.replace(" 80;", f" 127.0.0.1:{port};"))
        main = NGINX.format(folder=folder, user="user www-data;" if is_root else "")
        command = ["nginx", "-c", str(folder / "main.conf")]
    else:
        write(folder / "site.conf", shipped.replace("*:80", f"*:{port}"))
        user = "User www-data\nGroup www-data" if is_root else ""
        main = LOADED + APACHE.format(folder=folder, port=port, user=user)
        command = ["apache2", "-f", str(folder / "main.conf"), "-DFOREGROUND"]
    write(folder / "main.conf", main)
    with subprocess.Popen(command) as process:
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}/archive"
        finally:
            process.terminate()


def _wait_for(port: int) -> None:
    for _attempt in range(100):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("the server does not answer")


def headers(address: str) -> dict[str, str]:
    with urllib.request.urlopen(address) as answer:  # noqa: S310 - of this machine
        return dict(answer.headers)


@pytest.mark.parametrize("server", ["nginx", "apache"])
def test_a_server_gives_the_headers_that_hosts_give(server: str, folder: Path, site: Path) -> None:
    font = next((site / "_static").rglob("*.woff2")).relative_to(site).as_posix()
    worker = next((site / "fr").rglob("pagefind-worker.js")).relative_to(site).as_posix()
    with run(server, folder, site) as address:
        for path in ("", "fr/index.html", "ru/search.html", worker, font):
            found = headers(f"{address}/{path}")
            for name, value in Rules("netlify").headers(f"/{path}").items():
                assert found[name] == value, (path, name)
            kept = "max-age=604800" if path == font else "no-cache"
            assert found["Cache-Control"] == kept
        assert "wasm-unsafe-eval" in headers(f"{address}/ru/search.html")[POLICY]
        assert headers(f"{address}/fr/index.html")["Content-Type"] == "text/html; charset=utf-8"
        with urllib.request.urlopen(address) as answer:  # noqa: S310 - of this machine
            assert answer.url == f"{address}/"


@pytest.mark.parametrize("server", ["nginx", "apache"])
def test_a_browser_finds_nothing_refused(
    browser: Browser, server: str, folder: Path, site: Path
) -> None:
    with run(server, folder, site) as address, watched(browser) as (page, errors, asked):
        for path in TEMPLATES:
            page.goto(f"{address}/{path}", wait_until="networkidle")
            use(page)
        assert look_for(page, address, "fr", "onudc")
        assert errors == []
        assert [url for url in asked if not url.startswith(f"{address}/")] == []
