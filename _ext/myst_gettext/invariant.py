"""What is shown of a translation has the kinds of nodes of its source.

The gate has judged the translation before; here the tokens are judged that the page is made of,
with all that it alone knows (the references that it defines, its own settings).
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from catalogues import structure
from catalogues.bare_words import BARE_SYNTAX, roles_of_bare_words
from catalogues.rules import structure_faults

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token


def is_same(source: str, translation: str, syntax: Collection[str]) -> bool:
    """Return whether both texts are bare words with the same roles, which most texts are."""
    if not BARE_SYNTAX.issuperset(syntax):
        return False
    roles = roles_of_bare_words(translation)
    return roles is not None and roles == roles_of_bare_words(source.replace("\n", " "))


def source_tokens(md: MarkdownIt, source: str, env: Mapping[str, Any]) -> list[Token]:
    """Return the tokens of the inline text *source* in a page whose Markdown environment is *env*.

    The page goes on with its own: it counts the footnotes that it has seen.
    """
    own = {key: deepcopy(env[key]) if key == "footnotes" else env[key] for key in env}
    tokens: list[Token] = []
    md.inline.parse(source, md, own, tokens)
    return tokens


def first_fault(source: Sequence[Token], translation: Sequence[Token], *, is_free: bool) -> str:
    """Return what the tokens of a *translation* are that those of its *source* are not, or ""."""
    parts = structure.of_tokens(source, is_free=is_free), structure.of_tokens(translation)
    fault = next(structure_faults(*parts), None)
    return fault.wrong if fault else ""


def first_fault_of_page(md: MarkdownIt, source: str, translation: str, *, links: int) -> str:
    """Return the same for texts that are parsed as pages of their own, as Sphinx does.

    Either must be one paragraph; a *source* that is none is what the translation must be then. It
    must do without what the page defines, so that it has all *links* that its node shows.
    """
    parts, kinds = [], []
    for text in (source, translation):
        tokens = md.parse(text, {})
        kinds.append([token.type for token in tokens])
        parts.append([child for token in tokens for child in token.children or ()])
    if kinds[1] not in (["paragraph_open", "inline", "paragraph_close"], kinds[0]):
        return "it is not one paragraph"
    if links > sum(token.type in {"link_open", "myst_role"} for token in parts[0]):
        return "the address of a link stands elsewhere in the page"
    return first_fault(*parts, is_free=False)
