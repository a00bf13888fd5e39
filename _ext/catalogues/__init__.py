"""Gettext catalogues: read, checked, and the copy that builds read; nothing here knows Sphinx.

The gate parses a message and its translation with MyST's own Markdown parser and compares what they
are; a build, ``make check-po`` and the tests ask it the same question.
"""
