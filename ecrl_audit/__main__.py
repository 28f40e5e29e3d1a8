"""The command line as `python -m ecrl_audit`."""

from ecrl_audit.cli import main

if __name__ == "__main__":
    main()
