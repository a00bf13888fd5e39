import pytest

from records.front_matter import FrontMatterError, split_front_matter

PAGE = """---
type: seminar
speakers:
  - name: A
    function: juge
sources:
  - url: https://example.org/
---

# Un titre

Texte.
"""


def test_keys_know_their_lines_in_the_page() -> None:
    matter = split_front_matter(PAGE)

    assert matter.line_of("type") == 2
    assert matter.line_of("speakers.0.function") == 5
    assert matter.line_of("sources.0.url") == 7


def test_a_key_without_a_line_has_that_of_the_nearest_above() -> None:
    matter = split_front_matter(PAGE)

    assert matter.line_of("speakers.0.country") == 4
    assert matter.line_of("city") == 1


def test_the_heading_is_the_first_of_level_one() -> None:
    assert split_front_matter(PAGE).heading == "Un titre"
    assert split_front_matter("Texte.\n\n## Sous-titre\n").heading is None


def test_a_page_without_front_matter_has_no_keys() -> None:
    assert split_front_matter("# Titre\n").data == {}


@pytest.mark.parametrize(
    ("page", "line", "words"),
    [
        ("---\ncity: Paris\ncity: Lyon\n---\n", 3, "stands twice"),
        ("---\ncity: [Paris\n---\n", 3, "expected"),
        ("---\n- city\n---\n", 2, "key: value"),
    ],
)
def test_broken_yaml_is_refused_with_its_line(page: str, line: int, words: str) -> None:
    with pytest.raises(FrontMatterError, match=words) as caught:
        split_front_matter(page)

    assert caught.value.line == line
