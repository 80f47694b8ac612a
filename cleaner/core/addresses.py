"""Addresses of pages."""

from __future__ import annotations

from urllib.parse import urlsplit


def host_of(url: str | None) -> str:
    """The host that a URL names, in lower case; empty if it names none.

    >>> host_of("https://WWW.example.org:443/a"), host_of("no url"), host_of("http://[bad"), host_of(None)
    ('www.example.org', '', '', '')
    """
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
