"""What a file is held to before any of its entries is compared; what reads it looks at these."""

from __future__ import annotations

from catalogues.rule import Rule

_MEND = "open the file with Poedit and save it, or take the last good one"

ENCODING = Rule(name="encoding", finding="the file is not UTF-8", mend=_MEND)
HEADER = Rule(name="header", finding="the header is missing or damaged", mend=_MEND)
REPEATED = Rule(
    name="repeated",
    finding="a message has two translations",
    mend="keep one of them in the catalogue",
)
SYNTAX = Rule(name="syntax", finding="the file is damaged", mend=_MEND)
FILE = Rule(
    name="file",
    finding=(
        "what stands there is no catalogue that may be read: a wrong name, place or language, a "
        "folder, a link out of the project"
    ),
    mend="do what the line says; until then it is as if the file were not there",
)
