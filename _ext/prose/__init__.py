"""What an editor may write in the body of a page, and what is wrong with what is written there.

Texts in, faults out: nothing here knows Sphinx. A page is judged by MyST's own Markdown parser, so
that what is judged is what will be shown.
"""
