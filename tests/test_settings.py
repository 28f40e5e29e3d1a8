"""A library's audit.toml: what it may change, and what a slip in it is told."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecrl_audit import assets, policy
from ecrl_audit import settings as library_settings
from ecrl_audit.errors import UsageError
from ecrl_audit.model import ExportSetting, ParameterValue, Settings

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLE = """
schema = 1
[library]
name = "Example Library"
time_zone = "America/Denver"
fiscal_year_start = "07-01"
[engagement]
type = "internal audit"
[calendar]
indigenous_peoples_day = "closed"
confirmed_through = 2027-12-31
[parameters]
concern_review_limit = { value = 5, status = "approved", approved_by = "Board", \
approved_on = 2026-03-09 }
removal_limit = 4
team_may_moderate = false
[[export]]
path = "exports/fb-page/posts.csv"
time_zone = "America/Chicago"
covers_from = 2026-07-01
covers_to = "2026-09-30"
"""


def read(tmp_path: Path, text: str) -> Settings:
    """Read a text as a library's audit.toml."""
    path = tmp_path / "audit.toml"
    path.write_text(text, encoding="utf-8")
    return library_settings.read_settings(path)


def named(values: tuple[ParameterValue, ...], name: str) -> ParameterValue:
    """Return one threshold by its name."""
    return next(value for value in values if value.name == name)


def test_without_a_file_every_setting_is_its_default(tmp_path: Path) -> None:
    found = library_settings.read_settings(tmp_path / "audit.toml")
    assert found == Settings(
        library_name="East Central Regional Library",
        time_zone="America/Chicago",
        fiscal_year_start="01-01",
        engagement="management self-assessment",
        parameters=policy.default_parameters(),
    )


def test_the_defaults_are_all_of_parameters_toml_and_all_proposed() -> None:
    path = assets.folder("queries") / "policy" / "parameters.toml"
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    values = policy.default_parameters()
    assert [value.name for value in values] == [*document["parameter"], *document["calendar"]]
    assert {(value.status, value.changed) for value in values} == {("proposed", False)}
    assert named(values, "removal_limit").value == "3"
    assert named(values, "team_may_moderate").value == "true"
    assert named(values, "day_after_thanksgiving").value == "unset"
    assert named(values, "confirmed_through").value == ""


def test_a_full_file_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, EXAMPLE)
    assert found.library_name == "Example Library"
    assert found.time_zone == "America/Denver"
    assert found.fiscal_year_start == "07-01"
    assert found.engagement == "internal audit"
    assert found.exports == (
        ExportSetting(
            "exports/fb-page/posts.csv",
            "America/Chicago",
            date(2026, 7, 1),
            date(2026, 9, 30),
        ),
    )


def test_a_full_file_changes_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    values = read(tmp_path, EXAMPLE).parameters
    limit = named(values, "concern_review_limit")
    assert (limit.value, limit.status, limit.changed) == ("5", "approved", True)
    assert (limit.approved_by, limit.approved_on) == ("Board", "2026-03-09")
    changed = {value.name: value.value for value in values if value.changed}
    assert changed == {
        "concern_review_limit": "5",
        "removal_limit": "4",
        "team_may_moderate": "false",
        "indigenous_peoples_day": "closed",
        "confirmed_through": "2027-12-31",
    }
    assert [v.name for v in values if v.status == "approved"] == ["concern_review_limit"]


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeff[library]\nname = 'A'\n").library_name == "A"


@pytest.mark.parametrize(
    ("text", "unknown", "close"),
    [
        ("schem = 1", "schem", "schema"),
        ("[librery]\nname = 'A'", "librery", "library"),
        ("[library]\nnme = 'A'", "library.nme", "name"),
        ("[engagement]\ntyp = 'internal audit'", "engagement.typ", "type"),
        ("[calendar]\nafter_thanksgiving = 'open'", "after_thanksgiving", "day_after_thanksgiving"),
        ("[parameters]\nremoval_limt = 3", "removal_limt", "removal_limit"),
        ("[parameters]\nremoval_limit = { valu = 3 }", "removal_limit.valu", "value"),
        ("[[export]]\npath = 'a'\ncover_to = 2026-01-01", "export.cover_to", "covers_to"),
    ],
)
def test_an_unknown_key_is_named_with_the_nearest_known_one(
    tmp_path: Path, text: str, unknown: str, close: str
) -> None:
    with pytest.raises(UsageError) as raised:
        read(tmp_path, text)
    assert f"{unknown} is unknown" in str(raised.value)
    assert f"the nearest known one is {close}." in str(raised.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[library", "is not TOML"),
        ("library = 3", r"\[library\] is a table"),
        ("export = 3", r"\[\[export\]\]"),
        ("[[export]]\ntime_zone = 'UTC'", "needs a path"),
        ("[[export]]\npath = 'a'\ncovers_to = 'soon'", "export.covers_to is a date"),
        ("[library]\nname = ' '", "name is text"),
        ("[library]\ntime_zone = 6", "time_zone is text"),
        ("[library]\nfiscal_year_start = '13-01'", "fiscal_year_start is a day"),
        ("[engagement]\ntype = 'audit opinion'", "engagement.type is one of: management"),
        ("[calendar]\nindigenous_peoples_day = 'maybe'", "is open, closed or unset"),
        ("[calendar]\nconfirmed_through = '2026-02-30'", "confirmed_through is a date"),
        ("[parameters]\nremoval_limit = -1", "removal_limit is a whole number of bd"),
        ("[parameters]\nremoval_limit = 2.5", "removal_limit is a whole number of bd"),
        ("[parameters]\nremoval_limit = true", "removal_limit is a whole number of bd"),
        ("[parameters]\nteam_may_moderate = 2", "team_may_moderate is true or false"),
        ("[parameters]\nsample_confidence = 101", "percentage from 0 to 100"),
        ("[parameters]\nremoval_limit = { status = 'agreed' }", "proposed or approved"),
    ],
)
def test_a_bad_value_is_refused_in_words(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message) as raised:
        read(tmp_path, text)
    assert str(raised.value).startswith("audit.toml")


@pytest.mark.parametrize(
    ("approval", "message"),
    [
        ("", "names approved_by and approved_on"),
        ("approved_by = 'Board'", "names approved_by and approved_on"),
        ("approved_on = 2026-03-09", "names approved_by and approved_on"),
        ("approved_by = 'Board', approved_on = 'March'", "approved_on is a date"),
    ],
)
def test_an_approval_says_by_whom_and_when(tmp_path: Path, approval: str, message: str) -> None:
    entry = ", ".join(filter(None, ["value = 5", "status = 'approved'", approval]))
    with pytest.raises(UsageError, match=message):
        read(tmp_path, f"[parameters]\nremoval_limit = {{ {entry} }}")


def test_the_proposed_value_itself_can_be_approved() -> None:
    approval = {"status": "approved", "approved_by": "Board", "approved_on": date(2026, 3, 9)}
    values = policy.apply_change(policy.default_parameters(), "removal_limit", approval)
    limit = named(values, "removal_limit")
    assert (limit.value, limit.status, limit.changed) == ("3", "approved", False)


def test_a_change_for_one_run_is_marked_and_touches_nothing_else() -> None:
    before = policy.default_parameters()
    after = policy.apply_change(before, "removal_limit", "5")
    limit = named(after, "removal_limit")
    assert (limit.value, limit.status, limit.changed) == ("5", "proposed", True)
    assert [v for v in after if v.name != "removal_limit"] == [
        v for v in before if v.name != "removal_limit"
    ]
    assert named(policy.default_parameters(), "removal_limit").value == "3"


def test_a_change_for_one_run_is_not_what_the_board_approved() -> None:
    approval = {"status": "approved", "approved_by": "Board", "approved_on": "2026-03-09"}
    approved = policy.apply_change(policy.default_parameters(), "removal_limit", approval)
    limit = named(policy.apply_change(approved, "removal_limit", "5"), "removal_limit")
    assert (limit.status, limit.approved_by, limit.approved_on) == ("proposed", "", "")


def test_a_change_of_an_unknown_threshold_names_the_nearest_one() -> None:
    with pytest.raises(UsageError, match=r"removal_limits is unknown; .* removal_limit\."):
        policy.apply_change(policy.default_parameters(), "removal_limits", "5")


@settings(database=None, deadline=None)
@given(st.sampled_from(policy.default_parameters()), st.text(max_size=12))
def test_a_value_is_refused_or_fits_its_unit(parameter: ParameterValue, text: str) -> None:
    try:
        value = policy.checked_value(parameter, text)
    except UsageError:
        return
    if parameter.unit == "day":
        assert date.fromisoformat(value).isoformat() == value
    elif parameter.unit in ("open/closed", "yes/no"):
        assert value in ("open", "closed", "unset", "true", "false")
    else:
        assert 0 <= int(value) <= (100 if parameter.unit == "percent" else 100_000)
