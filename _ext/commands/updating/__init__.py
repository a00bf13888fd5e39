"""``update-po``: bring the catalogues of all languages up to date, losing nothing."""
