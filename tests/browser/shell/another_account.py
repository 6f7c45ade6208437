"""What another account of the machine does with the port: told on stdin, by root."""

import encodings.idna  # noqa: F401  (that account could not read it any more)
import json
import os
import socket
import sys
from http.client import HTTPResponse

UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Protocol": "streamlit",
}


def ask(port: int, method: str, path: str, headers: dict[str, str]) -> tuple[int, str]:
    """Ask over a connection of one's own; the status and the words."""
    upgrade = UPGRADE if path.endswith("/_stcore/stream") else {}
    said = {"Host": f"localhost:{port}", **upgrade, **headers}
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in said.items())]
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall("\r\n".join((*lines, "", "")).encode())
        answer = HTTPResponse(connection, method=method)
        answer.begin()
        status = answer.status
        return status, "" if status == 101 else answer.read().decode(errors="replace")


if __name__ == "__main__":
    told = json.load(sys.stdin)
    os.setgroups([])
    os.setgid(told["account"])
    os.setuid(told["account"])
    json.dump([ask(told["port"], *one) for one in told["asked"]], sys.stdout)
