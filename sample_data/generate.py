"""Write the evidence folder of the invented library and the list of what was planted in it.

Run it as `python -m sample_data.generate [FOLDER]`; without a folder it writes beside itself.
The same program writes the same bytes, whenever and wherever it runs.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from sample_data.generator.telling import sample_files


def write_sample(folder: Path) -> None:
    """Replace the evidence folder and planted.csv below a folder by newly made ones."""
    files = sample_files()
    shutil.rmtree(folder / "evidence", ignore_errors=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def main() -> None:
    """Write to the folder named on the command line, or beside this file."""
    write_sample(Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parent)


if __name__ == "__main__":
    main()
