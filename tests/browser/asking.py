"""A councillor who asks the dashboard something from its opening page: whatever is clicked, chosen or opened is counted."""

import re
from time import monotonic

from playwright.sync_api import Page, expect

from tests.browser.dashboard import choose, follow, open_fold, settle

SECONDS_TO_ANSWER = 20


class Councillor:
    """One visit that began on the opening page. `interactions` is what it took so far: a click, or typing and choosing."""

    def __init__(self, page: Page, server: str, authority: str) -> None:
        self.page = page
        self.interactions = 0
        follow(page, server, authority=authority)

    def turn_to(self, title: str) -> "Councillor":
        """Click on a page in the list of pages."""
        self.page.get_by_test_id("stSidebar").get_by_role("link", name=title, exact=True).click()
        expect(self.page).to_have_title(re.compile(f"^{re.escape(title)}"))
        return self._did()

    def choose(self, label: str, words: str) -> "Councillor":
        """Pick from a list, by typing what is looked for."""
        before = self.page.url
        choose(self.page, label, words)
        self.page.wait_for_function("before => location.href !== before", arg=before)
        return self._did()

    def open(self, label: str) -> "Councillor":
        """Open a fold."""
        head = self.page.locator("summary", has_text=label)
        open_fold(self.page, self.page.locator(".stExpander details").filter(has=head).first)
        return self._did()

    def click(self, role: str, name: str) -> "Councillor":
        """Click on something of our own."""
        self.page.get_by_role(role, name=name).first.click()  # type: ignore[arg-type]
        return self._did()

    def reads(self, *answers: str) -> None:
        """What the page says in sight, each a pattern, after at most three interactions."""
        missing, said = self._missing(answers)
        end = monotonic() + SECONDS_TO_ANSWER  # a fold is filled by a run that begins a little after the click
        while missing and monotonic() < end:
            self.page.wait_for_timeout(200)
            missing, said = self._missing(answers)
        assert not missing, f"Not answered: {missing}. The page says: {said[:2000]}"
        assert self.interactions <= 3, f"It took {self.interactions} interactions."

    def _missing(self, answers: tuple[str, ...]) -> tuple[list[str], str]:
        said = " ".join(self.page.locator(".stMain").inner_text().split())
        return [answer for answer in answers if not re.search(answer, said)], said

    def _did(self) -> "Councillor":
        self.interactions += 1
        settle(self.page)
        return self
