"""The commands behind the Makefile: build every language, publish the result, keep catalogues."""

import gc

# What is imported, and what a build keeps, is looked through seldom: nearly all of it stays.
gc.set_threshold(20_000, 1_000, 1_000)
