"""What stands in deploy/ fits together, and a parser of compose files takes it."""

import ipaddress
import os
import re
import subprocess
from shutil import copytree, which

import pytest
import yaml

from tests.deploy import written
from tests.deploy.written import NAMES

SAID = {"DATABASE_PASSWORD": "letters", "PAIN_PLAN_KEY": "key"}
WHOLE = yaml.safe_load((written.DEPLOY / "compose.yaml").read_text())
NGINX = (written.DEPLOY / "nginx.conf").read_text()
PORT = 8501


def test_the_example_asks_for_every_variable_of_the_compose_file_and_no_other():
    asked = set(written.VARIABLE.findall((written.DEPLOY / "compose.yaml").read_text()))
    assert asked == set(written.to_fill_in("example.env")) == set(SAID)


def test_what_an_example_leaves_empty_is_filled_in():
    text = written.filled_in("example.secrets.toml", {"cookie_secret": "one for both"})
    assert 'cookie_secret = "one for both"' in text
    assert set(written.to_fill_in("example.secrets.toml")) == {
        "cookie_secret", "client_id", "client_secret",
    }  # fmt: skip


def test_the_two_app_servers_differ_in_their_address_alone():
    first, second = (written.service(name, SAID) for name in NAMES)
    networks = [one.pop("networks") for one in (first, second)]
    assert first == second
    assert [one["outside"]["ipv4_address"] for one in networks] == ["172.30.19.11", "172.30.19.12"]
    assert "./secrets.toml:/app/.streamlit/secrets.toml:ro" in first["volumes"]


def test_the_proxy_finds_the_app_servers_where_they_are():
    here = {name: WHOLE["services"][name]["networks"]["outside"]["ipv4_address"] for name in NAMES}
    hosts = dict(one.split(":") for one in WHOLE["services"]["proxy"]["extra_hosts"])
    (net,) = WHOLE["networks"]["outside"]["ipam"]["config"]
    assert hosts == here
    assert all(
        ipaddress.ip_address(ip) in ipaddress.ip_network(net["subnet"]) for ip in here.values()
    )
    assert set(re.findall(r"server (\w+):(\d+)", NGINX)) == {(name, str(PORT)) for name in NAMES}
    assert f"EXPOSE {PORT}" in (written.DEPLOY / "Dockerfile").read_text()


def test_nobody_reaches_the_database_or_an_app_server_past_the_proxy():
    published = {name for name, one in WHOLE["services"].items() if "ports" in one}
    assert published == {"proxy"}
    assert WHOLE["services"]["database"]["networks"] == ["inside"]
    assert WHOLE["networks"]["inside"]["internal"] is True
    assert "inside" not in WHOLE["services"]["proxy"]["networks"]


def test_the_proxy_takes_as_large_a_file_as_a_page_does():
    config = (written.ROOT / ".streamlit" / "config.toml").read_text()
    page = re.search(r"^maxUploadSize = (\d+)", config, re.MULTILINE)
    proxy = re.search(r"client_max_body_size (\d+)m;", NGINX)
    assert page and proxy
    assert int(proxy[1]) > int(page[1])  # the file, and the form around it


def test_the_image_has_what_the_folder_has_and_the_build_may_take_it():
    may = (written.ROOT / ".dockerignore").read_text().splitlines()
    for source, _ in written.image().copied:
        assert (written.ROOT / source).exists()
        assert f"!{source}" in may


@pytest.mark.slow
def test_a_parser_of_compose_files_takes_it(tmp_path):
    words = ["docker-compose"] if which("docker-compose") else ["docker", "compose"]
    if subprocess.run([*words, "version"], capture_output=True, check=False).returncode:
        if os.environ.get("PAIN_PLAN_SERVERS") == "required":
            pytest.fail("no docker-compose on this machine, and PAIN_PLAN_SERVERS=required")
        pytest.skip("no docker-compose on this machine: the compose file is not parsed")
    folder = copytree(written.DEPLOY, tmp_path / "deploy")
    ask = [*words, "config"]
    refused = subprocess.run(ask, cwd=folder, capture_output=True, text=True, check=False)
    assert refused.returncode
    assert "example.env" in refused.stderr
    (folder / ".env").write_text(written.filled_in("example.env", SAID))
    taken = subprocess.run(ask, cwd=folder, capture_output=True, text=True, check=False)
    assert taken.returncode == 0, taken.stderr
    assert set(yaml.safe_load(taken.stdout)["services"]) == {"proxy", *NAMES, "database"}
