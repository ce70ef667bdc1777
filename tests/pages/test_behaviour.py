"""The scripts of the browser are one module, mounted once a run, that reaches for nothing outside."""

import re

from pages.parts.behaviour import SCRIPTS, script
from tests.pages.visiting import PAGES, Visit


def test_all_scripts_are_in_the_module_and_it_has_one_entrance() -> None:
    assert script().count("export default function") == 1
    assert len(SCRIPTS) == len(set(SCRIPTS)) == 9
    assert not re.search(r"\bimport\b|fetch\(|https?://|eval\(|innerHTML", script())


def test_every_page_mounts_the_scripts_once() -> None:
    for page in PAGES:
        visit = Visit().open(page)
        assert len(visit.app.get("bidi_component")) == 1, page


def test_every_page_offers_its_link_and_paper() -> None:
    for page in PAGES:
        visit = Visit().open(page)
        assert visit.html.count('data-cpd-copy="link"') == 1 == visit.html.count("data-cpd-print"), page
