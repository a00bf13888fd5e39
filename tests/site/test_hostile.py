"""Hostile and broken translations: none reaches a page, each is named, the rest is built."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from support import EVENT, copy_example, publish, warnings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

HEADER = """msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"""

IN_THE_PARSER = 'extensions.append("myst_gettext")\nsource_suffix = {".md": "markdown"}\n'

# Each translates a message of its own; MARK stands in what no reader is to see
MESSAGES = {
    "Phrase {}.": [
        "<script>MARK</script>",
        "<SCRIPT SRC=//evil.example/MARK></SCRIPT>",
        "<b onmouseover=MARK()>x</b>",
        '<img src=x onerror="MARK()">',
        "<iframe src=MARK></iframe>",
        "<style>MARK</style>",
        "<!-- MARK -->",
        "<?php MARK ?>",
        "<![CDATA[MARK]]>",
        "<svg/onload=MARK()>",
        "\\<script>MARK",
        "[MARK](javascript:alert)",
        "[MARK](JaVaScRiPt:alert)",
        "[MARK](&#106;avascript:alert)",
        "<javascript:MARK>",
        "[MARK](data:text/html,x)",
        "![MARK](data:image/svg+xml,x)",
        "[MARK](vbscript:x)",
        "[MARK](file:///etc/passwd)",
        "[MARK](https://evil.example/)",
        "<https://evil.example/MARK>",
        "https://evil.example/MARK",
        "[MARK](../../conf.py)",
        "![MARK](/etc/passwd)",
        "![x](https://evil.example/MARK.png)",
        "```{include} /etc/passwd\nMARK\n```",
        "```{include} conf.py\n:literal:\n:MARK:\n```",
        "```{raw} html\n<script>MARK</script>\n```",
        "```{raw} latex\n\\input{MARK}\n```",
        ":::{raw} html\nMARK\n:::",
        "```{literalinclude} MARK\n```",
        "```{eval-rst}\n.. raw:: html\n\n   MARK\n```",
        "{include} MARK",
        ".. include:: MARK",
        "{download}`MARK <../../../etc/passwd>`",
        "{raw}`MARK`",
        "{doc}`MARK <index>`",
        "{event}`MARK <2018-06-05-chisinau>`",
        "{math}`MARK`",
        "{{ MARK }}",
        "**MARK",
        "*MARK",
        "`MARK",
        "[MARK](index.md",
        "[MARK",
        "{org}`MARK",
        "# MARK",
        "1. MARK",
        "5. MARK",
        "- MARK",
        "> MARK",
        "    MARK\n    x",
        "MARK\n\nMARK",
        "MARK\n====",
        "| MARK |\n|---|\n| x |",
        "(MARK)=\nx",
        "% MARK",
        "---\nMARK: x\n---",
        "MARK [x][y]\n\n[y]: https://evil.example/",
        "[MARK][y]",
        "MARK[^1]",
        "MARK\n\n[^1]: MARK",
        "[MARK]{#x}",
        '[MARK]{onclick="x()"}',
        '[MARK]{style="position:fixed"}',
        "{.x}\nMARK",
        "MARK" * 2000,
        "MARK\u202egnp.exe",
        "MARK\u2066x\u2069",
        "MA\u200bRK MARK",
        "MARK\x07",
        "MARK\x1b]0;x",
        "MARK\u2028x",
        "MARK\ue000",
        " MARK",
        "MARK%s",
    ],
    "Note {}.[^1]": ["MARK"],
    "Sur {} l’{{org}}`unodc`.": [
        "MARK",
        "MARK {org}`iom`",
        "{org}`MARK`",
        "{org}`MARK <unodc>` {org}`unodc`",
        "{org} `MARK <unodc>`",
    ],
    "Voir {} [ici](../index.md).": ["MARK", "[MARK](../conf.py)", "[MARK](../index.md"],
    "L’année {} : 2018.": ["MARK 2019."],
    "Valeur {} %s.": ["MARK %d."],
}
TRANSLATIONS = [
    (message.format(f"n°{chr(97 + number // 26)}{chr(97 + number % 26)}"), text)
    for message, texts in MESSAGES.items()
    for number, text in enumerate(texts)
]
FRENCH = [re.split(r"[\[{%]", message)[0].rstrip() for message, _text in TRANSLATIONS]

# Catalogues that are broken themselves; the good entry in each is kept where any can be
GOOD = b'\nmsgid "Un s\xc3\xa9minaire"\nmsgstr "Bun"\n\n'
CATALOGUES = [
    (HEADER.encode() + GOOD + b'msgid "Texte."\nmsgstr "MARK "MARK"\n', 10, True),
    (HEADER.encode() + GOOD + b'msgid "Texte."\nmsgstr "MARK\n', 10, True),
    (HEADER.encode() + GOOD + b'msgid "Texte."\nmsgstr MARK\n', 10, True),
    (HEADER.encode() + GOOD + b'msgid "Texte."\nmsgid "MARK"\nmsgstr "MARK"\n', 10, True),
    (HEADER.encode() + GOOD + b'msgid "Texte."\nmsgstr "MARK \xcd\xe5\xf2"\n', 9, True),
    (HEADER.encode() + GOOD + b'msgid "Texte."\nmsgstr "MARK \x00"\n', 9, True),
    (HEADER.encode() + GOOD + b'<<<<<<< MARK\nmsgid "Texte."\nmsgstr "MARK"\n', 9, True),
    (
        HEADER.encode() + GOOD + b'msgid "Texte."\nmsgid_plural "x"\nmsgstr[0] "MARK"\n',
        9,
        True,
    ),
    (HEADER.replace("UTF-8", "UTF-7").encode() + GOOD, 4, True),
    (HEADER.replace("UTF-8", "nonsense").encode() + GOOD, 4, True),
    (
        HEADER.encode() + b'"Plural-Forms: nplurals=MARK; plural=__import__(MARK)\\n"\n' + GOOD,
        None,
        True,
    ),
    (GOOD, 1, True),
    ((HEADER + 'msgid "Texte."\nmsgstr "MARK"\n').encode("utf-16"), 1, False),
    (b"", 1, False),
    (b"MARK", 1, False),
    (b"\x7fELF\x00MARK", 1, False),
]


def catalogue() -> str:
    """Return a catalogue of TRANSLATIONS, with a good one at its end."""
    escapes = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n"})
    entries = [*TRANSLATIONS, ("Un séminaire", "Un seminar"), ("Dernière phrase.", "Ultima.")]
    return HEADER + "".join(
        f'\nmsgid "{message}"\nmsgstr "{text.translate(escapes)}"\n' for message, text in entries
    )


def page() -> str:
    body = "\n\n".join(message for message, _text in TRANSLATIONS)
    return EVENT.replace(
        "Un texte sur l’{org}`unodc`.", f"{body}\n\nDernière phrase.\n\n[^1]: Fin."
    )


def shown(app: SphinxTestApp) -> str:
    """Return everything that a build made for readers."""
    return "\n".join(
        path.read_text("utf-8")
        for path in sorted(app.outdir.rglob("*"))
        if path.suffix in {".html", ".txt", ".tex", ".xml", ".json", ".js", ".inv", ".svg"}
        and path.suffix != ".inv"
        and "_static" not in path.parts
    )


def named(app: SphinxTestApp) -> dict[str, set[int]]:
    """Return the lines that a build named in each catalogue."""
    found: dict[str, set[int]] = {}
    pattern = r"^locales/ru/LC_MESSAGES/(\S+)\.po:(\d+): .+ \[\w+\]$"
    for name, line in re.findall(pattern, app.status.getvalue(), re.MULTILINE):
        found.setdefault(name, set()).add(int(line))
    return found


@pytest.fixture
def locale(tmp_path: Path) -> Path:
    folder = tmp_path / "source" / "locales" / "ru" / "LC_MESSAGES"
    (folder / "events").mkdir(parents=True)
    return folder


@pytest.mark.parametrize("builder", ["html", "latex", "text"])
@pytest.mark.parametrize("conf", ["", IN_THE_PARSER])
def test_no_hostile_translation_reaches_a_reader(
    build: Callable[..., SphinxTestApp], locale: Path, builder: str, conf: str
) -> None:
    text = catalogue()
    (locale / "events" / "2018-06-05-chisinau.po").write_text(text, "utf-8")

    app = build(
        {"events/2018-06-05-chisinau.md": page()},
        builder=builder,
        conf=f'language = "ru"\n{conf}',
    )

    lines = {n for n, line in enumerate(text.split("\n"), 1) if line.startswith("msgid")}
    _header, first, *others = sorted(lines)
    assert len(TRANSLATIONS) >= 60
    assert named(app) == {"events/2018-06-05-chisinau": {first, *others[:-2]}}
    assert warnings(app) == []
    output = shown(app)
    assert "MARK" not in output
    assert "evil.example" not in output
    assert "Un seminar" in output
    assert "Ultima." in output
    for message in FRENCH:
        assert message.replace(" :", "") in re.sub(r"[\xa0\u202f~]", " ", output).replace(" :", "")


@pytest.mark.parametrize(("content", "line", "is_kept"), CATALOGUES)
def test_of_a_broken_catalogue_the_rest_is_shown(
    build: Callable[..., SphinxTestApp], locale: Path, content: bytes, line: int, is_kept: bool
) -> None:
    (locale / "events" / "2018-06-05-chisinau.po").write_bytes(content)
    (locale / "index.po").write_text(HEADER + '\nmsgid "Archives"\nmsgstr "Arhiva"\n', "utf-8")

    app = build(
        {"events/2018-06-05-chisinau.md": EVENT.replace("Un texte", "Texte.\n\nUn texte")},
        builder="text",
        conf='language = "ru"\n',
    )

    name = "events/2018-06-05-chisinau"
    assert named(app) == ({name: {line}} if line else {})
    assert warnings(app) == []
    output = shown(app)
    assert "MARK" not in output
    assert "Arhiva" in output
    assert ("Bun" in output) == is_kept
    assert "Texte." in output


def test_what_was_found_is_said_by_each_build(
    build: Callable[..., SphinxTestApp], locale: Path
) -> None:
    text = HEADER + '\nmsgid "Archives"\nmsgstr "<b>"\n'
    (locale / "index.po").write_text(text, "utf-8")

    conf = f'language = "ru"\n{IN_THE_PARSER}'

    for _build in range(2):
        app = build(builder="text", conf=conf)
        assert named(app) == {"index": {6}}

    (locale / "index.po").write_text(text.replace("<b>", "Arhiva"), "utf-8")
    app = build(builder="text", conf=conf)
    assert named(app) == {}
    assert "Arhiva" in shown(app)


def test_words_of_the_interface_put_nothing_in_a_page(
    build: Callable[..., SphinxTestApp], locale: Path
) -> None:
    words = ("Toggle table of contents sidebar", '\\" onclick=\\"MARK()'), ("Home", "<b>MARK</b>")
    (locale / "_interface.po").write_text(
        HEADER + "".join(f'\nmsgid "{word}"\nmsgstr "{text}"\n' for word, text in words), "utf-8"
    )

    app = build(conf='language = "ru"\n')

    assert not list(locale.glob("*.mo"))
    assert named(app) == {"_interface": {6, 9}}
    assert "MARK" not in shown(app)


def test_check_po_and_a_build_name_the_same_and_the_build_succeeds(tmp_path: Path) -> None:
    project = copy_example(tmp_path / "archive")
    name = "locales/ru/LC_MESSAGES/about.po"
    lines = (project / name).read_text("utf-8").split("\n")
    number = next(n for n, line in enumerate(lines) if line.startswith("msgstr") and n > 10)
    lines[number] = 'msgstr "<script>MARK</script>"'
    (project / name).write_text("\n".join(lines), "utf-8")

    checked = publish(project, "check-po")
    built = publish(project, "text", "ru")

    assert checked.returncode == 1
    said = [line for line in checked.stdout.splitlines() if line.startswith(f"{name}:{number}: ")]
    assert said
    assert publish(project, "check-po", "ro").returncode == 0
    assert built.returncode == 0, built.stdout + built.stderr
    assert [f"[ru] {line}" for line in said] == [
        line for line in built.stdout.splitlines() if name in line
    ]
    assert "MARK" not in (project / "_build" / "text" / "ru" / "about.txt").read_text("utf-8")
