"""Two therapists, one server, a real OpenID Connect provider: neither sees the other's clients."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import copytree

import pytest
from oidc_provider_mock import run_server_in_thread
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import text

from records import Settings, Store
from tests.browser.conftest import CLIENT, PATIENCE, ROOT, free_port, serve, settled, turn_to
from tests.browser.shell.test_keeping import begin

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
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The records of the clinic."""
    return tmp_path_factory.mktemp("clinic") / "records.db"


@pytest.fixture(scope="module")
def clinic(kept: Path) -> Iterator[str]:
    """The app with sign-in set up."""
    folder = kept.parent
    copytree(ROOT / ".streamlit", folder / ".streamlit")
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = {"PAIN_PLAN_DATABASE": f"sqlite:///{kept}"}
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


@pytest.fixture(scope="module")
def anna(browser: Browser, clinic: str) -> Iterator[Page]:
    """A therapist who has begun a visit, and stands in it."""
    page = sign_in(browser, clinic, "anna")
    begin(page, clinic, "Secret Client")
    yield page
    page.context.close()


@pytest.fixture
def carl(browser: Browser, clinic: str) -> Iterator[Page]:
    """Another therapist."""
    page = sign_in(browser, clinic, "carl")
    yield page
    page.context.close()


def test_who_has_not_signed_in_sees_no_page_and_no_visit(
    browser: Browser, anna: Page, clinic: str
) -> None:
    stranger = browser.new_context().new_page()
    for address in (clinic, f"{clinic}/clients", anna.url):
        stranger.goto(address)
        expect(stranger.get_by_role("button", name="Sign in")).to_be_visible(timeout=PATIENCE)
        expect(stranger.get_by_text("Secret Client")).to_have_count(0)
        expect(stranger.get_by_text("What hurts")).to_have_count(0)
    stranger.context.close()


@pytest.mark.slow  # the records refuse it: test_scope.py
def test_a_second_therapist_sees_nothing_of_the_first_until_it_is_shared_and_after(
    anna: Page, carl: Page, clinic: str
) -> None:
    carl.goto(anna.url)
    expect(carl.get_by_text("not among your records")).to_be_visible(timeout=PATIENCE)
    expect(carl.get_by_text("Secret Client")).to_have_count(0)
    assert "visit=" not in carl.url
    turn_to(carl, "Clients")
    expect(carl.get_by_text("No clients yet")).to_be_visible()
    expect(carl.get_by_text("Back up, restore")).to_have_count(0)
    foot = carl.get_by_text("Your sign-in name, for a share:").inner_text()
    turn_to(anna, "Clients")
    anna.locator(CLIENT).first.click()
    anna.get_by_text("Share with another therapist").click()
    anna.get_by_role("textbox", name="The other therapist").fill(foot.split(": ", 1)[1])
    anna.get_by_role("button", name="Share", exact=True).click()
    expect(anna.get_by_role("button", name="End the share")).to_be_visible()
    carl.reload()
    expect(carl.get_by_text("Secret Client")).to_be_visible(timeout=PATIENCE)
    carl.locator(CLIENT).first.click()
    expect(carl.get_by_text("Another therapist shares this client")).to_be_visible()
    expect(carl.get_by_text("Delete this client for good")).to_have_count(0)
    anna.get_by_role("button", name="End the share").click()
    expect(anna.get_by_role("button", name="End the share")).to_have_count(0)
    carl.reload()
    expect(carl.get_by_text("No clients yet")).to_be_visible(timeout=PATIENCE)
    carl.get_by_role("button", name="Sign out").click()
    expect(carl.get_by_role("heading", name="End Session")).to_be_visible()  # the provider's page
    carl.goto(clinic)
    expect(carl.get_by_role("button", name="Sign in")).to_be_visible(timeout=PATIENCE)


def answers(records_file: Path) -> list[str]:
    """Every text that was kept, of whichever visit."""
    with closing(Store(Settings.at(records_file))) as store:
        with store.database.reading() as connection:
            owners = connection.execute(text("SELECT DISTINCT owner FROM client")).scalars().all()
        of = [store.of(owner) for owner in owners]
        return [
            one.revision(visit.token, visit.revisions).body
            for one in of
            for line in one.clients().lines
            for visit in one.timeline(line.id)
        ]


@pytest.mark.slow
def test_signed_out_in_one_tab_is_signed_out_in_all_and_with_every_copy_of_the_cookie(
    browser: Browser, clinic: str, kept: Path
) -> None:
    first = sign_in(browser, clinic, "dora")
    begin(first, clinic, "Dora's Client")
    second = first.context.new_page()
    second.goto(first.url)
    expect(second.get_by_role("button", name="Next").first).to_be_visible(timeout=PATIENCE)
    cookies = first.context.cookies()
    turn_to(first, "Clients")
    first.get_by_role("button", name="Sign out").click()
    expect(first.get_by_role("heading", name="End Session")).to_be_visible()
    before = answers(kept)
    second.get_by_role("button", name="Next").first.click()
    expect(second.get_by_text("Dora's Client")).to_have_count(0, timeout=PATIENCE)
    copied = browser.new_context()
    copied.add_cookies(cookies)  # type: ignore[arg-type]
    thief = copied.new_page()
    thief.goto(second.url if "visit=" in second.url else clinic)
    expect(thief.get_by_text("Dora's Client")).to_have_count(0)
    expect(thief.get_by_role("heading", name="Sign out")).to_have_count(0)
    assert answers(kept) == before
    copied.close()
    first.context.close()


@pytest.mark.slow
def test_a_file_opens_with_its_sign_in_only_and_is_kept_by_no_browser(
    browser: Browser, clinic: str
) -> None:
    emma = sign_in(browser, clinic, "emma")
    begin(emma, clinic, "Emma's Client")
    turn_to(emma, "Clients")
    emma.locator(CLIENT).first.click()
    emma.get_by_text("Take the records out").click()
    everything = emma.get_by_role("button", name="All of this client")
    expect(everything).to_be_visible()
    settled(emma)
    with emma.expect_download() as caught:
        everything.click()
    file = caught.value.url
    assert "/media/" in file
    copied, stranger = browser.new_context(), browser.new_context()
    copied.add_cookies(emma.context.cookies())  # type: ignore[arg-type]
    opened = copied.request.get(file)
    assert (opened.status, opened.headers["cache-control"]) == (200, "no-store")
    assert stranger.request.get(file).status == 403
    for path in ("/_stcore/metrics", "/_stcore/upload_file/a/b"):
        assert stranger.request.get(clinic + path).status == 403
    other = emma.context.new_page()  # the first tab, and with it the file, stays
    other.goto(f"{clinic}/clients")
    other.get_by_role("button", name="Sign out").click(timeout=PATIENCE)
    expect(other.get_by_role("heading", name="End Session")).to_be_visible()
    assert copied.request.get(file).status == 403
    for context in (copied, stranger, emma.context):
        context.close()


@pytest.mark.slow  # the records refuse it: test_scope.py
def test_a_share_that_has_ended_is_so_on_an_open_page_too(
    browser: Browser, clinic: str, kept: Path
) -> None:
    fay, gus = sign_in(browser, clinic, "fay"), sign_in(browser, clinic, "gus")
    begin(fay, clinic, "Fay's Client")
    with closing(Store(Settings.at(kept))) as store:
        own = store.of(owner(store, "fay"))
        client = own.clients().lines[0].id
        own.share(client, owner(store, "gus"))
        gus.goto(fay.url)
        expect(gus.get_by_text("Fay's Client").first).to_be_visible(timeout=PATIENCE)
        own.unshare(client, owner(store, "gus"))
        before = answers(kept)
        gus.locator(".st-key-to-step-2 button").click()
        gus.locator(".st-key-scale-average").get_by_text("9", exact=True).click()
        expect(gus.get_by_text("not among your records").first).to_be_visible()
        assert answers(kept) == before
    gus.reload()
    expect(gus.get_by_text("not among your records").first).to_be_visible(timeout=PATIENCE)
    expect(gus.get_by_text("Fay's Client")).to_have_count(0)
    fay.context.close()
    gus.context.close()


def owner(store: Store, who: str) -> str:
    """The name that the provider and the records have for a person."""
    with store.database.reading() as connection:
        owners = connection.execute(text("SELECT owner FROM setting")).scalars().all()
    return next(str(one) for one in owners if str(one).startswith(f"{who} at "))
