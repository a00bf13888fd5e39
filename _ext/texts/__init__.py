"""Texts wherever they go: names, XML, JSON, a terminal."""
