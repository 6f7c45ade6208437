"""The server asks nobody outside, whoever asks it."""

import socket
from collections.abc import Iterator
from contextlib import closing

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.browser.conftest import ROOT, serve


@pytest.fixture
def way_out() -> Iterator[socket.socket]:
    """The only way out of a server: a proxy that answers nothing, and sees who comes."""
    with closing(socket.create_server(("127.0.0.1", 0))) as proxy:
        proxy.setblocking(False)
        yield proxy


def came(proxy: socket.socket) -> int:
    """How many have come to the proxy since it was asked last."""
    number = 0
    while True:
        try:
            proxy.accept()[0].close()
        except BlockingIOError:
            return number
        number += 1


def test_a_page_of_another_origin_is_refused_without_asking_a_stranger(
    way_out: socket.socket,
) -> None:
    through = f"http://127.0.0.1:{way_out.getsockname()[1]}"
    names = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), through)
    for address in serve(ROOT / "app.py", environment=names | {"NO_PROXY": "127.0.0.1"}):
        stream = f"{address.replace('http', 'ws')}/_stcore/stream"
        for origin in ("http://evil.example", "https://evil.example:8501", "null"):
            with pytest.raises(InvalidStatus, match="403"):
                connect(stream, additional_headers={"Origin": origin}, proxy=None)
        with connect(stream, additional_headers={"Origin": address}, proxy=None):
            pass
        assert came(way_out) == 0
