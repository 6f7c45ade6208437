"""What a server is set up with: TLS, kept to, and no more in the image than it runs."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROXY = (ROOT / "deploy" / "nginx.conf").read_text()
A_YEAR = 365 * 24 * 60 * 60


def test_only_new_tls_is_spoken():
    [spoken] = re.findall(r"ssl_protocols ([^;]+);", PROXY)
    assert set(spoken.split()) == {"TLSv1.2", "TLSv1.3"}


def test_plain_http_is_sent_on_and_serves_nothing():
    plain = [
        one for one in re.findall(r"server \{(.*?)\n    \}", PROXY, re.DOTALL) if "ssl" not in one
    ]
    assert plain
    for one in plain:
        assert re.search(r"return 30[18] https://", one)
        assert "proxy_pass" not in one


def test_browsers_are_told_to_keep_to_tls_for_a_year_and_not_to_guess_types():
    [seconds] = re.findall(r'Strict-Transport-Security "max-age=(\d+)[^"]*" always', PROXY)
    assert int(seconds) >= A_YEAR
    assert "X-Content-Type-Options nosniff always" in PROXY


def test_the_image_takes_what_is_named_and_no_history():
    lines = (ROOT / ".dockerignore").read_text().split()
    assert lines[0] == "*"
    taken = [one.removeprefix("!") for one in lines if one.startswith("!")]
    assert not [one for one in taken if one.startswith(".git") or one in ("tests", "bench", "docs")]
