"""Forbids the network to this Python: every look-up and connection beyond the machine itself raises.

The tests put this folder on PYTHONPATH, so that Pythons they start obey as well: the command line, workers, a
notebook's kernel.
"""

import sys
from typing import Any

_HERE = ("127.", "::1", "localhost")
_ADDRESSED = ("socket.connect", "socket.sendto", "socket.sendmsg")
_LOOKED_UP = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")


class OfflineError(RuntimeError):
    """Something reached for the network."""


def forbid(event: str, args: tuple[Any, ...]) -> None:
    """Raises where an audited event leaves the machine."""
    if event in _ADDRESSED and isinstance(args[1], tuple):  # a path is a socket of this machine
        host = args[1][0]
    elif event in _LOOKED_UP:
        host = args[0]
    else:
        return
    if host and not str(host).startswith(_HERE):
        raise OfflineError(f"{event} reached for {host}")


sys.addaudithook(forbid)
