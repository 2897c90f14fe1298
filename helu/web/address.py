"""The address that phones can reach: what HELU_PUBLIC_URL says, else this machine's own on its network."""

import socket
from functools import cache
from urllib.parse import urlsplit

from helu.settings import settings

_port = {"port": 8501}


def serve_on(port: int) -> None:
    _port["port"] = port


def public_url() -> str:
    """Without a slash at the end."""
    return settings().public_url.rstrip("/") or f"http://{own_address()}:{_port['port']}"


def shown() -> str:
    """The same as people write it: without http, and with /delta behind."""
    return public_url().split("://", 1)[-1] + "/delta"


def is_plain_http() -> bool:
    return urlsplit(public_url()).scheme != "https"


@cache
def own_address() -> str:
    """This machine's address on the network it would use to reach others; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.255.255.255", 1))
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"
