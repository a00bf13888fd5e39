"""A small archive in eight more languages, each one line of ``conf.py`` and a few translations."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import polib

from support import PAGES, publish, small_project, write

if TYPE_CHECKING:
    from pathlib import Path


class Begun(NamedTuple):
    """A language that has been begun: its locale, its tag, and what is translated."""

    locale: str
    tag: str
    event: str
    text: str
    organisation: str


EVENT = "events/2018-06-05-chisinau"
UNODC = "glossary/organisations/unodc"
ZAGREB = "events/2019-03-04-zagreb"
PLEIN = """---
type: seminar
start: 2019-03-04
city: Zagreb
country: HR
organisers: [unodc]
updated: 2026-01-01
sources:
  - {url: "https://example.org/", id: page, kind: report, title: Страница, lang: ru}
  - {url: "https://example.org/ar", id: ar, kind: news, title: "الصفحة", lang: ar}
---

# Le séminaire de Zagreb

Une œuvre de Łódź, un bœuf, la Straße et [ندوة]{.language-ar}, [Žrtve]{.language-sr_Latn}.
"""
SMALL = PAGES | {f"{ZAGREB}.md": PLEIN}

BEGUN = {
    "bg": Begun(
        "bg_BG",
        "bg",
        "Семинар в Кишинев",
        "Един текст за {org}`unodc` и за трафика на хора.",
        "Служба на ООН по наркотиците и престъпността",
    ),
    "uk": Begun(
        "uk_UA",
        "uk",
        "Семінар у Кишиневі",
        "Текст про {org}`unodc` і про торгівлю людьми.",
        "Управління ООН з наркотиків і злочинності",
    ),
    "pt_BR": Begun(
        "pt_BR",
        "pt-BR",
        "Um seminário",
        "Um texto sobre o {org}`unodc` e o tráfico de pessoas.",
        "Escritório das Nações Unidas sobre Drogas e Crime",
    ),
    "zh_CN": Begun(
        "zh_Hans_CN",
        "zh-CN",
        "基希讷乌研讨会",
        "打击人口贩运研讨会，2018年{org}`unodc`参加。",
        "联合国毒品和犯罪问题办公室",
    ),
    "ar": Begun(
        "ar_EG",
        "ar",
        "ندوة كيشيناو",
        "نص عن {org}`unodc` وعن الاتجار بالأشخاص.",
        "مكتب الأمم المتحدة المعني بالمخدرات والجريمة",
    ),
    "sr@latin": Begun(
        "sr_Latn_RS",
        "sr-Latn",
        "Seminar u Kišinjevu",
        "Tekst o {org}`unodc` i o žrtvama u gradu Đakovu.",
        "Kancelarija Ujedinjenih nacija za drogu i kriminal",
    ),
    "ka": Begun(
        "ka_GE",
        "ka",
        "სემინარი კიშინიოვში",
        "ტექსტი {org}`unodc` და ადამიანით ვაჭრობა.",
        "გაეროს ნარკოტიკებისა და დანაშაულის ოფისი",
    ),
    "de": Begun(
        "de_DE",
        "de",
        "Ein Seminar in Chișinău",
        "Ein Text über das {org}`unodc` und die Straße der Menschenhändler.",
        "Büro der Vereinten Nationen für Drogen- und Verbrechensbekämpfung",
    ),
}


def begin(target: Path) -> Path:
    """Make the archive in *target*, with a line for each language, and translate a little."""
    project = small_project(target, SMALL)
    conf, last = project / "conf.py", '    "ru": "ru_RU",\n'
    lines = "".join(f'    "{code}": "{begun.locale}",\n' for code, begun in BEGUN.items())
    text = conf.read_text("utf-8")
    assert text.count(last) == 1
    text = text.replace(last, last + lines)
    address = 'seminars_site_url = "https://example.org/archive/"'
    write(conf, text.replace('seminars_site_url = ""', address))
    run(project, "update-po")
    for code, begun in BEGUN.items():
        folder = project / "locales" / code / "LC_MESSAGES"
        event = {"Un séminaire": begun.event, "Un texte sur l’{org}`unodc`.": begun.text}
        office = "Office des Nations Unies contre la drogue et le crime"
        translate(folder / f"{EVENT}.po", event)
        translate(folder / f"{UNODC}.po", {office: begun.organisation})
    return project


def run(project: Path, *command: str) -> str:
    """Run a command of the Makefile, which is to succeed, and return what it says."""
    result = publish(project, *command)
    assert result.returncode == 0, f"{command}: {result.stdout}{result.stderr}"
    return result.stdout


def translate(path: Path, texts: dict[str, str]) -> None:
    """Translate messages of the catalogue *path*."""
    catalogue = polib.pofile(str(path), wrapwidth=0)
    found = {entry.msgid: entry for entry in catalogue}
    for message, text in texts.items():
        found[message].msgstr = text
    catalogue.save()
