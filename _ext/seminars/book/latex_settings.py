"""The settings of the book: what Sphinx's LaTeX builder takes from them, and its own words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.latex import LaTeXBuilder
from sphinx.locale import _

from cldr import dates
from cldr.language_tags import tag
from seminars.book.latex_builder import passages_in
from seminars.book.text import as_latex
from seminars.domain import seminars_of
from seminars.edition import edition_of, edition_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from records.wording import Wording

_PREAMBLE = Path(__file__).with_name("preamble.tex")

# Libertine and Biolinum have Latin with ș and ț, and Cyrillic (Debian: fonts-linuxlibertine)
_FONTS = r"""
\setmainfont{Linux Libertine O}[Numbers=OldStyle]
\setsansfont{Linux Biolinum O}
\setmonofont{DejaVu Sans Mono}[Scale=0.8]
"""
_LAYOUT = "hmargin=2.8cm,vmargin=2.8cm,verbatimforcewraps"
# Lexique des règles typographiques en usage à l'Imprimerie nationale, « Énumérations »
_DASH = r"\normalfont\textemdash"
_COLOURED = ("TitleColor", "InnerLinkColor", "OuterLinkColor")


def set_up_book(app: Sphinx, config: Config) -> None:
    """On ``config-inited``: set what Sphinx's LaTeX builder takes from the settings."""
    config.latex_engine = "xelatex"
    config.latex_use_xindy = False
    config.latex_show_pagerefs = True
    config.latex_show_urls = "footnote"
    config.latex_domain_indices = False
    config.latex_elements = {
        "papersize": "a4paper",
        "pointsize": "11pt",
        "extraclassoptions": "openany",
        "fncychap": "",
        "babel": r"\usepackage{babel}",  # which words of Sphinx's are added to (see BookBuilder)
        "polyglossia": "",
        "fontpkg": _FONTS,
        "maxlistdepth": "20",
        "preamble": _PREAMBLE.read_text("utf-8") + _words(config),
        "sphinxsetup": ",".join([*_colours(config), _LAYOUT]),
        **config.latex_elements,
    }


def _colours(config: Config) -> Iterator[str]:
    """Yield what prints headings and links in the colour that the website has for its name."""
    variables = config.html_theme_options.get("light_css_variables", {})
    colour = variables.get("color-brand-primary", "").removeprefix("#").upper()
    if colour:
        for name in _COLOURED:
            yield f"{name}={{HTML}}{{{colour}}}"


def _words(config: Config) -> str:
    """Return the commands that hold words, or depend on the language of the build."""
    source = next(iter(config.seminars_languages))
    is_source = config.language == source
    shown = "#1" if is_source else rf"\foreignlanguage{{archive-{source}}}{{#1}}"
    see = as_latex(_("see"))  # in no f-string: catalogues are not made of those
    return "\n".join(
        [
            rf"\renewcommand{{\labelitemi}}{{{_DASH}}}" if config.language == "fr" else "",
            "" if is_source else passages_in(source),
            rf"\newcommand{{\archivesee}}{{{see}}}",
            rf"\DeclareRobustCommand{{\untranslated}}[1]{{{shown}}}",
            "",
        ]
    )


def name_book(app: Sphinx, env: BuildEnvironment) -> None:
    """On ``env-updated``: name the book as its first page is, with its edition or last change.

    All pages have been read by then, whether or not any had changed; ``env-check-consistency``,
    which fires in the first case only, left an unchanged book with the day of the machine.
    """
    if not isinstance(app.builder, LaTeXBuilder):
        return
    config, domain = app.config, seminars_of(env)
    title = domain.title(config.root_doc)
    days = [record.facts.updated for record in domain.in_order() if record.facts]
    locale = config.seminars_languages[config.language]
    date = dates.day(max(days), locale=locale) if days else ""
    if edition_of(config).day:
        date = edition_words(config)
    app.builder.context |= {
        "maketitle": _title_page(config, title),
        "hyperref": _hyperref(config.language, title.text),
        "date": as_latex(date),
    }
    name = f"seminars-{config.language}.tex"
    config.latex_documents = [(config.root_doc, name, as_latex(title.text), "", "manual", True)]
    # the one of Sphinx's patterns for captions that it does not escape
    pattern = as_latex(config.numfig_format["code-block"])
    config.numfig_format["code-block"] = pattern.replace(r"\%s", "%s")


def _title_page(config: Config, title: Wording) -> str:
    """Return the title page, with a cue where the *title* lacks a translation."""
    shown = as_latex(title.text)
    if title.language != config.language:
        shown = rf"\untranslated{{{shown}}}\untranslatedcue{{{title.language}}}"
    subtitle = as_latex(_("Seminars, glossary and recommendations"))
    return rf"\archivetitlepage{{{shown}}}{{{subtitle}}}"


def _hyperref(language: str, title: str) -> str:
    """Return how links are set up, and what software shows of the book.

    The links of the index are its own: hyperref makes one of a range, which leads nowhere.
    """
    shown = as_latex(title).replace(r"\sphinxhyphen{}", "-")  # no command of Sphinx is known yet
    return (
        r"\usepackage[hyperindex=false]{hyperref}\usepackage{hypcap}"
        rf"\hypersetup{{pdflang={{{tag(language)}}},pdftitle={{{shown}}}}}"
    )
