"""A mistake in conf.py ends every command with one line: file, line, setting, what is allowed."""

from __future__ import annotations

import inspect
import os
import re
import runpy
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from myst_parser.config.main import check_extensions

from commands import project
from commands.__main__ import main
from records import settings as syntax
from seminars.config import check_settings
from support import PAGES, publish, settings_of_example, small_project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

CONF = settings_of_example()


def line(text: str) -> int:
    """Return the line of conf.py that begins with *text*."""
    return next(at for at, one in enumerate(CONF.splitlines(), 1) if one.startswith(text))


AUTHOR = line("author")
VERSION = line("version")
PROJECT = line("project")
LANGUAGE = line("language")
EXTENSIONS = line("extensions")
THEME = line("html_theme")
ADDITIONAL = line("html_additional_pages")
SYNTAX = line("myst_enable_extensions")
LOCALE_DIRS = line("locale_dirs")
REPOSITORY = line("seminars_repository")
SITE = line("seminars_site_url")
LANGUAGES = line("seminars_languages")
LISTED = line("seminars_listed_from")
NO_CODE = "is no language: a code as in fr, en or sr is allowed"
NO_LOCALE = "is no locale of CLDR: one as in fr_FR is allowed"
NO_FOLDER = (
    "is no address of a folder on the web: one as in https://www.example.org/archive/ is allowed"
)
NO_SHARE = "is no share: 0 to 100, or None, is allowed"
ALL_LANGUAGES = CONF[CONF.index("seminars_languages = ") :].partition("}\n")[0] + "}\n"
KNOWN = "fr, en, ro, ru"
ALL_SHARES = CONF[CONF.index("seminars_listed_from = ") :].partition("}\n")[0] + "}\n"

NO_SYNTAX = f"is no extension of Markdown; there are {', '.join(sorted(syntax.SYNTAX))}"
NAME = CONF.splitlines()[PROJECT - 1]

# what stands in conf.py, what somebody writes instead, and all lines that every command then says
MISTAKES: list[tuple[str, str, list[tuple[int, str]]]] = [
    # what is no Python, or fails
    (
        'version = "1"',
        'version = "1',
        [(VERSION, "this is no Python: unterminated string literal")],
    ),
    ('author = ""', '  author = ""', [(AUTHOR, "this is no Python: unexpected indent")]),
    (
        ALL_LANGUAGES,
        ALL_LANGUAGES.removesuffix("}\n"),
        [(LANGUAGES, "this is no Python: '{' was never closed")],
    ),
    ('author = ""', "author = écrit par", [(AUTHOR, "this is no Python: invalid syntax")]),
    (
        'author = ""',
        "author = name",
        [(AUTHOR, "this fails: NameError: name 'name' is not defined")],
    ),
    (
        'author = ""',
        "author = 1 / 0",
        [(AUTHOR, "this fails: ZeroDivisionError: division by zero")],
    ),
    (
        'author = ""',
        "import nothing_of_this_name",
        [(AUTHOR, "this fails: ModuleNotFoundError: No module named 'nothing_of_this_name'")],
    ),
    (
        'author = ""',
        'author = open("no.txt").read()',
        [(AUTHOR, "this fails: FileNotFoundError: [Errno 2] No such file or directory: 'no.txt'")],
    ),
    ('author = ""', "sys.exit()", [(AUTHOR, "this ends the program: take it out")]),
    (
        'author = ""',
        "def f():\n    f()\nf()",
        [(AUTHOR + 1, "this fails: RecursionError: maximum recursion depth exceeded")],
    ),
    # what is missing or of another type
    ("project = ", "projet = ", [(0, "project: this setting is missing: a text")]),
    (
        "seminars_languages = ",
        "languages = ",
        [
            (
                0,
                (
                    "seminars_languages: this setting is missing: languages and locales, "
                    'as in {"fr": "fr_FR"}'
                ),
            )
        ],
    ),
    ('language = "fr"\n', "", [(0, 'language: this setting is missing: a text, as in "fr"')]),
    (NAME, "project = None", [(PROJECT, "project: `None` is not allowed here: a text is")]),
    (NAME, 'project = " "', [(PROJECT, "project: the name of the archive is one line of text")]),
    (
        'language = "fr"',
        "language = 1",
        [(LANGUAGE, 'language: `1` is not allowed here: a text, as in "fr" is')],
    ),
    (
        "extensions = [",
        'extensions = "myst_parser"\nothers = [',
        [(EXTENSIONS, "extensions: `'myst_parser'` is not allowed here: a list of texts is")],
    ),
    (
        '"seminars"]',
        '"seminars", 3]',
        [(EXTENSIONS, "extensions: `3` is not allowed here: a list of texts is")],
    ),
    (
        '"seminars"]',
        '"seminar"]',
        [(EXTENSIONS, "extensions: there is no extension `seminar`: take it out, or install it")],
    ),
    (
        '"myst_parser", ',
        '"myst.parser", ',
        [
            (
                EXTENSIONS,
                "extensions: there is no extension `myst.parser`: take it out, or install it",
            )
        ],
    ),
    (
        'html_theme = "furo"',
        'html_theme = ["furo"]',
        [(THEME, 'html_theme: a list is not allowed here: a text, as in "furo" is')],
    ),
    (
        "myst_enable_extensions = [",
        'myst_enable_extensions = "dollarmath"\nothers = [',
        [
            (
                SYNTAX,
                ("myst_enable_extensions: `'dollarmath'` is not allowed here: a list of texts is"),
            )
        ],
    ),
    (
        'locale_dirs = ["locales"]',
        "locale_dirs = []",
        [(LOCALE_DIRS, 'locale_dirs: set it to ["locales"], where the catalogues are')],
    ),
    (
        'locale_dirs = ["locales"]',
        'locale_dirs = ["locales", "more"]',
        [(LOCALE_DIRS, 'locale_dirs: set it to ["locales"], where the catalogues are')],
    ),
    (
        'locale_dirs = ["locales"]',
        'locale_dirs = "locales"',
        [(LOCALE_DIRS, "locale_dirs: `'locales'` is not allowed here: [\"locales\"] is")],
    ),
    (
        'html_theme = "furo"',
        'html_theme = "furoo"',
        [(THEME, "html_theme: there is no theme `furoo`: take it out, or install it")],
    ),
    (
        'version = "1"',
        "version = 1",
        [(VERSION, "version: `1` is not allowed here: a text is")],
    ),
    (
        'html_static_path = ["_static"]',
        'html_static_path = "_static"',
        [
            (
                line("html_static_path"),
                "html_static_path: `'_static'` is not allowed here: a list is",
            )
        ],
    ),
    (
        'copyright = "%Y"',
        "copyright = 2026",
        [(line("copyright"), "copyright: `2026` is not allowed here: a text is")],
    ),
    (
        "nitpicky = True",
        'nitpicky = "oui"',
        [(line("nitpicky"), "nitpicky: `'oui'` is not allowed here: True or False is")],
    ),
    (
        "nitpicky = True",
        "html_favicon = 5\nhtml_logo = []",
        [
            (line("nitpicky"), "html_favicon: `5` is not allowed here: a text, or None, is"),
            (line("nitpicky") + 1, "html_logo: a list is not allowed here: a text, or None, is"),
        ],
    ),
    (
        "nitpicky = True",
        'seminars_raw_html = "oui"',
        [(line("nitpicky"), "seminars_raw_html: `'oui'` is not allowed here: True or False is")],
    ),
    (
        "nitpicky = True",
        'suppress_warnings = "myst"',
        [(line("nitpicky"), "suppress_warnings: `'myst'` is not allowed here: a list is")],
    ),
    (
        "html_additional_pages = {",
        "html_additional_pages = []\nothers = {",
        [(ADDITIONAL, "html_additional_pages: a list is not allowed here: a dictionary is")],
    ),
    (
        '"attrs_block", ',
        '"attrs_blok", [], ',
        [
            (
                SYNTAX,
                "myst_enable_extensions: `'attrs_blok'` is no extension of Markdown; "
                "did you mean `attrs_block`?",
            ),
            (
                SYNTAX,
                f"myst_enable_extensions: a list {NO_SYNTAX}",
            ),
        ],
    ),
    # the languages
    (
        ALL_LANGUAGES,
        "seminars_languages = {}\n",
        [(LANGUAGES, "seminars_languages: is empty: name at least the source language")],
    ),
    (
        ALL_LANGUAGES,
        'seminars_languages = ["fr", "en"]\n',
        [
            (
                LANGUAGES,
                (
                    "seminars_languages: a list is not allowed here: languages and "
                    'locales, as in {"fr": "fr_FR"} is'
                ),
            )
        ],
    ),
    (
        '"fr": "fr_FR"',
        '"fr": "fr_XX"',
        [(LANGUAGES + 1, f"seminars_languages.fr: `'fr_XX'` {NO_LOCALE}")],
    ),
    (
        '"fr": "fr_FR"',
        '"fr": "français"',
        [(LANGUAGES + 1, f"seminars_languages.fr: `'français'` {NO_LOCALE}")],
    ),
    ('"fr": "fr_FR"', '"fr": ""', [(LANGUAGES + 1, f"seminars_languages.fr: `''` {NO_LOCALE}")]),
    (
        '"fr": "fr_FR"',
        '"fr": None',
        [(LANGUAGES + 1, f"seminars_languages.fr: `None` {NO_LOCALE}")],
    ),
    (
        '"ru": "ru_RU",',
        '"ru": "ru_RU",\n    "xx": "fr_FR",',
        [(LANGUAGES + 5, f"seminars_languages.xx: `'xx'` {NO_CODE}")],
    ),
    (
        '"ru": "ru_RU",',
        '"ru": "ru_RU",\n    "../x": "fr_FR",',
        [(LANGUAGES + 5, f"seminars_languages.../x: `'../x'` {NO_CODE}")],
    ),
    (
        '"ru": "ru_RU",',
        '"ru": "ru_RU",\n    7: "fr_FR",',
        [(LANGUAGES + 5, f"seminars_languages.7: `7` {NO_CODE}")],
    ),
    (
        '    "ru": "ru_RU",\n',
        '    "ru": "ru_RU",\n    "zh_CN": "zh_CN",\n    "zh-cn": "zh_CN",\n',
        [
            (
                LANGUAGES + 6,
                "seminars_languages.zh-cn: this is the same language as `zh_CN`, zh-CN: "
                "keep one of them",
            )
        ],
    ),
    (
        '"ru": "ru_RU",',
        '"ru": "ru_RU",\n    "ro": "ro_MD",',
        [(LANGUAGES + 5, "seminars_languages.ro: this entry stands twice: keep one of them")],
    ),
    (
        'language = "fr"',
        'language = "de"',
        [(LANGUAGE, f"language: `de` is not in seminars_languages: {KNOWN}")],
    ),
    (
        'language = "fr"',
        'language = "en"',
        [(LANGUAGES, "seminars_languages: `en`, in which pages are written, has to stand first")],
    ),
    # their publication, and what is linked to
    (
        ALL_SHARES,
        "seminars_listed_from = [100]\n",
        [
            (
                LISTED,
                (
                    "seminars_listed_from: a list is not allowed here: languages and "
                    'shares, as in {"en": 100} is'
                ),
            )
        ],
    ),
    (
        '"en": 100',
        '"de": 100',
        [(LISTED + 1, "seminars_listed_from.de: `'de'` is no language of translation")],
    ),
    (
        '"en": 100',
        '"fr": 100',
        [(LISTED + 1, "seminars_listed_from.fr: `'fr'` is no language of translation")],
    ),
    ('"en": 100', '"en": 101', [(LISTED + 1, f"seminars_listed_from.en: `101` {NO_SHARE}")]),
    ('"en": 100', '"en": "100"', [(LISTED + 1, f"seminars_listed_from.en: `'100'` {NO_SHARE}")]),
    ('"en": 100', '"en": True', [(LISTED + 1, f"seminars_listed_from.en: `True` {NO_SHARE}")]),
    (
        '"en": 100',
        '"en": float("nan")',
        [(LISTED + 1, f"seminars_listed_from.en: `nan` {NO_SHARE}")],
    ),
    (
        'seminars_repository = ""',
        "seminars_repository = 5",
        [(REPOSITORY, 'seminars_repository: `5` is not allowed here: an address, or "" is')],
    ),
    (
        'seminars_repository = ""',
        'seminars_repository = "javascript:x"',
        [
            (
                REPOSITORY,
                (
                    "seminars_repository: `'javascript:x'` is no web address: it begins "
                    "with https:// or http://"
                ),
            )
        ],
    ),
    (
        'seminars_site_url = ""',
        "seminars_site_url = None",
        [(SITE, 'seminars_site_url: `None` is not allowed here: an address, or "" is')],
    ),
    *(
        (
            'seminars_site_url = ""',
            f"{name} = {address!r}",
            [(SITE, f"{name}: `{address!r}` {NO_FOLDER}")],
        )
        for name in ("seminars_site_url", "html_baseurl")
        for address in ("example.org", "/archive/", "https://a.org/?a", "https://a.org/#a")
    ),
    (
        'seminars_site_url = ""',
        'seminars_site_url = "https://a.org/b"; html_baseurl = "https://a.org/b/fr/"',
        [
            (
                SITE,
                (
                    "html_baseurl: this is another address than seminars_site_url: take it out, "
                    "for it says the same"
                ),
            )
        ],
    ),
    (
        'seminars_repository = ""',
        'seminars_catalogues = 5\nseminars_preview = "x"',
        [
            (REPOSITORY, "seminars_catalogues: `5` is not allowed here: a text is"),
            (LANGUAGE, "seminars_preview: `'x'` is not allowed here: True or False is"),
        ],
    ),
]


@pytest.fixture
def conf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The conf.py of a project that has nothing else."""
    monkeypatch.setattr(project, "ROOT", tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    project.settings.cache_clear()
    yield tmp_path / "conf.py"
    project.settings.cache_clear()


@pytest.mark.parametrize(("right", "wrong", "lines"), MISTAKES)
def test_a_mistake_is_a_line(
    conf: Path,
    capfd: pytest.CaptureFixture[str],
    right: str,
    wrong: str,
    lines: list[tuple[int, str]],
) -> None:
    assert right in CONF
    conf.write_text(CONF.replace(right, wrong, 1), encoding="utf-8")

    status = main(["languages"])

    said = capfd.readouterr()
    places = [f"conf.py:{at}: {text}" if at else f"conf.py: {text}" for at, text in lines]
    assert (status, said.out, said.err.splitlines()) == (1, "", places)


@pytest.mark.parametrize(
    "command",
    ["html", "livehtml", "latexpdf", "check-po", "update-po", "termbase", "languages", "epub"],
)
def test_every_command_ends_with_it(
    conf: Path, capfd: pytest.CaptureFixture[str], command: str
) -> None:
    conf.write_text(CONF.replace('"fr_FR"', '"fr_XX"'), encoding="utf-8")

    assert main([command]) == 1
    assert (
        capfd.readouterr().err
        == f"conf.py:{LANGUAGES + 1}: seminars_languages.fr: `'fr_XX'` {NO_LOCALE}\n"
    )


def test_all_mistakes_come_at_once(conf: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = CONF.replace('"en": 100', '"en": 101').replace('"ro_RO"', '"xx"')
    conf.write_text(text.replace('language = "fr"', "language = 1"), encoding="utf-8")

    assert main(["languages"]) == 1
    assert capfd.readouterr().err.splitlines() == [
        f"conf.py:{LANGUAGES + 3}: seminars_languages.ro: `'xx'` {NO_LOCALE}",
        f"conf.py:{LISTED + 1}: seminars_listed_from.en: `101` {NO_SHARE}",
        f'conf.py:{line("language")}: language: `1` is not allowed here: a text, as in "fr" is',
    ]


@pytest.mark.parametrize(
    ("right", "other"),
    [
        ('"ru": "ru_RU",', '"ru": "ru_RU",\n    "is": "is_IS",'),
        ('"ru": "ru_RU",', '"ru": "ru_RU",\n    "zh_CN": "zh_Hans_CN",'),
        ('"ru": "ru_RU",', '"ru": "ru_RU",\n    "sr@latin": "sr_Latn_RS",'),
        ('"en": 100', '"en": None'),
        ('"en": 100', '"en": 66.5'),
        (ALL_SHARES, ""),
        ('seminars_repository = ""', 'seminars_repository = "https://example.org/archive"'),
        ('seminars_site_url = ""', 'seminars_site_url = "https://example.org"'),
        ('seminars_site_url = ""', 'html_baseurl = "http://localhost:8000/archive/"'),
        (
            'seminars_site_url = ""',
            'html_baseurl = "https://a.org/b/"; seminars_site_url = "https://a.org/b"',
        ),
        ('author = ""\n', ""),
        ('locale_dirs = ["locales"]', 'locale_dirs = ("locales",)'),
    ],
)
def test_what_is_right_is_silent(
    conf: Path, capfd: pytest.CaptureFixture[str], right: str, other: str
) -> None:
    assert right in CONF
    conf.write_text(CONF.replace(right, other, 1), encoding="utf-8")

    assert main(["languages"]) == 0
    assert capfd.readouterr().err == ""


def test_a_conf_that_is_not_there_is_named(conf: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["html"]) == 1
    conf.mkdir()
    project.settings.cache_clear()
    assert main(["html"]) == 1
    assert capfd.readouterr().err.splitlines() == [
        "conf.py: cannot be read: No such file or directory",
        "conf.py: cannot be read: Is a directory",
    ]


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ('seminars_languages = {"fr": "fr_XX"}', f".fr: `'fr_XX'` {NO_LOCALE}"),
        ("seminars_languages = 5", ": `5` is not allowed here: languages and locales"),
        ("seminars_repository = []", "seminars_repository: a list is not allowed here"),
        ('seminars_listed_from = {"de": 5}', "de: `'de'` is no language of translation"),
        ("seminars_listd_from = {}", "no such setting; did you mean `seminars_listed_from`?"),
        ('locale_dirs = ["x"]', 'locale_dirs: set it to ["locales"]'),
        ('language = "de"', "language: `de` is not in seminars_languages: fr, en, ro, ru"),
    ],
)
def test_sphinx_alone_ends_with_the_line(
    build: Callable[..., SphinxTestApp], setting: str, said: str
) -> None:
    app = build(builder="dummy")
    conf = app.confdir / "conf.py"
    conf.write_text(f"{conf.read_text('utf-8')}{setting}\n", encoding="utf-8")
    app.config.locale_dirs = ["locales"]  # as before it was led to the checked copy
    name = setting.partition(" ")[0]
    if name in app.config:
        setattr(app.config, name, runpy.run_path(str(conf))[name])

    with pytest.raises(SystemExit, match=r"\Aconf\.py:\d+: ") as caught:
        check_settings(app, app.config)

    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_sphinx_alone_shows_no_traceback(tmp_path: Path) -> None:
    copy = small_project(tmp_path / "archive", PAGES)
    conf = copy / "conf.py"
    conf.write_text(CONF.replace('"en": 100', '"en": 101'), encoding="utf-8")

    result = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-b", "html", ".", "_build/alone"],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": str(copy / "_ext")},
        capture_output=True,
        text=True,
        check=False,
    )

    said = f"conf.py:{LISTED + 1}: seminars_listed_from.en: `101` {NO_SHARE}\n"
    assert (result.returncode, result.stdout, result.stderr) == (1, "", said)


def test_what_only_sphinx_knows_is_said_once_for_all_languages(tmp_path: Path) -> None:
    copy = small_project(tmp_path / "archive", PAGES)
    conf = copy / "conf.py"
    conf.write_text(CONF.replace("seminars_repository", "seminars_repositry"), encoding="utf-8")

    result = publish(copy, "html")

    assert result.returncode == 1
    text = "seminars_repositry: there is no such setting; did you mean `seminars_repository`?"
    said = [one for one in result.stdout.splitlines() if "conf.py" in one]
    assert [one.partition("] ")[2] for one in said] == [f"conf.py:{REPOSITORY}: {text}"]
    assert "Traceback" not in result.stdout + result.stderr


def test_the_extensions_of_markdown_are_those_of_myst() -> None:
    code = inspect.getsource(check_extensions)

    assert set(re.findall(r'^ *"(\w+)",$', code, re.MULTILINE)) == syntax.SYNTAX
