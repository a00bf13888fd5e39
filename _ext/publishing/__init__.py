"""The commands behind the Makefile: build every language, publish the result, keep catalogues."""
