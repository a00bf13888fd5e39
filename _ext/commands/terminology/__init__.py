"""``make termbase`` and the warnings on terms: what the glossary is to translators."""
