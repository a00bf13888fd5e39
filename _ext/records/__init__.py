"""What the pages of the archive declare, as plain values: nothing here knows Sphinx."""
