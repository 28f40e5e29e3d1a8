"""Raw text rows into typed records: duplicates counted once, conflicts set aside, all accounted for.

For each sheet: `raw_<sheet>` (text as delivered) becomes `record_<sheet>` (typed). Rows that
cannot stand go to `source_reject` with column and reason. The fate of every raw row is in
`row_fate(source_id, row, fate)`, from which the counts of each file are made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecrl_audit import typed
from ecrl_audit.database import in_turn, scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ecrl_audit.database import Connection
    from ecrl_audit.model import Sheet

_FACTOR = typed.RECORD_FACTOR
_CURLY = "\u2018\u2019\u201b\u2032\u201c\u201d\u201e\u201f\u2033\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_STRAIGHT = "'" * 4 + '"' * 5 + "-" * 7
_INVISIBLE = r"[\x{00AD}\x{200B}-\x{200F}\x{2060}\x{FEFF}]"
_SPACE = r"[\s\x{00A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}]+"
_RANKED = f"""ranked as (
    select typed.*, source.is_logbook, typed.source_id * {_FACTOR} + typed.row as rec,
        case when typed.bad is null then row_number() over (
            partition by typed.bad is null, typed.key_text
            order by source.is_logbook desc, case when source.is_logbook then typed.row_text end,
                typed.source_id, typed.row
        ) end as place,
        min(case when typed.bad is null and source.is_logbook then typed.row_text end) over same_key as lowest,
        max(case when typed.bad is null and source.is_logbook then typed.row_text end) over same_key as highest
    from typed join source on source.source_id = typed.source_id
    window same_key as (partition by typed.key_text)
)"""
_KEPT_REC = "first_value(rec) over (partition by key_text order by place)"
_ANEW = """
create or replace table row_fate (
    source_id bigint not null, row bigint not null, sheet varchar not null, fate varchar not null
);
delete from source_reject;
insert into source_reject
select source_id, row, column_name, why from unread_row where kind = 'quarantined' order by all;
insert into row_fate select source_id, row, '', kind from unread_row order by all;
insert into row_fate select source_id, row, '', 'loaded' from declared_count order by all;
create or replace table conflicting_record (
    sheet varchar not null, key_text varchar not null, kept_rec bigint not null, rec bigint not null
);
create or replace table duplicate_record (
    sheet varchar not null, key_text varchar not null, kept_rec bigint not null, rec bigint not null
);
create or replace table rejected_record (
    sheet varchar not null, key_text varchar not null, rec bigint not null,
    column_name varchar not null, why varchar not null
);
"""


def create_raw_tables(connection: Connection, sheets: Iterable[Sheet]) -> None:
    """Make the raw table of every sheet that has none yet."""
    for sheet in sheets:
        connection.execute(typed.raw_table(sheet))


def type_all(
    connection: Connection,
    sheets: Sequence[Sheet],
    spread: Callable[..., list[None]] = in_turn,
) -> None:
    """Type every sheet anew from its raw rows and say what became of each row.

    Needs the tables `source` (source_id, is_logbook) and `local_day`. `spread` says how the
    sheets are gone through: in turn, or `database.side_by_side` outside a transaction.
    """
    connection.execute(_ANEW)
    spread(connection, _type_sheet, sheets)
    normalise_texts(connection)


def normalise_texts(connection: Connection) -> None:
    """Make `normal_text`: the text of posts, revisions and statement checks in one spelling (CS-14).

    `cased` keeps case (for the statement), `folded` does not (for duplicates), `characters`
    is the length of `folded`, `text_key` a 128-bit digest of it.
    """
    parts = " union all ".join(
        f"select rec, text from record_{name} where text is not null"
        for name in ("posts", "revisions", "statement_checks")
    )
    connection.execute(
        "create or replace table normal_text as with cleaned as (select rec, trim(regexp_replace("
        "regexp_replace(translate(nfc_normalize(text), $curly, $straight), $invisible, '', 'g'),"
        f" $space, ' ', 'g')) as cased from ({parts}) as texts)"
        " select rec, cased, lower(cased) as folded, length(lower(cased)) as characters,"
        " md5(lower(cased)) as text_key from cleaned order by rec",
        {"curly": _CURLY, "straight": _STRAIGHT, "invisible": _INVISIBLE, "space": _SPACE},
    )


def _type_sheet(connection: Connection, sheet: Sheet) -> None:
    if not scalar(connection, f"select count(*) from raw_{sheet.name}"):
        connection.execute(_empty_record_table(sheet))
        return
    connection.execute(f"create or replace temp table keyed as {_keyed(sheet)}")
    connection.execute(f"create or replace table record_{sheet.name} as {_record_select(sheet)}")
    connection.execute(
        "insert into row_fate select source_id, row, ?, fate from keyed order by source_id, row",
        [sheet.name],
    )
    if scalar(connection, "select count(*) from keyed where fate <> 'loaded'"):
        _keep_what_cannot_stand(connection, sheet)
    connection.execute("drop table keyed")


def _keep_what_cannot_stand(connection: Connection, sheet: Sheet) -> None:
    """Keep the rows of `keyed` that are rejected, contradict another or say the same again."""
    connection.execute(
        "insert into source_reject select source_id, row, coalesce(bad[1], ?), coalesce(bad[2], ?)"
        " from keyed where bad is not null or fate = 'quarantined' order by source_id, row",
        [sheet.key[0], "the same key stands in another row with other values: neither is used"],
    )
    connection.execute(
        f"insert into conflicting_record select ?, key_text, {_KEPT_REC}, rec from keyed"
        " where fate = 'quarantined' and bad is null order by all",
        [sheet.name],
    )
    connection.execute(
        f"insert into duplicate_record select ?, key_text, {_KEPT_REC}, rec from keyed"
        " where bad is null and fate <> 'quarantined'"
        " qualify count(*) over (partition by key_text) > 1 order by all",
        [sheet.name],
    )
    connection.execute(
        "insert into rejected_record select ?, key_text, rec, bad[1], bad[2] from keyed"
        " where bad is not null order by rec",
        [sheet.name],
    )


def _empty_record_table(sheet: Sheet) -> str:
    columns = ", ".join(f"{name} {kind}" for name, kind in typed.typed_columns(sheet))
    return (
        f"create or replace table record_{sheet.name} (rec bigint, conflicted boolean, basis varchar,"
        f" brought_by varchar, key_text varchar, {columns})"
    )


def _keyed(sheet: Sheet) -> str:
    """Return the typed rows with their fate: loaded, duplicate or quarantined.

    Rows of the logbook lead; an export's row with the same key is a duplicate of theirs.
    Two rows of the logbook with one key and other values are a conflict: both are set aside.
    """
    columns = ", ".join(name for name, _ in typed.typed_columns(sheet))
    return f"""
with typed as ({typing(sheet)}),
{_RANKED}
select source_id, row, rec, basis, is_logbook, key_text, row_text, bad, place, {columns},
    coalesce(lowest <> highest, false) as in_conflict,
    case
        when bad is not null then 'quarantined'
        when is_logbook and lowest <> highest then 'quarantined'
        when place = 1 then 'loaded'
        else 'duplicate'
    end as fate
from ranked"""


def typing(sheet: Sheet) -> str:
    """Return the typing statement of a sheet (a seam for tests that mutate it)."""
    return typed.typing_select(sheet)


def _record_select(sheet: Sheet) -> str:
    columns = ", ".join(name for name, _ in typed.typed_columns(sheet))
    return (
        f"select rec, is_logbook and in_conflict as conflicted,"
        f" coalesce(basis, 'own_record') as basis,"
        f" case when is_logbook then 'logbook' else 'export' end as brought_by, key_text, {columns}"
        f" from keyed where place = 1 order by rec"
    )


def file_counts(connection: Connection) -> dict[int, dict[str, int]]:
    """Return for each source how many of its records were loaded, quarantined, duplicate, out of scope.

    A record of an export that feeds several sheets counts once, by its best fate.
    """
    rows = connection.execute(
        "with best as (select source_id, row, min(case fate when 'loaded' then 1 when 'quarantined' then 2"
        " when 'duplicate' then 3 else 4 end) as best from row_fate where row > 0 group by all)"
        " select source_id, best, count(*) from best group by all order by all"
    ).fetchall()
    names = {1: "loaded", 2: "quarantined", 3: "duplicate", 4: "out_of_scope"}
    counts: dict[int, dict[str, int]] = {}
    for source_id, best, number in rows:
        counts.setdefault(source_id, {})[names[best]] = number
    return counts


def blank_private_words(connection: Connection) -> None:
    """Forget what private messages said: their rows are set aside, their text is not kept.

    The bytes of a file that held one are not kept either.
    """
    private = "lower(trim(surface)) = 'dm'"
    connection.execute(
        "delete from source_content where sha256 in (select f.sha256 from source_file as f"
        f" join raw_posts as p on p.source_id = f.source_id where {private})"
    )
    connection.execute(f"update raw_posts set text = null, links = null where {private}")
