"""The content export of Meta Business Suite: columns by name, ids as text, times without a zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ecrl_audit.errors import InputRefusedError
from ecrl_audit.readers import recognise, records
from tests.platforms.harness import FORMATS, load

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = (
    "Post ID,Page ID,Page name,Title,Description,Duration (sec),Publish time,Caption type,Permalink,"
    "Is crosspost,Is share,Post type,Languages,Custom labels,Funded content status,Data comment,Date,"
    "Views,Reach,Reactions,Comments,Shares,Total clicks,Other clicks,Link clicks,Negative feedback"
)
ROW = (
    '122100000000000001,100,ECRL,"Story, time","Line one\nhttps://ecrlib.org/a",0,07/04/2026 14:05,,'
    "https://www.facebook.com/1,0,0,Photos,,,,,Lifetime,10,9,1,0,0,0,0,0,"
)


def put(folder: Path, text: str, encoding: str = "utf-8-sig") -> Path:
    path = folder / "content.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_a_row_is_a_post_of_the_page(tmp_path: Path) -> None:
    (row,) = load(put(tmp_path, f"{COLUMNS}\r\n{ROW}\r\n")).rows("posts")
    assert row == {
        "row": 1,
        "basis": "current_state",
        "post": "fb:122100000000000001",
        "channel": "the-channel",
        "author_kind": "staff",
        "author": "ECRL",
        "posted": "2026-07-04 14:05:00",
        "text": "Story, time\nLine one\nhttps://ecrlib.org/a",
        "links": "https://ecrlib.org/a",
        "surface": "public",
    }


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\r\n", "\n"),
        lambda text: text.replace("Post ID", " post id "),
        lambda text: text.replace("Views,Reach,", "Views,New metric,"),
        lambda text: "sep=,\r\n" + text,
    ],
    ids=["line ends", "spaces", "new column", "hint"],
)
def test_what_changes_from_export_to_export_does_not_matter(tmp_path: Path, change: object) -> None:
    text = f"{COLUMNS}\r\n{ROW}\r\n"
    expected = load(put(tmp_path, text)).rows("posts")
    assert callable(change)
    assert load(put(tmp_path, change(text))).rows("posts") == expected


def test_a_utf16_file_with_tabs_reads_the_same(tmp_path: Path) -> None:
    header = "Publish time\tPost ID\tPermalink\tDescription"
    path = put(tmp_path, f"{header}\n07/04/2026 14:05\t9\thttps://f\tÉté\n", "utf-16")
    (row,) = load(path).rows("posts")
    assert (row["post"], row["posted"], row["text"]) == ("fb:9", "2026-07-04 14:05:00", "Été")


def test_an_instagram_account_gives_instagram_posts(tmp_path: Path) -> None:
    header = "Post ID,Account ID,Account username,Account name,Description,Publish time,Permalink"
    path = put(tmp_path, f"{header}\n18,17,ecrl_reads,ECRL,Look,07/04/2026 14:05,https://i\n")
    (row,) = load(path).rows("posts")
    assert (row["post"], row["author"]) == ("ig:18", "ecrl_reads")


@pytest.mark.parametrize(
    "header",
    [
        "Beitrags-ID;Seiten-ID;Seitenname;Titel;Veröffentlichungszeit;Dauerlink",
        "Identificador de la publicación;x;Nombre de la página;Título;Hora de publicación;Enlace permanente",
        "Identifiant de publication;x;Nom de la Page;Titre;Heure de publication;Permalien",
    ],
    ids=["German", "Spanish", "French"],
)
def test_labels_of_another_language_are_known(tmp_path: Path, header: str) -> None:
    path = put(tmp_path, f"{header}\n9;1;ECRL;Guten Tag;07/04/2026 14:05;https://f\n")
    (row,) = load(path).rows("posts")
    assert (row["post"], row["text"], row["author"]) == ("fb:9", "Guten Tag", "ECRL")


def test_rows_too_short_too_long_or_damaged_are_set_aside_one_by_one(tmp_path: Path) -> None:
    damaged = ROW.replace("122100000000000001", "1.221E+17")
    text = "\n".join([COLUMNS, "1,2,3", ROW, ROW + ",more", damaged, ROW.replace("0001", "0002")])
    loaded = load(put(tmp_path, text))
    assert [row for row, _ in loaded.flaws()] == [1, 3, 4]
    assert loaded.column("posts", "row") == [2, 5]


def test_a_quote_that_never_closes_refuses_the_file_with_the_line_it_opens_on(
    tmp_path: Path,
) -> None:
    path = put(tmp_path, f'{COLUMNS}\n{ROW}\n1,2,"open\n3,4\n5,6')
    with pytest.raises(InputRefusedError, match="starts at line 4 is broken"):
        list(records(path, recognise(path, FORMATS)))


def test_a_header_without_rows_is_loaded_and_a_renamed_column_is_refused(tmp_path: Path) -> None:
    assert load(put(tmp_path, COLUMNS + "\n")).records == []
    with pytest.raises(InputRefusedError, match="a header that no known export has"):
        recognise(put(tmp_path, COLUMNS.replace("Post ID", "Id of post")), FORMATS)


def test_a_column_named_twice_is_refused_with_both_names(tmp_path: Path) -> None:
    path = put(tmp_path, f"{COLUMNS},post id\n{ROW},9\n")
    with pytest.raises(InputRefusedError, match="Post ID and post id"):
        list(records(path, recognise(path, FORMATS)))


def test_a_blank_id_is_left_to_be_set_aside_with_its_column(tmp_path: Path) -> None:
    (row,) = load(put(tmp_path, f"{COLUMNS}\n{ROW.replace('122100000000000001', '')}")).rows(
        "posts"
    )
    assert "post" not in row


def test_sightings_and_coverage_need_what_only_the_library_knows(tmp_path: Path) -> None:
    path = put(tmp_path, f"{COLUMNS}\n{ROW}")
    assert load(path).rows("sightings") == load(path).rows("coverage") == []
    loaded = load(
        path, exported_at="2026-10-01T12:00:00Z", covers_from="2026-07-01", covers_to="2026-09-30"
    )
    assert loaded.column("sightings", "state") == ["visible"]
    assert loaded.column("coverage", "covers_to") == ["2026-09-30"]
