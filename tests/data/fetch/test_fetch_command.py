"""The command: stdout names the new files, stderr is the conversation, exit code 6 says that something would not come."""

import subprocess
import sys
from pathlib import Path

import pytest
import typer

from data.fetch.address import PUBLIC_API
from data.fetch.command import command
from tests.data.drawn import RATE
from tests.data.fetch.conftest import SOURCE
from tests.data.fetch.faults import status
from tests.data.fetch.fetching import run_command
from tests.data.fetch.server import Service

FIRST = f"children-looked-after-in-england-including-adoptions-2024/v1.0/{RATE}"


def test_the_new_files_are_named_and_the_next_step_is_said(service: Service, into: Path) -> None:
    ran = run_command(into, "--url", service.url)
    assert (ran.code, ran.out) == (0, f"{into / FIRST}\n")
    assert f"New: {SOURCE} 1.0 (Reporting year 2024), published 14 November 2024: 10 rows, SHA-256 " in ran.err
    assert ran.err.endswith(f"Check and publish them with: python -m data publish {into}\n")


def test_nothing_new_is_said_and_is_no_failure(service: Service, into: Path) -> None:
    run_command(into, "--url", service.url)
    ran = run_command(into, "--url", service.url)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.endswith("Nothing new has been published.\n")


def test_the_address_may_stand_in_the_environment(service: Service, into: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CPD_EES_URL", service.url)
    assert run_command(into, "--source", SOURCE).code == 0
    assert len(service.asked_for("csv")) == 1


def test_a_failure_ends_with_its_sentence_and_code_6(service: Service, into: Path) -> None:
    service.go_wrong("csv", status(404))
    ran = run_command(into, "--url", service.url)
    assert (ran.code, ran.out) == (6, "")
    last = ran.err.splitlines()[-1]
    assert last.startswith(f"{SOURCE}: {service.url}/v1/data-sets/") and "does not exist (the service answers 404)" in last
    assert "Nothing new" not in ran.err and "Traceback" not in ran.err


def test_a_source_that_is_asked_for_by_name_and_not_offered_is_a_failure(service: Service, into: Path) -> None:
    ran = run_command(into, "--url", service.url, "--source", SOURCE, "--source", "workforce")
    assert (ran.code, ran.out) == (6, f"{into / FIRST}\n")
    assert ran.err.splitlines()[-1].startswith("workforce: The service offers no publication ")


def test_every_option_explains_itself() -> None:
    app = typer.Typer()
    app.command("fetch")(command)
    described = typer.main.get_command(app)
    assert all(p.help for p in described.params if p.name != "help")  # type: ignore[attr-defined]
    assert described.help and described.help.startswith("Download new releases")


def test_without_an_address_the_public_service_is_meant() -> None:
    app = typer.Typer()
    app.command("fetch")(command)
    (url,) = (p for p in typer.main.get_command(app).params if p.name == "url")
    assert url.default == PUBLIC_API and url.envvar == "CPD_EES_URL"  # type: ignore[attr-defined]
    assert PUBLIC_API.startswith("https://")


def test_it_runs_in_a_process_of_its_own(service: Service, into: Path) -> None:
    code = "from data.fetch.command import command; import sys; command(sys.argv[1], url=sys.argv[2])"
    ran = subprocess.run(
        [
            sys.executable,
            "-c",
            f"from pathlib import Path; {code.replace('sys.argv[1]', 'Path(sys.argv[1])')}",
            into,
            service.url,
        ],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == f"{into / FIRST}\n"


def test_registering_the_command_does_not_load_an_http_library() -> None:
    code = "import sys, data.fetch.command; sys.exit('requests' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], timeout=60).returncode == 0
