"""Terms of the glossary: where a translation names what its message names."""

from __future__ import annotations

import time

import pytest

from catalogues.po.reader import Entry
from catalogues.terms.usage import Term, Terms

NAMES: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {
    ("org", "unodc"): {
        "fr": ("Office des Nations Unies contre la drogue et le crime", "ONUDC"),
        "en": ("United Nations Office on Drugs and Crime", "UNODC"),
        "ro": ("Oficiul Națiunilor Unite pentru Droguri și Criminalitate", "UNODC"),
        "ru": ("Управление ООН по наркотикам и преступности", "УНП ООН"),
        "bg": ("Служба на ООН по наркотиците и престъпността", "СНПООН"),
    },
    ("org", "united-nations"): {
        "fr": ("Organisation des Nations Unies", "ONU"),
        "en": ("United Nations", "UN"),
        "ro": ("Organizația Națiunilor Unite", "ONU"),
        "ru": ("Организация Объединенных Наций", "ООН"),
        "bg": ("Организация на обединените нации", "ООН"),
    },
    ("org", "europol"): {
        "fr": ("Europol",),
        "en": ("Europol",),
        "ro": ("Europol",),
        "ru": ("Европол",),
        "bg": ("Европол",),
    },
    ("concept", "victims"): {
        "fr": ("Victime présumée",),
        "en": ("Presumed victim",),
        "ro": ("Victimă prezumată",),
        "ru": ("Предполагаемая жертва",),
        "bg": ("Предполагаема жертва",),
    },
    ("concept", "trafficking"): {
        "fr": ("Traite des êtres humains", "traite des personnes"),
        "en": ("Trafficking in human beings", "trafficking in persons"),
        "ro": ("Trafic de ființe umane", "trafic de persoane"),
        "ru": ("Торговля людьми",),
        "bg": ("Трафик на хора",),
    },
    ("concept", "exploitation"): {
        "fr": ("Exploitation",),
        "en": ("Exploitation",),
        "ro": ("Exploatare",),
        "ru": ("Эксплуатация",),
        "bg": ("Експлоатация",),
    },
    ("concept", "freezing"): {
        "fr": ("Gel et confiscation",),
        "en": ("Freezing and confiscation",),
        "ro": ("Indisponibilizare și confiscare",),
        "ru": ("Замораживание и конфискация",),
        "bg": ("Обезпечаване и конфискация",),
    },
}

# language, message, translation
NAMED = [
    ("ru", "L’ONUDC aide les États.", "УНП ООН помогает государствам."),
    ("ru", "L’ONUDC aide les États.", "Государствам помогает {org}`unodc`."),
    (
        "ru",
        "avec l’Office des Nations Unies contre la drogue et le crime",
        "вместе с Управлением ООН по наркотикам и преступности",
    ),
    ("ru", "Selon Europol, …", "По данным Европола, …"),
    (
        "ru",
        "la {concept}`traite des êtres humains <trafficking>`",
        "{concept}`торговли людьми <trafficking>`",
    ),
    ("ru", "les victimes présumées", "предполагаемых жертв"),
    ("ru", "« [ONUDC]{.language-fr} » en français", "«[ONUDC]{.language-fr}» по-французски"),
    ("ru", "Les Français disent « ONUDC ».", "Французы говорят «[ONUDC]{.language-fr}»."),
    (
        "ro",
        "les {concept}`victimes présumées <victims>`",
        "{concept}`victimelor prezumate <victims>`",
    ),
    ("ro", "contre la traite des personnes", "împotriva traficului de persoane"),
    ("ro", "la {concept}`confiscation <freezing>`", "{concept}`confiscarea <freezing>`"),
    ("ro", "Le siège de l’ONUDC est à Vienne.", "Sediul UNODC-ului este la Viena."),
    (
        "en",
        "{concept}`Elle <trafficking>` est un crime.",
        "{concept}`This <trafficking>` is a crime.",
    ),
    ("en", "L’exploitation d’un site web", "Running a website"),
    ("en", "https://example.org/ONUDC/page", "https://example.org/ONUDC/page"),
    ("en", "[ici](https://example.org/ONUDC)", "[here](https://example.org/ONUDC)"),
    ("en", "Les ONUDCs et les europoliens", "Whatever it is"),
    ("en", "En roumain, « [ONU]{.language-ro} »", "In Romanian, “[ONU]{.language-ro}”"),
    ("en", "UNODC’s partners", "UNODC’s partners"),
    ("bg", "les victimes présumées", "предполагаемите жертви"),
]
UNNAMED = [
    ("ru", "L’ONUDC aide les États.", "ONUDC помогает государствам.", "unodc"),
    ("ru", "L’ONUDC aide les États.", "ООН помогает государствам.", "unodc"),
    ("ru", "Selon Europol, …", "По данным Интерпола, …", "europol"),
    (
        "ru",
        "la {concept}`traite des êtres humains <trafficking>`",
        "{concept}`контрабанда людей <trafficking>`",
        "trafficking",
    ),
    ("ru", "les victimes présumées", "пострадавших", "victims"),
    (
        "ro",
        "les {concept}`victimes présumées <victims>`",
        "{concept}`victimelor <victims>`",
        "victims",
    ),
    ("ro", "contre la traite des personnes", "împotriva contrabandei", "trafficking"),
    ("ro", "L’ONU et l’ONUDC", "ONU și partenerii săi", "unodc"),
    (
        "en",
        "avec l’Office des Nations Unies contre la drogue et le crime",
        "with the United Nations",
        "unodc",
    ),
    ("en", "la {concept}`confiscation <freezing>`", "{concept}`seizure <freezing>`", "freezing"),
    ("bg", "les victimes présumées", "пострадалите", "victims"),
]


def terms(language: str, *pairs: tuple[str, str]) -> Terms:
    """Return the terms for *language*, where "confiscation" is referred to elsewhere too."""
    known = (
        Term(role, name, names["fr"], names[language], in_prose=role == "org")
        for (role, name), names in NAMES.items()
    )
    translation = {"ro": "confiscare", "en": "confiscation", "ru": "конфискация"}.get(language, "x")
    also = ("Une {concept}`confiscation <freezing>`", f"{{concept}}`{translation} <freezing>`")
    return Terms(known, [entry(*pair) for pair in (*pairs, also)], source="fr", target=language)


def entry(message: str, translation: str) -> Entry:
    return Entry(1, message, translation)


@pytest.mark.parametrize(("language", "message", "translation"), NAMED)
def test_a_term_is_known_in_each_of_its_forms(
    language: str, message: str, translation: str
) -> None:
    pair = message, translation

    assert list(terms(language, pair).faults(entry(*pair))) == []


@pytest.mark.parametrize(("language", "message", "translation", "name"), UNNAMED)
def test_another_word_for_a_term_is_said(
    language: str, message: str, translation: str, name: str
) -> None:
    pair = message, translation
    faults = list(terms(language, pair).faults(entry(*pair)))

    assert [fault.rule for fault in faults] == ["term"]
    assert f"({name})" in faults[0].wrong
    role = next(role for role, own in NAMES if own == name)
    assert NAMES[role, name][language][0] in faults[0].mend


def test_a_form_that_another_message_uses_is_known_and_ones_own_is_not() -> None:
    pair = (
        "la {concept}`traite des êtres humains <trafficking>`",
        "{concept}`траффикинга <trafficking>`",
    )
    other = ("Cette {concept}`traite <trafficking>`", "{concept}`траффикинг <trafficking>`")

    assert list(terms("ru", pair).faults(entry(*pair)))
    assert not list(terms("ru", pair, other).faults(entry(*pair)))


def test_a_language_that_has_no_name_for_a_term_is_not_asked_for_one() -> None:
    nameless = [Term("org", "unodc", ("ONUDC",), (), in_prose=True)]
    pair = entry("L’ONUDC", "xx")

    assert not list(Terms(nameless, [pair], source="fr", target="bg").faults(pair))


def cost_of(number: int) -> float:
    """Return what it costs to judge the same entries with so many terms, in seconds."""
    many = (
        Term(
            "org",
            f"o{n}",
            (f"Organisation numéro {n}", f"ORG{n}"),
            (f"Организация {n}",),
            in_prose=True,
        )
        for n in range(number)
    )
    pairs = [
        entry(f"La réunion {n} a porté sur le droit des victimes.", f"Встреча {n} была о правах.")
        for n in range(1_000)
    ]
    found = Terms(many, pairs, source="fr", target="ru")
    start = time.process_time()
    assert not [fault for pair in pairs for fault in found.faults(pair)]
    return time.process_time() - start


def test_an_entry_costs_as_much_however_many_terms_there_are() -> None:
    few, many = (min(cost_of(number) for _ in range(3)) for number in (100, 3_000))

    assert many < few * 6  # thirty times as much, were each compared with every term
