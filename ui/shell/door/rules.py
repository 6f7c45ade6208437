"""Who is refused, and in which words.

Without sign-in everything belongs to the account that runs the server: who asks must hold that
account, or the key. With sign-in the sign-in is the door, for a proxy is another account.
"""

from starlette.requests import HTTPConnection
from streamlit import config

from planner.model.phrase import Phrase
from planner.words import say
from ui.shell import sign_in_set_up
from ui.shell.door import account, cookie, key, origins

HEALTH, METRICS = "/_stcore/health", "/_stcore/metrics"
OF_A_CLIENT = ("/media/", "/_stcore/upload_file/")
OF_THE_PROGRAM = ("/static/", "/pictures/", "/component/", "/_stcore/bidi-components/")
FORWARDED = ("x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via")

NOT_SERVED = say(
    """\
Not served to other machines.

This program holds health records and is reachable from other machines, or under another name than
this machine's, but nobody has to sign in. It shows nothing until one of the two is changed:

- Use it on this machine only: start it with {command}, leave {address} at {localhost}
  (in {config}), and open the address that it names.
- Let therapists sign in: write an {auth} section with your OpenID Connect provider into
  {secrets}; the README's part on sign-in has an example.
""",
    command="streamlit run app.py",
    address="server.address",
    localhost="localhost",
    config=".streamlit/config.toml",
    auth="[auth]",
    secrets=".streamlit/secrets.toml",
)
OTHER_PAGE = say(
    "A page of another address asked for this. Nothing was shown or changed. Open the app by its "
    "own address, in a tab of its own."
)
BEHIND_A_PROXY = say(
    "This came through a proxy, and nobody has to sign in: who stands behind the proxy cannot be "
    "told. Nothing was shown or changed. Open the app directly on this machine, or set up sign-in."
)
OTHER_ACCOUNT = say(
    "Another account of this machine seems to ask: nothing was shown or changed. If you started "
    "the program yourself, open the address that now stands where you started it."
)
SIGNED_OUT = say("Sign in first: nothing was shown or changed.")
NOT_TOLD = say("How the server is used is not told.")
BROKEN = say(
    "Who asks for this could not be found out, so nothing was shown or changed. Start the program "
    "again; if it stays so, report it."
)


def why_refused(asked: HTTPConnection) -> Phrase | None:
    """Why this is not answered; None where it is."""
    path = _path(asked)
    if path == HEALTH:
        return None
    if path.startswith(METRICS):
        return NOT_TOLD
    if origins.is_foreign(asked):
        return OTHER_PAGE
    if sign_in_set_up.providers() is None:
        return _why_not_this_account(asked)
    needs_cookie = path.startswith(OF_A_CLIENT)
    return SIGNED_OUT if needs_cookie and not cookie.is_signed_in(asked) else None


def holds_nothing(asked: HTTPConnection) -> bool:
    """Whether what is asked for is the program itself, which a browser may keep."""
    return _path(asked).startswith(OF_THE_PROGRAM)


def _why_not_this_account(asked: HTTPConnection) -> Phrase | None:
    if not origins.is_at_this_machine(asked):
        return NOT_SERVED
    if any(name in asked.headers for name in FORWARDED):
        return BEHIND_A_PROXY
    return None if account.is_own(asked) or key.fits(asked) else OTHER_ACCOUNT


def _path(asked: HTTPConnection) -> str:
    """Without the base that the server may stand under."""
    base = str(config.get_option("server.baseUrlPath")).strip("/")
    path = str(asked.scope["path"])
    return path.removeprefix(f"/{base}") if base else path
