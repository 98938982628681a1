"""Nothing leaves the machine: the guard itself is tried here; every other test runs under it."""

import socket
import subprocess
import sys

import pytest

AWAY = ("192.0.2.1", 9)  # a number that is set aside for documentation


def test_this_python_connects_to_nobody() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line, pytest.raises(RuntimeError, match=r"192\.0\.2\.1"):
        line.connect(AWAY)


def test_this_python_looks_nobody_up() -> None:
    with pytest.raises(RuntimeError, match=r"example\.org"):
        socket.getaddrinfo("example.org", 443)


def test_a_python_that_a_test_starts_connects_to_nobody() -> None:
    code = f"import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect({AWAY})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 1
    assert "OfflineError" in done.stderr


def test_the_machine_itself_may_be_reached() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.connect(("127.0.0.1", 9))
        assert line.getpeername() == ("127.0.0.1", 9)
