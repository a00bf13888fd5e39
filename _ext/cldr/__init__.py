"""What CLDR says of languages: names, dates, sorting, spaces; nothing here knows Sphinx."""
