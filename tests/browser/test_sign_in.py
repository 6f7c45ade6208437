"""Two therapists, one server, a real OpenID Connect provider: neither sees the other's clients."""

from collections.abc import Iterator
from shutil import copytree

import pytest
from oidc_provider_mock import run_server_in_thread
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PATIENCE, ROOT, free_port, serve, turn_to
from tests.browser.test_keeping import begin

SECRETS = """
[auth]
redirect_uri = "{app}/oauth2callback"
cookie_secret = "only for this test, only on this machine"
client_id = "pain-plan"
client_secret = "only for this test"
server_metadata_url = "{provider}/.well-known/openid-configuration"
client_kwargs = {{ "prompt" = "login" }}
"""


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app with sign-in set up."""
    folder = tmp_path_factory.mktemp("clinic")
    copytree(ROOT / ".streamlit", folder / ".streamlit")
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = {"PAIN_PLAN_DATABASE": f"sqlite:///{folder}/records.db"}
    with run_server_in_thread() as provider:
        at = f"http://localhost:{provider.server_port}"
        secrets = folder / ".streamlit" / "secrets.toml"
        secrets.write_text(SECRETS.format(app=address, provider=at))
        yield from serve(ROOT / "app.py", folder, environment, port)


def sign_in(browser: Browser, address: str, who: str) -> Page:
    """A browser of one's own, signed in."""
    page = browser.new_context(accept_downloads=True).new_page()
    page.goto(address)
    page.get_by_role("button", name="Sign in").click(timeout=PATIENCE)
    page.get_by_placeholder("sub").fill(who)
    page.get_by_role("button", name="Authorize").click()
    expect(page.get_by_text("The plan appears here after")).to_be_visible(timeout=PATIENCE)
    return page


def test_who_has_not_signed_in_sees_no_page_and_no_visit(browser: Browser, clinic: str) -> None:
    owner = sign_in(browser, clinic, "anna")
    begin(owner, clinic, "Secret Client")
    stranger = browser.new_context().new_page()
    for address in (clinic, f"{clinic}/clients", owner.url):
        stranger.goto(address)
        expect(stranger.get_by_role("button", name="Sign in")).to_be_visible(timeout=PATIENCE)
        expect(stranger.get_by_text("Secret Client")).to_have_count(0)
        expect(stranger.get_by_text("What hurts")).to_have_count(0)


def test_a_second_therapist_sees_nothing_of_the_first(browser: Browser, clinic: str) -> None:
    first = sign_in(browser, clinic, "bella")
    begin(first, clinic, "Bella's Client")
    visit_address = first.url
    second = sign_in(browser, clinic, "carl")
    second.goto(visit_address)
    expect(second.get_by_text("not among your records")).to_be_visible(timeout=PATIENCE)
    expect(second.get_by_text("Bella's Client")).to_have_count(0)
    assert "visit=" not in second.url
    turn_to(second, "Clients")
    expect(second.get_by_text("No clients yet")).to_be_visible()
    expect(second.get_by_text("Back up, restore")).to_have_count(0)
    second.get_by_role("button", name="Sign out").click()
    expect(second.get_by_role("heading", name="End Session")).to_be_visible()  # the provider's page
    second.goto(clinic)
    expect(second.get_by_role("button", name="Sign in")).to_be_visible(timeout=PATIENCE)


def test_a_share_lets_the_other_therapist_in_and_is_taken_back(
    browser: Browser, clinic: str
) -> None:
    second = sign_in(browser, clinic, "erik")
    turn_to(second, "Clients")
    foot = second.get_by_text("Your sign-in name, for a share:").inner_text()
    name = foot.split(": ", 1)[1]
    first = sign_in(browser, clinic, "dora")
    begin(first, clinic, "Dora's Client")
    turn_to(first, "Clients")
    first.get_by_role("button", name="Visits").click()
    first.get_by_text("Share with another therapist").click()
    first.get_by_role("textbox", name="The other therapist").fill(name)
    first.get_by_role("button", name="Share", exact=True).click()
    expect(first.get_by_role("button", name="End the share")).to_be_visible()
    second.reload()
    expect(second.get_by_text("Dora's Client")).to_be_visible(timeout=PATIENCE)
    second.get_by_role("button", name="Visits").click()
    expect(second.get_by_text("Another therapist shares this client")).to_be_visible()
    expect(second.get_by_text("Delete this client for good")).to_have_count(0)
    first.get_by_role("button", name="End the share").click()
    expect(first.get_by_role("button", name="End the share")).to_have_count(0)
    second.reload()
    expect(second.get_by_text("No clients yet")).to_be_visible(timeout=PATIENCE)
