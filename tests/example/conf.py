"""What the archive of the tests sets, whatever the archive comes to set."""

project = "Archives des séminaires contre la traite des êtres humains"
copyright = "%Y"
author = ""
version = "1"
seminars_edition_date = "2026-11-26"
seminars_languages = {
    "fr": "fr_FR",
    "en": "en_GB",
    "ro": "ro_RO",
    "ru": "ru_RU",
}
seminars_listed_from = {
    "en": 100,
    "ro": 100,
    "ru": 100,
}
seminars_site_url = ""
seminars_redirects = {}
seminars_repository = ""
language = "fr"
_fonts = {
    "font-stack": '"Source Sans 3", "Sans Fallback", system-ui, "Noto Sans", sans-serif',
    "font-stack--headings": '"Source Serif 4", "Serif Fallback", Georgia, "Noto Serif", serif',
}
# its colours; those that somebody adds to the archive stand beside them
_colours = {
    "light_css_variables": {
        "color-brand-primary": "#1d3f72",
        "color-brand-content": "#1a5ca8",
        "color-brand-visited": "#6b3a86",
        "color-on-brand": "#ffffff",
        "color-foreground-primary": "#1a1d21",
        "color-foreground-secondary": "#4a525c",
        "color-background-primary": "#ffffff",
        "color-background-secondary": "#f4f6f8",
        "color-background-border": "#d5dae1",
        "color-edge": "#717b87",
        "color-note": "#fdf7e8",
        "color-note-rule": "#a86d12",
        "color-note-text": "#6a4500",
        "color-mark": "#fbe8a6",
    },
    "dark_css_variables": {
        "color-brand-primary": "#a3c5f5",
        "color-brand-content": "#9cc3fb",
        "color-brand-visited": "#d6b4ec",
        "color-on-brand": "#14181d",
        "color-foreground-primary": "#e6e9ed",
        "color-foreground-secondary": "#b7bfc9",
        "color-background-primary": "#14181d",
        "color-background-secondary": "#1c2229",
        "color-background-border": "#38424d",
        "color-edge": "#8793a0",
        "color-note": "#27221a",
        "color-note-rule": "#d3a24a",
        "color-note-text": "#efd6a2",
        "color-mark": "#5b4a12",
    },
}
html_theme_options = {
    "top_of_page_buttons": [],
    **{name: {**html_theme_options.get(name, {}), **own} for name, own in _colours.items()},  # noqa: F821
}
