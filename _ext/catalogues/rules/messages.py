"""Messages that were written over in a catalogue, so that no page shows what stands there."""

from __future__ import annotations

from catalogues.rule import Rule

OVERWRITTEN = Rule(
    name="message",
    finding="a message was written over: a translation stands in its place, and no page has it",
    mend="put the translation into `msgstr`, and the message back into `msgid`, as the line says",
)
