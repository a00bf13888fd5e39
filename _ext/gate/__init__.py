"""The gate between translators and readers: which translations may be shown.

It parses a message and its translation with MyST's own Markdown parser and compares what they are.
It knows nothing of Sphinx: a build, ``make check-po`` and the tests ask it the same question.
"""
