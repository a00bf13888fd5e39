"""Catalogues of gettext on disk: read entry by entry with their faults, written byte for byte."""
