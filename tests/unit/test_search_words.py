"""Words as the index of names has them, and the parts of a page that the search tells apart."""

from __future__ import annotations

import json

import pytest

from commands.name_index import Sought, files
from commands.page_parts import marked, parts_of
from commands.search_words import abbreviations_in, folded, words_of
from commands.stop_words import stop_words

PAGE = """<html><body>
<nav class="breadcrumbs"><ol><li><a href="../index.html">Accueil</a></li>
<li><a href="index.html">Séminaires</a></li></ol></nav>
<article><section><h1>Un <em>titre</em><a class="headerlink" href="#x">#</a></h1>
<ul class="compact fact-line simple"><li><p>Séminaire</p></li><li><p>5 juin</p></li></ul>
<p class="lead">La prose.</p>
<div class="side"><details><summary>Fiche</summary><dl class="fact-sheet simple">
<dt>Lieu</dt><dd><p>Salle &amp; cour</p><dl><dd>dedans</dd></dl></dd>
</dl>
</details></div>
<section class="record-foot" id="sources"><h2>Sources</h2><p>Rapport
<span class="source-places">Retour</span></p></section>
</section></article></body></html>"""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’Œuvre à Łódź", ["l", "oeuvre", "a", "lodz"]),
        ("Đakovo, Žrtve", ["dakovo", "zrtve"]),
        ("Кишинёв, йод", ["кишинев", "иод"]),
        ("STCE n° 197; C029", ["stce", "n", "197", "c", "29"]),
        ("2011/36/UE", ["2011", "36", "ue"]),
        ("005 et 0", ["5", "et", "0"]),
        ("l’O.N.U.D.C.", ["l", "onudc"]),
        ("ȘTIINȚĂ", ["stiinta"]),
        ("人口贩运", ["人口", "口贩", "贩运"]),
        ("٢٠١٨", ["2018"]),
        ("", []),
    ],
)
def test_words_are_in_letters_that_everybody_can_type(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("CETS No. 197", {"cets"}),
        ("Secrétariat de l’O.N.U. (ÉTAT)", {"onu", "etat"}),
        ("Комитет ООН", {"оон"}),
        ("Europol, A et C029", set()),
        ("DG NEAR", {"dg", "near"}),
        ("COMBATING TRAFFICKING IN PERSONS", set()),
        ("人口贩运", set()),
    ],
)
def test_an_abbreviation_is_in_capitals_among_other_words(name: str, found: set[str]) -> None:
    assert abbreviations_in(name) == found


def test_an_accent_by_itself_is_folded_like_one_in_a_letter() -> None:
    assert folded("E\u0301") == folded("é") == "e"


def test_the_parts_of_a_page_are_told_apart() -> None:
    parts = parts_of(PAGE)

    assert parts.title == "Un titre"
    assert parts.section == "Séminaires"
    assert parts.line == ("Séminaire", "5 juin")
    assert parts.facts == "Salle & cour dedans Sources Rapport"


def test_a_page_without_parts_has_none() -> None:
    assert parts_of("<article><p>Un texte</p></article>") == ("", "", (), "", "")


def test_a_title_in_another_language_says_so() -> None:
    page = PAGE.replace("Un <em>titre</em>", '<span class="x" lang="fr">Un titre</span>')
    assert parts_of(page).language == "fr"


def test_what_pagefind_is_told_is_text() -> None:
    page = PAGE.replace("Un <em>titre</em>", "A &lt;b&gt; &quot;c&quot;")
    article = marked(page, parts_of(page))

    assert 'data-pagefind-meta="title">A &lt;b&gt; &quot;c&quot;</p>' in article
    assert 'data-pagefind-weight="3" class="lead"' in article


@pytest.mark.parametrize("language", ["fr", "en", "ro", "ru"])
def test_each_language_has_words_without_meaning(language: str) -> None:
    of = {"fr": "des", "en": "what", "ro": "pentru", "ru": "что"}[language]
    assert of in stop_words(language)


def test_a_language_without_such_words_is_searched_all_the_same() -> None:
    assert stop_words("ka") == frozenset()


def index(**names: list[tuple[str, str]]) -> dict[str, bytes]:
    pages = {page: Sought(tuple(of), (), "") for page, of in names.items()}
    return files(pages, ids={page: f"id-{page}" for page in pages}, languages=["fr", "en"])


def test_the_index_of_names_is_cut_into_files_that_do_not_grow_with_it() -> None:
    letters = [a + b for a in "abcdefghijklmnopqrstuvwxyz" for b in "abcdefghijklmnopqrstuvwxyz"]
    few, many = (
        index(**{word: [("fr", f"mot{word} autre{word}")] for word in letters[:number]})
        for number in (20, 676)
    )
    known = json.loads(many["index.json"])

    assert len([name for name in few if name[0].isdigit()]) == 1
    assert len(known["first"]) > 1
    assert known["first"] == sorted(known["first"])
    for name, content in many.items():
        if name[0].isdigit():
            assert len(content) < 40_000


def test_a_word_leads_to_the_names_that_have_it() -> None:
    made = index(
        a=[("fr", "la traite"), ("en", "the trafficking")], b=[("fr", "la traite des mines")]
    )
    shard = json.loads(made["0.json"])
    weight, *postings = shard["words"]["traite"]

    assert [shard["pages"][place] for place in postings[::4]] == ["id-a", "id-b"]
    assert postings[3] == weight, "the whole name is this word"
    assert postings[7] > weight, "this one has another"
    assert {"la", "the"}.isdisjoint(shard["words"])
    assert made["words.txt"].decode().splitlines() == ["mines", "trafficking", "traite"]


def test_the_words_without_meaning_of_each_language_are_told_apart() -> None:
    known = json.loads(index(a=[("fr", "un mot")])["index.json"])
    [english] = known["foreign"]

    assert "the" in english
    assert "des" in known["stop"]
    assert {*known["stop"]}.isdisjoint(english)


def test_a_name_of_such_words_alone_keeps_them() -> None:
    shard = json.loads(index(a=[("en", "IT")])["0.json"])
    assert "it" in shard["words"]


def test_other_scripts_are_read_in_latin_letters() -> None:
    known = json.loads(index(a=[("ru", "Страда")])["index.json"])
    assert "".join(known["latin"][letter] for letter in "страда") == "strada"
