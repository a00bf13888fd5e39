"""What the archive of the tests sets, whatever the archive comes to set."""

project = "Archives des séminaires contre la traite des êtres humains"
copyright = "%Y"
author = ""
version = "1"
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
    "font-stack": '"Source Sans 3", system-ui, "Segoe UI", "Noto Sans", sans-serif',
    "font-stack--headings": '"Source Serif 4", Georgia, "Noto Serif", serif',
}
# its colours; those that somebody adds to the archive stand beside them
_colours = {
    "light_css_variables": {
        "color-brand-primary": "#1d3f72",
        "color-brand-content": "#1a4f96",
        "color-brand-visited": "#6b3a86",
        "color-foreground-primary": "#1a1d21",
        "color-foreground-secondary": "#4a525c",
        "color-foreground-muted": "#5d6670",
        "color-background-secondary": "#f4f6f9",
        "color-background-border": "#d9dee5",
        "color-sidebar-background": "#f4f6f9",
        "color-note": "#fdf7e8",
        "color-note-rule": "#a86d12",
        "color-note-text": "#6a4500",
    },
    "dark_css_variables": {
        "color-brand-primary": "#8fb4ea",
        "color-brand-content": "#9cc0f2",
        "color-brand-visited": "#d0a9e6",
        "color-foreground-primary": "#e4e7eb",
        "color-foreground-secondary": "#b4bcc6",
        "color-foreground-muted": "#9aa3ae",
        "color-background-primary": "#14181d",
        "color-background-secondary": "#1b2027",
        "color-background-border": "#333b45",
        "color-sidebar-background": "#1b2027",
        "color-note": "#27221a",
        "color-note-rule": "#d3a24a",
        "color-note-text": "#efd6a2",
    },
}
html_theme_options = {
    "top_of_page_buttons": [],
    **{name: {**html_theme_options.get(name, {}), **own} for name, own in _colours.items()},  # noqa: F821
}
