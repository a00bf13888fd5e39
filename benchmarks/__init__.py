"""Compares what a build costs here with what it costs elsewhere; see README.md in this folder."""
