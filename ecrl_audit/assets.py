"""Where the folders that are not Python lie: beside the package, or inside an installed one."""

from pathlib import Path

from ecrl_audit.errors import EnvironmentLacksError

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str, package: Path = _PACKAGE) -> Path:
    """Return the folder `name` of this installation, for example `queries`.

    An installed package carries it in `_assets`, a checkout beside the package. Exactly one
    of the two must be there; anything else raises EnvironmentLacksError and names both.
    """
    installed = package / "_assets" / name
    beside = package.parent / name
    present = [path for path in (installed, beside) if path.is_dir()]
    if len(present) == 1:
        return present[0]
    if present:
        raise EnvironmentLacksError(
            f"The folder {name} is there twice, as {installed} and as {beside}."
            " Remove the first: a checkout has no _assets."
        )
    raise EnvironmentLacksError(
        f"The folder {name} is missing; it was looked for as {installed} and as {beside}."
        " Install ecrl-audit again."
    )
