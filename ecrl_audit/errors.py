"""The faults a user can put right, each with its exit code; anything else is a bug.

AuditError                    the base: shown as one line, without a traceback
├── UsageError           2    option, control, parameter, audit.toml or a control file is wrong
├── InputRefusedError    4    a file cannot be used as evidence: which, why, what to do
├── NothingToTestError   5    no control selected, or no record and no coverage in the period
├── RenderError          6    results are stored, a document could not be made
├── VerificationError    7    a package does not match its manifest
├── DatabaseBusyError   11    another process holds the database
└── EnvironmentLacksError 12  a library, font, permission or space is missing
"""


class AuditError(Exception):
    """A fault the user can put right; `exit_code` is what the command ends with."""

    exit_code = 70


class UsageError(AuditError):
    """The call, the settings or a control file is wrong."""

    exit_code = 2


class InputRefusedError(AuditError):
    """A file cannot be used as evidence."""

    exit_code = 4

    def __init__(self, file: str, why: str, what_to_do: str = "") -> None:
        """Name the file, say why it is refused and what to do about it."""
        self.file = file
        self.why = why
        self.what_to_do = what_to_do
        super().__init__(f"{file}: {why}" + (f" {what_to_do}" if what_to_do else ""))


class NothingToTestError(AuditError):
    """There is nothing to examine in the period or the selection."""

    exit_code = 5


class RenderError(AuditError):
    """Results are stored, but a document could not be made."""

    exit_code = 6


class VerificationError(AuditError):
    """A package does not match its manifest."""

    exit_code = 7


class DatabaseBusyError(AuditError):
    """Another process holds the database."""

    exit_code = 11


class EnvironmentLacksError(AuditError):
    """A library, font, permission or space is missing; says how to get it."""

    exit_code = 12
