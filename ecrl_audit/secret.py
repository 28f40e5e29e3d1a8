"""The key of pseudonyms: one per user account, kept outside every database and package.

Pseudonyms without a key could be turned back by trying all users, so there is no fallback.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from ecrl_audit.errors import EnvironmentLacksError, UsageError

KEY_VARIABLE = "ECRL_AUDIT_KEY_FILE"
_BYTES = 32


def key_file() -> Path:
    """Return where the key is kept: $ECRL_AUDIT_KEY_FILE, or the user's configuration folder."""
    named = os.environ.get(KEY_VARIABLE)
    if named:
        return Path(named)
    base = os.environ.get("XDG_CONFIG_HOME") or os.environ.get("APPDATA")
    return (Path(base) if base else Path.home() / ".config") / "ecrl-audit" / "pseudonym.key"


def series_secret(library: str) -> str:
    """Return the secret of a library's series of reports, as hex; the key is made when missing.

    Raises UsageError for a key of the wrong length, EnvironmentLacksError when it can
    neither be read nor written.
    """
    return hmac.digest(_key(), library.encode(), hashlib.sha256).hex()


def _key() -> bytes:
    path = key_file()
    try:
        if not path.exists():
            _make(path)
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except OSError as error:
        raise EnvironmentLacksError(
            f"the key of pseudonyms {path} cannot be kept: {error.strerror}."
            f" Name a file that can with the environment variable {KEY_VARIABLE}."
        ) from error
    except ValueError as error:
        raise UsageError(
            f"{path} is not a key of pseudonyms. Move it away to make a new one."
        ) from error
    if len(key) != _BYTES:
        raise UsageError(f"{path} is not a key of {_BYTES} bytes. Move it away to make a new one.")
    return key


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as stream:
        stream.write(secrets.token_hex(_BYTES) + "\n")
