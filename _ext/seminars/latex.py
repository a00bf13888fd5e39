"""The printed book: title page, fonts, running heads and index in the language of the build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale
from docutils import nodes
from sphinx import addnodes
from sphinx.builders.latex import LaTeXBuilder
from sphinx.locale import _
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.texescape import escape

from records import dates
from records.model import Kind, Target, kind_of
from seminars.domain import seminars_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

# Libertine and Biolinum have Latin with ș and ț, and Cyrillic (Debian: fonts-linuxlibertine)
_FONTS = r"""
\setmainfont{Linux Libertine O}[Numbers=OldStyle]
\setsansfont{Linux Biolinum O}
\setmonofont{DejaVu Sans Mono}[Scale=0.8]
"""

_PREAMBLE = r"""
\setcounter{secnumdepth}{0}
\setcounter{tocdepth}{2}
\usepackage{needspace}
\usepackage{xurl}
\newcommand{\letterhead}[1]{{\bfseries\sffamily\color{archive}#1}\par\nopagebreak}
\protected\def\sphinxstyleabbreviation#1{#1}
\definecolor{archive}{HTML}{1D3F72}
% A no-break space is glue that French spacing may take away before : ; ! ?
\catcode`^^^^202f\active\protected\def^^^^202f{\leavevmode\nobreak\hskip.16667em\relax}
% The archive and the chapter in the head, the page in the foot
\fancypagestyle{normal}{
  \fancyhf{}
  \fancyhead[LE]{\small\sffamily\@title}
  \fancyhead[RO]{\small\sffamily\nouppercase{\leftmark}}
  \fancyfoot[LE,RO]{\small\thepage}
  \renewcommand{\headrulewidth}{0.4pt}
  \renewcommand{\footrulewidth}{0pt}
}
\fancypagestyle{plain}{
  \fancyhf{}
  \fancyfoot[LE,RO]{\small\thepage}
  \renewcommand{\headrulewidth}{0pt}
  \renewcommand{\footrulewidth}{0pt}
}
"""

# Bookmarks are plain text
_UNTRANSLATED = r"""
\DeclareRobustCommand\untranslated[1]{%s}
\DeclareRobustCommand\untranslatedcue[1]{\,\textsuperscript{\sffamily\mdseries\upshape[#1]}}
\AtBeginDocument{\pdfstringdefDisableCommands{%%
  \def\untranslated#1{#1}\def\untranslatedcue#1{}}}
"""

_COLOURS = ",".join(
    f"{name}={{HTML}}{{1D3F72}}" for name in ("TitleColor", "InnerLinkColor", "OuterLinkColor")
)

# A seminar begins a page, and its own sections stay out of the table of contents
_NEW_SEMINAR = r"\clearpage\addtocontents{toc}{\protect\setcounter{tocdepth}{1}}"

_NO_SEMINAR = r"\addtocontents{toc}{\protect\setcounter{tocdepth}{2}}"

_TITLE_PAGE = r"""
\begin{titlepage}
  \raggedright
  \vspace*{0.22\textheight}
  {\color{archive}\rule{\linewidth}{1.2pt}\par}
  \vspace{1.5em}
  {\sffamily\bfseries\Huge\setlength{\baselineskip}{1.25\baselineskip}%s\par}
  \vspace{1.5em}
  {\sffamily\Large %s\par}
  \vspace{1.5em}
  {\color{archive}\rule{\linewidth}{1.2pt}\par}
  \vfill
  {\large\csname @date\endcsname\par}
\end{titlepage}
"""


def set_up_book(app: Sphinx, config: Config) -> None:
    """On ``config-inited``: set what Sphinx's LaTeX builder takes from the settings."""
    see = _("see")
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
        "fontpkg": _FONTS,
        "preamble": r"\makeatletter" + _PREAMBLE + r"\makeatother" + _languages(config),
        "maketitle": _title_page(config.project),
        "atendofbody": rf"\renewcommand{{\seename}}{{{see}}}",
        "sphinxsetup": f"{_COLOURS},hmargin=2.8cm,vmargin=2.8cm",
        "hyperref": r"\usepackage{hyperref}\usepackage{hypcap}\hypersetup"
        rf"{{pdflang={{{config.language}}},pdftitle={{{config.project}}}}}",
        **config.latex_elements,
    }


def _title_page(title: str) -> str:
    page = _TITLE_PAGE % (title, _("Seminars, glossary and recommendations"))
    return rf"\makeatletter{page}\makeatother"


def date_book(app: Sphinx, env: BuildEnvironment) -> None:
    """On ``env-check-consistency``: date the book by the last change of any of its pages.

    Whether its title is translated is known by now, too.
    """
    if not isinstance(app.builder, LaTeXBuilder):
        return
    domain = seminars_of(env)
    title = app.config.project
    if title in domain.in_source.get(app.config.root_doc, ()):
        cue = rf"\untranslatedcue{{{domain.publication.source}}}"
        app.builder.context["maketitle"] = _title_page(rf"\untranslated{{{title}}}{cue}")
    days = [record.facts.updated for record in domain.in_order() if record.facts]
    if days:
        locale = app.config.seminars_languages[app.config.language]
        app.builder.context["date"] = dates.day(max(days), locale=locale)


class IndexForPrint(SphinxPostTransform):
    """Make the index of the book: each record, and each page that refers to it."""

    formats = ("latex",)
    default_priority = 8  # after the marks are filled (5), before references are resolved (10)

    def run(self, **kwargs: object) -> None:
        """Put an entry at each reference by id; the record's own page is the main one."""
        domain = seminars_of(self.env)
        for xref in list(self.document.findall(addnodes.pending_xref)):
            if xref.get("refdomain") != domain.name or xref["reftype"] not in _INDEXED:
                continue
            if not xref["refwarn"]:
                continue  # a fact sheet or a back-link: it says nothing about the record
            record = domain.find(Target(Kind(xref["reftype"]), xref["reftarget"]))
            if record is not None and isinstance(xref.parent, nodes.TextElement):
                place = xref.parent.index(xref)
                title = domain.title(record.docname)
                in_source = title in domain.in_source.get(record.docname, ())
                xref.parent.insert(place, _entry(title, in_source=in_source))
        for file in self.document.findall(addnodes.start_of_file):
            if kind_of(file["docname"]) in _INDEXED:
                self._add_own(file)
            if kind_of(file["docname"]) is Kind.EVENT:
                file.insert(0, nodes.raw("", _NEW_SEMINAR, format="latex"))
            else:
                file.insert(0, nodes.raw("", _NO_SEMINAR, format="latex"))

    def _add_own(self, file: addnodes.start_of_file) -> None:
        """Put the main entry at the heading of the record that *file* holds."""
        domain = seminars_of(self.env)
        record = domain.records[file["docname"]]
        section = next(file.findall(nodes.section))
        title = domain.title(record.docname)
        names = domain.in_source.get(record.docname, ())
        section.insert(1, _entry(title, main=True, in_source=title in names))
        short = record.texts.get("abbreviation") or record.texts.get("short_name")
        if short and short != title:
            section.insert(1, _see(short, title, names))


_INDEXED = {Kind.ORGANISATION, Kind.INSTRUMENT, Kind.CONCEPT}


def _entry(title: str, *, main: bool = False, in_source: bool = False) -> nodes.raw:
    """Return an entry of the index at this place."""
    return _index(title, "|textbf" if main else "", in_source=in_source)


def _see(short: str, title: str, in_source: Collection[str]) -> nodes.raw:
    """Return an entry that leads from *short* to *title*."""
    target = _typeset(title, in_source=title in in_source)
    return _index(short, f"|see{{{target}}}", in_source=short in in_source)


def _index(text: str, command: str, *, in_source: bool) -> nodes.raw:
    r"""Return an ``\\index`` sorted by its letters alone; upmendex knows no ° nor LaTeX command."""
    letters = "".join(char if char.isalnum() else " " for char in text)
    shown = _typeset(text, in_source=in_source)
    return nodes.raw("", rf"\index{{{' '.join(letters.split())}@{shown}{command}}}", format="latex")


def _typeset(text: str, *, in_source: bool) -> str:
    """Return *text* as LaTeX, in the language that it is in."""
    shown = str(escape(text, "xelatex"))
    return rf"\untranslated{{{shown}}}" if in_source else shown


def _languages(config: Config) -> str:
    """Return the commands for text that lacks a translation: its language, and a cue."""
    source = next(iter(config.seminars_languages))
    if config.language == source:
        return _UNTRANSLATED % "#1"
    name = (Locale.parse(source).get_language_name("en") or source).lower()
    other = rf"\setotherlanguage{{{name}}}" + "\n"
    return other + _UNTRANSLATED % rf"\text{name}{{#1}}"
