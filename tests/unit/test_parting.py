"""What is put into the words that Pagefind would not part."""

from __future__ import annotations

import pytest

from commands.indexed_words import parted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de l’ONUDC", "de l’^ONUDC"),
        ("de l’<a><abbr>ONUDC</abbr></a>", "de l’^<a><abbr>ONUDC</abbr></a>"),
        ("5–7 juin", "5–^7 juin"),
        ("Sud-Est", "Sud-Est"),  # Pagefind parts at what is of ASCII
        ("fin – début", "fin – début"),
        ("des États’ et", "des États’ et"),
        # what Unicode does not take apart is there once more, as anybody can type it
        ("une œuvre, l’ŒUVRE", "une œuvre^^oeuvre^^, l’^ŒUVRE^^oeuvre^^"),
        ("đak Łódź ære straße", "đak^^dak^^ Łódź^^lódź^^ ære^^aere^^ straße^^strasse^^"),
        ("þing ðað kızıl ISPARTA", "þing^^thing^^ ðað^^dad^^ kızıl^^kizil^^ ISPARTA"),
        ("٢٠١٨–٢٠١٩ २०१८", "٢٠١٨^^2018^^–^٢٠١٩^^2019^^ २०१८^^2018^^"),
        ('<a title="œ" href="#a">œ</a>', '<a title="œ" href="#a">œ^^oe^^</a>'),
        # between words that nothing parts a space comes, which is no part of the text
        ("在北京，打击 2018年", "在^ 北^ 京，^ 打^ 击 2018^ 年^ "),
        ("在<em>北</em>", "在^ <em>北^ </em>"),
        ("ที่นี่", "ที่^ นี่^ "),
    ],
)
def test_words_are_parted_at_their_joints(text: str, expected: str) -> None:
    page = f"<html><title>l’A</title><article><p>{text}</p></article><footer>l’A</footer></html>"

    assert parted(page) == f"<html><body><article><p>{expected}</p></article></body></html>"
