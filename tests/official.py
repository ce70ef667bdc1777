"""The folder of full published files, which the repository does not carry. The tests on them need to be told where."""

import os
from pathlib import Path

import pytest

NOT_SET = "CPD_OFFICIAL is not set: tests on the full published files did not run"


def official() -> Path:
    """The folder that CPD_OFFICIAL names. Skips the test if it is not set; fails it if no such folder exists."""
    named = os.environ.get("CPD_OFFICIAL", "")
    if not named:
        pytest.skip(NOT_SET, allow_module_level=True)
    folder = Path(named)
    if not folder.is_dir():
        pytest.fail(f'CPD_OFFICIAL names "{named}", which is not a folder. Name the folder with releases.csv in it.')
    return folder
