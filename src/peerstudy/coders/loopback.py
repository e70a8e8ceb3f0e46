"""A language model on this machine, asked by the OpenAI-compatible protocol (Ollama, llama.cpp).

No other machine is ever asked: not by name, not by a redirect, not through a proxy.
"""

import ipaddress
import json
import urllib.request
from collections.abc import Callable
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit

from peerstudy.tables import TableError

Ask = Callable[[dict[str, Any]], str]


def endpoint(url: str, *, seconds: float) -> Ask:
    """A way to ask the server at a loopback address.

    Parameters
    ----------
    url
        Such as `http://127.0.0.1:11434/v1/chat/completions`.
    seconds
        To wait for an answer.

    Returns
    -------
    ask
        Raises a TableError if the server does not answer as the protocol says.

    Raises
    ------
    ValueError
        If the address is not this machine's own: words of participants never leave it.
    """
    if not own(url):
        raise ValueError(elsewhere(url))

    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirect())

    def ask(request: dict[str, Any]) -> str:
        body = json.dumps(request).encode()
        sent = urllib.request.Request(url, body, {"Content-Type": "application/json"})
        try:
            with opener.open(sent, timeout=seconds) as answer:
                return str(json.load(answer)["choices"][0]["message"]["content"])
        except (OSError, HTTPException, ValueError, LookupError, TypeError, RecursionError) as error:
            raise TableError(
                f"language_model: no answer from {url}: {error}. Hint: is the server running, and is"
                f" {request.get('model')!r} one of its models? What it answered so far is not asked again"
            ) from None

    return ask


def elsewhere(url: str) -> str:
    """What is said of an address that is not this machine's own."""
    return (
        f"language_model: url: {url!r} is no loopback address. What people said never leaves this machine."
        " Hint: http://127.0.0.1:<port>/v1/chat/completions"
    )


def own(url: str) -> bool:
    """Whether the address is written as a loopback one and nothing beside: no name, no user, no tail."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        loopback = ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False  # a name may lead anywhere, so it is refused, `localhost` too
    written = f"[{host}]" if ":" in host else host
    plain = parts.netloc == written + (f":{port}" if port is not None else "")
    return loopback and plain and "%" not in host and parts.scheme == "http" and parts.geturl() == url


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A server that sends the request elsewhere is not followed."""

    def redirect_request(self, *_: Any) -> None:
        """Follow nothing."""
