"""Everything the director's report prints, from the stored results of one run."""

from __future__ import annotations

from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any

from ecrl_audit.documents import results as stored
from ecrl_audit.documents.charts.strips import Band, cover_art
from ecrl_audit.documents.phrases import local_day, short_day, span
from ecrl_audit.documents.sections import themes
from ecrl_audit.documents.sections.axis import TimeAxis, time_axis
from ecrl_audit.documents.sections.clauses import clause_lines
from ecrl_audit.documents.sections.controls import (
    ControlLine,
    control_lines,
    control_states,
)
from ecrl_audit.documents.sections.families import FamilyLine, family_lines
from ecrl_audit.documents.sections.findings import (
    MOST_ITEMS,
    MOST_UNDECIDED_ITEMS,
    findings,
    undecided,
)
from ecrl_audit.documents.sections.followup import item_changes
from ecrl_audit.documents.sections.glance import glance
from ecrl_audit.documents.sections.items import Reader
from ecrl_audit.documents.sections.labels import FAMILIES, Words, label, words
from ecrl_audit.documents.sections.people import people_of, series_secret
from ecrl_audit.documents.sections.quality import (
    attested_together,
    changes,
    evidence,
    ledger_differences,
    limited_reasons,
    rejects,
)
from ecrl_audit.documents.sections.scope import scope
from ecrl_audit.documents.sections.tables import cross_table
from ecrl_audit.documents.sections.thresholds import thresholds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecrl_audit.documents.drawing import Drawing
    from ecrl_audit.documents.pseudonyms import Pseudonyms
    from ecrl_audit.documents.results import Connection, Record, Results

CLASSIFICATION = "Not public – contains private data (Minn. Stat. ch. 13)"
_VERSION_CLAUSE = "0.1"
_MOST_CHECKS_READ = 400
_CONTENTS = (
    ("glance", "At a glance"),
    ("families", "Results by family"),
    ("scope", "Scope and coverage"),
    ("controls", "Results by control"),
    ("findings", "Findings"),
    ("undecided", "Needs a person’s judgement"),
    ("removals", "Removals"),
    ("blocks", "Blocks"),
    ("copyright", "Copyright notices"),
    ("people", "People and permissions"),
    ("monitoring", "Monitoring and reports"),
    ("staff", "Staff posts, incidents and partners"),
    ("statement", "Posted statement"),
    ("thresholds", "Thresholds and sensitivity"),
    ("quality", "Data quality and limitations"),
    ("clauses", "Clauses of the policy"),
    ("observations", "Observations on the policy"),
    ("followup", "Follow-up, restatements, attestations"),
    ("evidence", "Evidence index"),
)
_UNCERTAIN = frozenset({"limited", "not_tested", "error"})


def director_context(connection: Connection, results: Results) -> dict[str, Any]:
    """Return the one context of the director's report."""
    labels = words("labels")
    axis = time_axis(results.run["first_on"], results.run["last_on"])
    lines = control_lines(results, labels, axis)
    states = control_states(results, axis)
    found = _found(connection, results, labels, lines)
    families = family_lines(lines, labels, states, len(axis.starts))
    return {
        **frame(results, labels),
        "classification": CLASSIFICATION,
        "contents": _CONTENTS,
        "axis": axis,
        "cover": _art(families, axis),
        "cover_words": _cover_words(families, axis),
        "families": families,
        "of_family": _by_family(lines),
        "not_tested_controls": sum(1 for line in lines if line.conclusion == "not_tested"),
        "clauses": clause_lines(results, lines, labels),
        "scope": scope(results, labels),
        "item_changes": item_changes(connection, results),
        **_quality(results, lines, found["names"]),
        **found,
        **_subjects(connection, results, labels, axis),
    }


def frame(results: Results, labels: Words) -> dict[str, Any]:
    """Return what every document says about the run."""
    run, previous = results.run, results.previous
    zone = run["time_zone"]
    engagement = run["engagement_type"]
    return {
        "run": run,
        "labels": labels,
        "assurance": labels["document"]["assurance"],
        "engagement": engagement[:1].upper() + engagement[1:],
        "engagement_meaning": label(labels, "engagement", engagement),
        "period_words": span(run["first_on"], run["last_on"]),
        "issued_on": local_day(run["issued_at"], zone),
        "issued_stamp": run["issued_at"].strftime("%Y-%m-%dT%H:%M:%SZ"),
        "as_of_on": local_day(run["as_of_at"], zone),
        "policy_words": _version(results),
        "thresholds": thresholds(results, labels),
        "observations": words("observations")["observation"],
        "has_previous": previous is not None,
        "previous_words": span(previous["first_on"], previous["last_on"]) if previous else "",
        "exceptions_before": sum(row["items"] for row in results.previous_severities),
    }


def _version(results: Results) -> str:
    """Return what the policy calls its own version."""
    said = [row["quotation"] for row in results.clauses if row["clause"] == _VERSION_CLAUSE]
    return said[0] if said and said[0] else "–"


def _art(families: Sequence[FamilyLine], axis: TimeAxis) -> Drawing:
    return cover_art([Band(family.code, family.states) for family in families], axis.labels)


def _cover_words(families: Sequence[FamilyLine], axis: TimeAxis) -> str:
    marked = [
        f"{family.name}: {', '.join(names)}"
        for family in families
        if (names := [axis.names[i] for i, s in enumerate(family.states) if s == "exception"])
    ]
    found = "; ".join(marked) if marked else "none"
    return f"Families of controls by {axis.unit}. Columns with an exception: {found}."


def _by_family(lines: Sequence[ControlLine]) -> dict[str, tuple[ControlLine, ...]]:
    return {code: tuple(line for line in lines if line.family == code) for code in FAMILIES}


def _quality(results: Results, lines: Sequence[ControlLine], names: Pseudonyms) -> dict[str, Any]:
    refused, more = rejects(results, names)
    limited = [line for line in lines if line.conclusion in _UNCERTAIN]
    return {
        "limited": limited,
        "limited_reasons": limited_reasons(limited),
        "evidence": evidence(results),
        "rejects": refused,
        "rejects_more": more,
        "ledgers": ledger_differences(results),
        "changes": changes(results, lines),
        "restatements": results.restatements,
        "attested": attested_together(results),
        "attestations": [
            (row["clause"], short_day(date.fromisoformat(row["attested_on"])), row["statements"])
            for row in results.figure("attestations")
        ],
    }


def _found(
    connection: Connection, results: Results, labels: Words, lines: Sequence[ControlLine]
) -> dict[str, Any]:
    run_id = results.run["run_id"]
    exceptions = stored.items(connection, run_id, ("exception",), MOST_ITEMS)
    unsettled = ("needs_review", "not_evidenced")
    open_items = stored.items(connection, run_id, unsettled, MOST_UNDECIDED_ITEMS)
    keys = words("item_keys")
    sheets = keys.pop("sheets")
    shapes = {control: tuple(shape) for control, shape in keys.items()}
    mentioned: list[Record] = list(chain(*exceptions.values(), *open_items.values()))
    names = people_of(results, mentioned, shapes, sheets, series_secret(connection))
    reader = Reader(results, labels, names, shapes, sheets)
    found = findings(reader, lines, exceptions, thresholds(results, labels))
    return {
        "names": names,
        "findings": found,
        "number_of": {one.line.control: one.number for one in found},
        "undecided": undecided(reader, lines, open_items),
        "glance": glance(results, lines, found, labels),
        "access": themes.access_grid(results, labels, names),
        "role_calendar": _role_calendar(results, labels, names),
    }


def _role_calendar(results: Results, labels: Words, names: Pseudonyms) -> list[tuple[str, ...]]:
    return [
        (
            label(labels, "role", row["role"]),
            names.name(row["staff_key"], "staff"),
            row["acting"],
            _short(row["from_on"]),
            _short(row["to_on"]),
        )
        for row in results.figure("role_calendar")
    ]


def _short(text: str) -> str:
    return short_day(date.fromisoformat(text))


def _subjects(
    connection: Connection, results: Results, labels: Words, axis: TimeAxis
) -> dict[str, Any]:
    checks = stored.control_items(connection, results.run["run_id"], "NT-01", _MOST_CHECKS_READ)
    return {
        "acts": themes.acts_chart(results, labels, axis),
        "ages": themes.ages_chart(results, labels),
        "block_counts": [
            (label(labels, "block_measure", row["measure"]), row["items"])
            for row in results.figure("block_counts")
        ],
        "copyright": themes.copyright_cases(results),
        "statement": themes.statement_grid(results, labels, checks),
        **_tables(results, labels),
    }


def _tables(results: Results, labels: Words) -> dict[str, Any]:
    removals = results.figure("removals_by_rule")
    monitored = [row for row in results.by_channel if row["control"] == "MO-01"]
    posts = [
        {**row, "direction": label(labels, "partner_direction", row["direction"])}
        for row in results.figure("partner_posts")
    ]
    return {
        "by_rule": cross_table(
            removals, ("rule", "source", "removals"), ("Rule", labels["source"])
        ),
        "monitored": cross_table(
            monitored, ("channel", "outcome", "items"), ("Channel", labels["outcome"])
        ),
        "partners": cross_table(
            posts, ("direction", "category", "posts"), ("Direction", labels["partner_category"])
        ),
    }
