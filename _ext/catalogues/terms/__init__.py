"""The terms of the glossary: which words are one, and where a translation uses none of them."""
