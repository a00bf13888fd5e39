"""Spaces that do not break, where the typography of a language wants them.

What every language has comes from CLDR: between a day and its month, and where its numbers have
such spaces themselves. The rest is of the style guides that are named here, and of the EU's
Interinstitutional Style Guide, which has one for each of its languages.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from babel import Locale, UnknownLocaleError

from cldr.language_tags import primary, tag

_NO_BREAK = "\N{NO-BREAK SPACE}"
_NARROW = "\N{NARROW NO-BREAK SPACE}"


class _Style(NamedTuple):
    """Words that do not leave what follows, or what stands before them.

    *numbered* stand before a figure or a point in brackets, *titles* before a name, *short* before
    any word; *units* stand behind a figure.
    """

    numbered: str = ""
    titles: str = ""
    short: str = ""
    units: str = ""
    has_dashes: bool = False  # which do not begin a line


_STYLES = {
    # Lexique des règles typographiques en usage à l'Imprimerie nationale, « Abréviations »
    "fr": _Style(
        "n° nᵒ nos art. article articles al. alinéa alinéas § §§ p. pp. par. paragraphe "
        "paragraphes chap. chapitre annexe point points vol. t.",
        "M. MM. Mme Mmes Mlle Dr Pr Me",
    ),
    # New Hart's Rules, 2.5, 14.1.3: numbers with what they count, titles with names
    "en": _Style(
        "Art. Arts Article Articles No. Nos Nos. no. nos p. pp. para. paras paragraph paragraphs "
        "§ §§ Section Sections section sections Chapter chapter Annex Protocol vol. Vol. Point",
        "Mr Mrs Ms Dr Prof. St",
    ),
    # Mioara Avram, «Ortografie pentru toți»; Normele de tehnică legislativă, Legea 24/2000, art. 47
    "ro": _Style(
        "nr. Nr. art. Art. articolul Articolul articolele articolului alin. alineatul alineatele "
        "lit. litera literele pct. punctul punctele pag. p. secțiunea capitolul anexa § vol.",
        "dl dna d-na dr. prof. Dl Dna",
    ),
    # А. Э. Мильчин, «Справочник издателя и автора», 7.4: №, figures, words of one letter
    "ru": _Style(
        "№ №№ § §§ ст. статья статьи статье статью статей п. пп. пункт пункта пункте ч. части "
        "часть с. стр. гл. глава т. рис. табл.",
        "г-н г-жа д-р проф.",
        "а в и к о с у я",
        "г. гг. в. вв. тыс. млн млрд руб.",
        has_dashes=True,
    ),
    # ДСТУ 3582:2013; «Український правопис» (2019), § 62
    "uk": _Style(
        "№ № § §§ ст. стаття статті п. пп. пункт пункту ч. частина частини с. гл. т.",
        "п. пані пан д-р проф.",
        "а б в є ж з і й о у я",
        "р. рр. ст. тис. млн млрд грн",
        has_dashes=True,
    ),
    # Официален правописен речник на българския език (БАН)
    "bg": _Style(
        "№ § §§ чл. член ал. алинея т. точка стр. с. гл.",
        "г-н г-жа д-р проф.",
        "",
        "г. в. хил. млн. млрд. лв.",
    ),
    # Duden, «Textverarbeitung und E-Mails»; DIN 5008
    "de": _Style(
        "Art. Artikel Artikels Nr. Nrn. Abs. Absatz Satz S. § §§ Kap. Kapitel Bd. Ziff. Ziffer "
        "Buchst. Anlage Rn.",
        "Dr. Prof. Hr. Fr. St.",
        "",
        "Mio. Mrd. Tsd. Uhr",
    ),
    # Livro de estilo; Código de Redação Interinstitucional, 10
    "pt": _Style(
        "n.º n.os n. nº art. arts. artigo artigos al. alínea p. pp. pág. parágrafo § §§ cap. "
        "capítulo anexo vol.",
        "Sr. Sra. Dr. Dra. D.",
    ),
    # Правопис српскога језика (Матица српска), in both scripts
    "sr": _Style(
        "br. čl. član člana članu st. stav stava tač. tačka str. § бр. чл. члан члана члану ст. "
        "став става тач. тачка стр.",
        "dr prof. g. gđa др проф. г. гђа",
        "",
        "god. год.",
    ),
}
# French punctuation, of the same Lexique: a narrow space before ; ! ? and a full one before : and
# inside « »; a number does not leave its unit
_FRENCH = (
    (re.compile(r"« "), f"«{_NO_BREAK}"),
    (re.compile(r" (?=[»:])"), _NO_BREAK),
    (re.compile(r" (?=[;!?])"), _NARROW),
    (re.compile(r"(?<=\d) (?=[\d%€])"), _NARROW),
)
_FRENCH_SIGNS = re.compile(r"[«»:;!?\d]")


def has_rules(language: str) -> bool:
    """Return whether anything is known of *language* but what CLDR says."""
    return primary(language) in _STYLES


def abbreviations(language: str) -> frozenset[str]:
    """Return the words with a full stop that bind what follows: titles are written with or without.

    Those that may stand for whole words are in small letters.
    """
    style = _STYLES.get(primary(language), _Style())
    words = [*style.numbered.lower().split(), *style.units.split(), *style.titles.split()]
    titles = (f"{word.rstrip('.')}." for word in style.titles.split())
    return frozenset(word for word in (*words, *titles) if word.endswith("."))


@lru_cache(maxsize=4096)  # labels, names and days stand on many pages
def spaced(text: str, *, language: str) -> str:
    """Return *text* with the no-break spaces of *language*."""
    if " " not in text:
        return text
    if primary(language) == "fr" and _FRENCH_SIGNS.search(text):
        for pattern, replacement in _FRENCH:
            text = pattern.sub(replacement, text)
    joints = _joints(language)
    return joints.titles.sub(_joined, joints.spaces.sub(joints.space, text))


def _joined(found: re.Match[str]) -> str:
    return found[0].replace(" ", _NO_BREAK)


class _Joints(NamedTuple):
    """Where a space of a language may not break; words are in small letters.

    *spaces* finds those that are looked at more closely, the sign first: a look behind each letter
    is dear. Most texts have none.
    """

    spaces: re.Pattern[str]
    titles: re.Pattern[str]
    numbered: frozenset[str]
    units: frozenset[str]
    has_groups: bool

    def space(self, found: re.Match[str]) -> str:
        """Return the space that stands at *found*."""
        if found.lastgroup == "always":
            return _NO_BREAK
        start, end = found.span()
        left, right = found.string[max(0, start - _NEAR) : start], found.string[end : end + _NEAR]
        return _NO_BREAK if self._bind(left, right) else " "

    def _bind(self, left: str, right: str) -> bool:
        """Return whether a word and a figure, or a figure and a word, stay on one line."""
        if not _FIGURE.search(left):
            return _BOUNDARY.split(left)[-1].lower() in self.numbered
        following = _BOUNDARY.split(right, maxsplit=1)[0].rstrip(_PUNCTUATION).lower()
        if self.has_groups and following.rstrip(".").isdecimal() and left[-1].isdecimal():
            return len(following.rstrip(".")) == _GROUP
        return following in self.units or following.rstrip(".") in self.units


_PUNCTUATION = ",;:!?…)]»”“"
_BOUNDARY = re.compile(r"[\s\xa0«„“\"(\[’]")
_FIGURE = re.compile(r"(?:\d\.?|\b1er)\Z")  # the French first of a month is counted
_GROUP = 3  # figures
_NEAR = 24  # characters, more than any of the words has
_NUMBER = r"(?=[\d(]|[IVXLC]+\b)"  # in figures, in brackets, of Rome


@cache
def _joints(language: str) -> _Joints:
    style = _STYLES.get(primary(language), _Style())
    units, has_groups = _of_cldr(language)
    always = []
    if style.short:
        letters = "".join(style.short.split())
        letter = f"[{letters}{letters.upper()}]"
        always += [rf"(?<=[\s\xa0«„(]{letter} )", rf"(?<=\A{letter} )"]
    if style.has_dashes:
        always.append("(?=[–—] )")
    choices = [f"(?P<always>{'|'.join(always)})"] if always else []
    choices += [_NUMBER, r"(?<=\d )", r"(?<=\d\. )", r"(?<=1er )"]
    titles = "|".join(map(re.escape, style.titles.split()))
    return _Joints(
        spaces=re.compile(f" (?:{'|'.join(choices)})"),
        titles=re.compile(rf"(?<![\w’-])(?:{titles}) (?=\w)" if titles else r"(?!)"),
        numbered=frozenset(style.numbered.lower().split()),
        units=units | frozenset(style.units.split()),
        has_groups=has_groups,
    )


def _of_cldr(language: str) -> tuple[frozenset[str], bool]:
    """Return what stands behind a figure in *language*, and whether spaces part long numbers."""
    try:
        locale = Locale.parse(tag(language), sep="-")
    except (UnknownLocaleError, ValueError):
        return frozenset(), False
    months = frozenset(str(name).lower() for name in locale.months["format"]["wide"].values())
    has_space = re.search(r"[\xa0\u202f]%", locale.percent_formats[None].pattern)
    group = locale.number_symbols["latn"]["group"]
    return months | frozenset("%" if has_space else ""), group in {_NO_BREAK, _NARROW}
