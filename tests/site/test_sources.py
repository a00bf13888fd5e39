"""Which files a build is made of: those that ``conf.py`` names, and no list beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support import publish, small_project, write

if TYPE_CHECKING:
    from pathlib import Path


def test_an_edit_in_a_folder_that_conf_py_alone_names_is_seen(tmp_path: Path) -> None:
    project = small_project(tmp_path / "archive", {"index.md": "# Archives\n"})
    conf = (project / "conf.py").read_text("utf-8")
    write(project / "conf.py", conf.replace('["_static"]', '["_static", "_look"]'))
    for text in ("/* one */", "/* another */"):
        write(project / "_look/look.css", text)
        result = publish(project, "html", "fr")
        assert result.returncode == 0, result.stdout + result.stderr
        assert (project / "_build/html/_static/look.css").read_text("utf-8") == text
