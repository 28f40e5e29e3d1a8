"""What the audit costs beside plain DuckDB: ratios measured in one run, never a test.

`python -m bench [ROWS]` writes a posts sheet of ROWS records (default 200,000), reads it with
plain DuckDB and with the loader, judges it, and prints the director's report of the sample
library beside a plain table. Its budget is three tables for 40 pages, 300 MB at the peak.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pypdf

from ecrl_audit import audit, check, load
from ecrl_audit.documents import pdf
from ecrl_audit.model import RunRequest
from ecrl_audit.periods import parse_period

AS_OF = datetime(2026, 10, 15, tzinfo=UTC)


def timed(work: Callable[[], object]) -> float:
    """Return the processor seconds one call takes, of this process and all its threads."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def write_posts(folder: Path, rows: int) -> Path:
    """Write an evidence folder with one large sheet and full coverage."""
    logbook = folder / "logbook"
    logbook.mkdir(parents=True)
    covered = "source,channel,covers_from,covers_to\nall,all,2026-01-01,2026-12-31\n"
    (logbook / "coverage.csv").write_text(covered, encoding="utf-8")
    path = logbook / "posts.csv"
    with path.open("w", encoding="utf-8") as stream:
        stream.write("post,channel,author_kind,author,posted,text\n")
        for n in range(rows):
            day, hour = 1 + n % 28, n % 24
            stream.write(
                f"p{n},fb,public,u{n % 4999},2026-0{1 + n % 9}-{day:02d} {hour:02d}:00,"
                f'"Thanks, number {n % 7919} of many: see you at the branch"\n'
            )
    return path


def plain_load(path: Path, database: Path) -> None:
    """Read the file as DuckDB does by itself, every column text, into a table."""
    connection = duckdb.connect(str(database))
    connection.execute(
        f"create table posts as select * from read_csv('{path}', all_varchar = true)"
    )
    connection.close()


def plain_group(database: Path) -> None:
    """Find the texts that one author posted twice: the plain query behind the duplicate rule."""
    connection = duckdb.connect(str(database))
    connection.execute(
        "select author, lower(text), count(*) from posts group by all having count(*) > 1"
    ).fetchall()
    connection.close()


def plain_table(target: Path, rows: int = 1_000) -> None:
    """Print a plain table of five columns by the renderer alone, archival and tagged."""
    cells = "".join(f"<td>cell {n} of a row</td>" for n in range(5))
    html = f"<table>{'<tr>' + cells + '</tr>'}{('<tr>' + cells + '</tr>') * rows}</table>"
    with pdf.printing_room():
        pdf.renderer().HTML(string=html).write_pdf(target, pdf_variant=pdf.VARIANT)


def measure_report(folder: Path, request: RunRequest) -> None:
    """Audit the sample library and measure its director's report, brought to 40 pages."""
    folder.mkdir()
    table = timed(lambda: plain_table(folder / "table.pdf"))
    report("plain WeasyPrint, 1,000 rows", table, table)
    audit.load_into(audit.sample_evidence(), folder, lambda _: None)
    check.check(folder / audit.DATABASE, request)
    target = folder / "director.pdf"
    seconds = timed(lambda: audit.render_one(folder / audit.DATABASE, "director", target))
    pages = len(pypdf.PdfReader(target).pages)
    report(f"director's report, {pages} pages", seconds, table)
    report("the same for 40 pages (budget 3 x)", seconds * 40 / pages, table)


def report(name: str, seconds: float, plain: float) -> None:
    """Print one line: processor seconds and how many times plain DuckDB that is."""
    print(f"{name:34} {seconds:8.2f} s {seconds / plain:8.1f} x")


def main() -> None:
    """Measure and print."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = write_posts(folder / "evidence", rows)
        plain = timed(lambda: plain_load(path, folder / "plain.duckdb"))
        grouped = timed(lambda: plain_group(folder / "plain.duckdb"))
        print(f"{rows} posts, {path.stat().st_size // 1_000_000} MB")
        report("plain DuckDB, text table", plain, plain)
        database = folder / "audit.duckdb"
        report("load", timed(lambda: load.load(folder / "evidence", database)), plain)
        report("plain DuckDB, duplicate query", grouped, grouped)
        request = RunRequest(parse_period("2026-Q3"), AS_OF)
        report("check, every control", timed(lambda: check.check(database, request)), grouped)
        measure_report(folder / "sample", request)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{'peak resident memory':34} {peak:8} MB")


if __name__ == "__main__":
    main()
