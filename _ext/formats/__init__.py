"""What other programs read: one module a format, values in and bytes out.

No disk, no clock, no Sphinx: the same archive gives the same bytes. What a module offers is
``files``, the content of each of its files by name; ``seminars.exports`` lists where they stand.
"""

TOP = "_site"  # in the folder of a language: what belongs beside the front door
STATIC = "_static"  # in it, and beside the front door: fonts, scripts and styles
SHARED = "shared-files.json"  # in it: which of these all languages have in one place
