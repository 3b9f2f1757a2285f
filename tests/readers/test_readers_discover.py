"""Folders walked: ids, order, exclusions, loops, and clear words about what is missing."""

import pytest

from auditor.readers import discover


@pytest.fixture
def tree(tmp_path):
    for name in ("ar/b.txt", "ar/a.txt", "en/a.md", "en/notes/x.en.txt", ".hidden/z.txt", "en/.z.txt", "en/a.docx"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.")
    return tmp_path


def ids(found):
    return [name for _, name in found.files]


def test_one_folder_is_the_root(tree):
    found = discover([tree])
    assert ids(found) == ["ar/a.txt", "ar/b.txt", "en/a.md", "en/notes/x.en.txt"]
    assert all(path.read_text() == "Text." for path, _ in found.files)
    assert found.problems == ()
    ((kind, message),) = found.remarks
    assert kind == "other-formats"
    assert "1 × .docx" in message


def test_several_paths_share_their_common_folder(tree):
    assert ids(discover([tree / "en", tree / "ar"])) == ["ar/a.txt", "ar/b.txt", "en/a.md", "en/notes/x.en.txt"]
    assert ids(discover([tree / "ar/a.txt", tree / "en/a.md"])) == ["ar/a.txt", "en/a.md"]


def test_a_named_file_is_taken_whatever_it_is(tree):
    assert ids(discover([tree / "en/a.docx"], exclude=["*"])) == ["a.docx"]
    assert ids(discover([tree / "en/.z.txt"])) == [".z.txt"]


def test_a_path_given_twice_counts_once(tree):
    assert ids(discover([tree / "ar", tree / "ar/a.txt"])) == ["a.txt", "b.txt"]


def test_ids_do_not_depend_on_how_the_folder_is_written(tree, monkeypatch):
    monkeypatch.chdir(tree / "ar")
    from pathlib import Path

    assert ids(discover([Path()])) == ids(discover([Path("../ar")])) == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        (["*.md"], ["ar/a.txt", "ar/b.txt", "en/notes/x.en.txt"]),
        (["notes/"], ["ar/a.txt", "ar/b.txt", "en/a.md"]),
        (["/ar", "!ar/b.txt"], ["en/a.md", "en/notes/x.en.txt"]),
        (["a.*", "!a.md"], ["ar/b.txt", "en/a.md", "en/notes/x.en.txt"]),
    ],
)
def test_exclude_patterns(tree, patterns, left):
    assert ids(discover([tree], exclude=patterns)) == left


def test_a_symlink_loop_is_reported_once(tree):
    (tree / "en" / "up").symlink_to(tree)
    found = discover([tree])
    assert len(found.files) == 4
    assert [kind for kind, _ in found.remarks] == ["symlink-loop", "other-formats"]


def test_a_linked_folder_is_followed(tree, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "o.txt").write_text("Text.")
    (tree / "link").symlink_to(outside)
    assert "link/o.txt" in ids(discover([tree]))


def test_what_is_missing_is_named_and_the_rest_found(tree):
    (tree / "empty").mkdir()
    found = discover([tree / "none", tree / "empty", tree / "ar"])
    assert [kind for kind, _ in found.problems] == ["missing", "no-articles"]
    assert str(tree / "none") in found.problems[0][1]
    assert len(found.files) == 2


def test_a_broken_link_is_left_to_the_reader(tree):
    (tree / "ar" / "gone.txt").symlink_to(tree / "nowhere.txt")
    assert "ar/gone.txt" in ids(discover([tree]))


def test_a_folder_that_cannot_be_opened(tree, monkeypatch):
    from pathlib import Path

    opened = Path.iterdir

    def refuse(folder):
        if folder.name == "ar":
            raise PermissionError(13, "Permission denied")
        return opened(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)
    found = discover([tree])
    assert [kind for kind, _ in found.problems] == ["unreadable"]
    assert ids(found) == ["en/a.md", "en/notes/x.en.txt"]
