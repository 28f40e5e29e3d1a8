"""The folders that are not Python are found in exactly one place."""

from pathlib import Path

import pytest

from ecrl_audit.assets import folder
from ecrl_audit.errors import EnvironmentLacksError


def test_a_checkout_has_the_folders_beside_the_package(tmp_path: Path) -> None:
    (tmp_path / "queries").mkdir()
    assert folder("queries", package=tmp_path / "ecrl_audit") == tmp_path / "queries"


def test_an_installed_package_carries_the_folders(tmp_path: Path) -> None:
    carried = tmp_path / "ecrl_audit" / "_assets" / "queries"
    carried.mkdir(parents=True)
    assert folder("queries", package=tmp_path / "ecrl_audit") == carried


def test_a_folder_in_both_places_is_refused_and_both_are_named(tmp_path: Path) -> None:
    carried = tmp_path / "ecrl_audit" / "_assets" / "queries"
    carried.mkdir(parents=True)
    (tmp_path / "queries").mkdir()
    with pytest.raises(EnvironmentLacksError, match="there twice") as raised:
        folder("queries", package=tmp_path / "ecrl_audit")
    assert str(carried) in str(raised.value)
    assert str(tmp_path / "queries") in str(raised.value)


def test_a_folder_in_neither_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentLacksError, match="missing"):
        folder("queries", package=tmp_path / "ecrl_audit")


@pytest.mark.parametrize("name", ["queries", "report_templates", "sample_data"])
def test_this_installation_is_whole(name: str) -> None:
    assert any(path.is_file() for path in folder(name).rglob("*"))
