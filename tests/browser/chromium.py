"""Find a Chromium for the browser tests, or install one: `python -m tests.browser.chromium`.

Found as `pages.shots.chromium` says. Where there is none: Debian's package, as root; then Playwright's installer. The path
goes to stdout, everything else to stderr.
"""

import os
import shutil
import subprocess
import sys

from pages.shots.chromium import find

__all__ = ["NOT_RUN", "find", "install", "is_required"]

MINUTES_TO_INSTALL = 10

NOT_RUN = """
******************************************************************************
*  THE BROWSER TESTS DID NOT RUN: no Chromium was found or could be installed.
*  Nobody has seen the pages work. Install Chromium or Google Chrome, or name
*  one in the environment variable CHROMIUM, and run `make test` again.
******************************************************************************
"""


def install() -> str | None:
    """Install a Chromium where that can be done without asking, and return its path, or None."""
    for attempt in (_install_from_debian, _install_from_playwright):
        attempt()
        if path := find():
            return path
    return None


def is_required() -> bool:
    """Whether browser tests that cannot run are a failure: CI=true says that nobody is there to read a warning."""
    return os.environ.get("CI", "").lower() in ("true", "1")


def main() -> int:
    """Print the path of a Chromium, installing one if need be; exit code 1 where there is none and CI=true."""
    path = find() or install()
    if path:
        print(path)
        return 0
    print(NOT_RUN, file=sys.stderr)
    return 1 if is_required() else 0


def _install_from_debian() -> None:
    if _is_root() and shutil.which("apt-get"):
        _run("apt-get", "update")
        _run("apt-get", "install", "--yes", "--no-install-recommends", "chromium")


def _install_from_playwright() -> None:
    installer = (sys.executable, "-m", "playwright", "install")
    # As root, the installer may also fetch the system libraries that its Chromium needs.
    if not (_is_root() and _run(*installer, "--with-deps", "chromium")):
        _run(*installer, "chromium")


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0  # Windows has no such thing


def _run(*command: str) -> bool:
    """Run one step of an installation, and say whether it went well."""
    print("Browser tests:", " ".join(command), file=sys.stderr)
    try:
        subprocess.run(
            command,
            env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
            timeout=MINUTES_TO_INSTALL * 60,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as trouble:
        print(f"That did not work: {trouble}", file=sys.stderr)
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
