"""One platform export into raw rows of the sheets: its records through the SELECTs of its format."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from ecrl_audit import assets, readers
from ecrl_audit.database import append

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from ecrl_audit.database import Connection
    from ecrl_audit.model import ExportSetting
    from ecrl_audit.readers.shapes import PlatformFormat, Progress, Record, Section

_BATCH = 20_000
_RAW = (
    "create or replace temp table raw (rec_row bigint not null, kind varchar not null,"
    " member varchar not null, body varchar not null)"
)
_THIS_FILE = (
    "create or replace temp table this_file as select $channel::varchar as channel, $file::varchar as file,"
    " $exported::varchar as exported_at, $zone::varchar as time_zone, $first::varchar as covers_from,"
    " $last::varchar as covers_to, $account::varchar as account"
)
OWN_ACCOUNT = """
create or replace temp table own_account as
select distinct name, lower(ltrim(name, '@')) as handle
from (select trim(unnest(string_split(account, ';'))) as name from this_file) as listed
where name <> ''
"""


@dataclass(frozen=True, slots=True)
class ReadExport:
    """How many records an export held, and its flaws as record number and reason."""

    seen: int
    flaws: tuple[tuple[int, str], ...]


@cache
def formats() -> tuple[PlatformFormat, ...]:
    """Return every format of queries/platforms."""
    return readers.read_formats(assets.folder("queries") / "platforms")


def all_formats(mappings: Iterable[Path]) -> tuple[PlatformFormat, ...]:
    """Return the formats of the library's own mapping.toml files before the shipped ones.

    Raises UsageError for a mapping.toml that cannot be read.
    """
    mapped = [fmt for path in mappings for fmt in readers.mapped_formats(path)]
    return (*mapped, *formats())


def read_raw(
    connection: Connection,
    path: Path,
    fmt: PlatformFormat,
    setting: ExportSetting | None,
    progress: Progress | None,
) -> ReadExport:
    """Read a whole export into the temporary table `raw`; raises InputRefusedError where it breaks."""
    connection.execute(_RAW)
    fmt = replace(fmt, zone=setting.time_zone if setting else None)
    seen = 0
    flaws: list[tuple[int, str]] = []
    for batch in _batches(readers.records(path, fmt, progress)):
        seen = max(seen, *(record.row for record in batch))
        flaws.extend((record.row, record.flaw) for record in batch if record.flaw)
        append(connection, "raw", [_stored(record) for record in batch if not record.flaw])
    return ReadExport(seen, tuple(flaws))


def _batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    iterator = iter(records)
    while batch := list(islice(iterator, _BATCH)):
        yield batch


def _stored(record: Record) -> tuple[int, str, str, str]:
    body = json.dumps(record.body, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")
    return (record.row, record.kind, record.member, body)


def fill_sheets(
    connection: Connection,
    fmt: PlatformFormat,
    source_id: int,
    file: tuple[str, str, str | None, str | None],
    setting: ExportSetting | None,
) -> None:
    """Turn the records in `raw` into raw rows of the sheets; `file`: channel, name, export time, account."""
    connection.execute(_THIS_FILE, _told(file, setting))
    connection.execute(OWN_ACCOUNT)
    connection.execute(
        "insert into member_count select ?, member, count(*) from raw where rec_row > 0"
        " group by member order by member",
        [source_id],
    )
    for section in fmt.sections:
        _run_section(connection, section, source_id)


def _told(
    file: tuple[str, str, str | None, str | None], setting: ExportSetting | None
) -> dict[str, str | None]:
    """Return what is known of a file without opening it, for the table `this_file`."""
    channel, name, beside, account = file
    return {
        "channel": channel,
        "file": name,
        "exported": _exported(setting, beside),
        "zone": setting.time_zone if setting else None,
        "first": _iso(setting.covers_from if setting else None),
        "last": _iso(setting.covers_to if setting else None),
        "account": (setting.account if setting else None) or account,
    }


def _exported(setting: ExportSetting | None, beside: str | None) -> str | None:
    """Return when an export was made: as audit.toml says, its manifest, or its last day covered."""
    if setting is not None and setting.exported:
        return setting.exported
    return beside or (_iso(setting.covers_to) if setting is not None else None)


def _run_section(connection: Connection, section: Section, source_id: int) -> None:
    if section.fills == "out_of_scope":
        connection.execute(
            "insert into unread_row select ?, row, 'out_of_scope', '', why from"
            f" ({section.query}) as made where row is not null order by row, why",
            [source_id],
        )
    elif section.fills == "declared_counts":
        connection.execute(
            "insert into declared_count select ?, row, file, try_cast(rows_declared as bigint) from"
            f" ({section.query}) as made order by row, file",
            [source_id],
        )
    elif section.fills == "listed_files":
        connection.execute(
            "insert into listed_file select ?, row, side, name, remark from"
            f" ({section.query}) as made where name <> '' order by row",
            [source_id],
        )
    else:
        connection.execute(
            f"insert into raw_{section.fills} by name select ? as source_id, made.* from"
            f" ({section.query}) as made order by made.row",
            [source_id],
        )


def _iso(day: object) -> str | None:
    return None if day is None else str(day)
