"""Mail: a newsletter or a clipping as one ``.eml`` file."""

from __future__ import annotations

import email.policy
from collections.abc import Iterator
from email.message import EmailMessage
from email.parser import BytesParser

from cleaner.core.record import Record, identity
from cleaner.run.sources.reading import Reading, Shard, read_limited


def mail(shard: Shard, reading: Reading) -> Iterator[Record]:
    """The HTML part of a mail, else its plain text. Its subject becomes the title, its date the date of publication."""
    data = read_limited(shard.stream, reading.max_bytes)
    try:
        message = BytesParser(EmailMessage, policy=email.policy.default).parsebytes(data)
        yield _record(message, shard)
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError) as error:
        yield shard.fault("", f"not a readable mail: {type(error).__name__}: {error}")


def _record(message: EmailMessage, shard: Shard) -> Record:
    part = message.get_body(preferencelist=("html", "plain"))
    if part is None or not isinstance(part, EmailMessage):
        return shard.fault("", "a mail without a text")
    content, media_type = _body(part), part.get_content_type()
    subject = str(message.get("subject") or "").strip()
    if media_type == "text/plain" and isinstance(content, str) and subject:
        content = f"{subject}\n\n{content}"
    sender = str(message.get("from") or "")
    given = str(message.get("message-id") or "").strip().strip("<>")
    return Record(
        identity(given, None, content),
        content,
        published=str(message.get("date") or "") or None,
        media_type="text/html" if media_type == "text/html" else "text/plain",
        meta={"from": sender, "subject": subject},
        origin=shard.origin(),
        shard=shard.name,
    )


def _body(part: EmailMessage) -> bytes | str:
    """The text if its charset is known, else its bytes."""
    try:
        return str(part.get_content()).replace("\r\n", "\n")
    except (LookupError, KeyError):
        payload = part.get_payload(decode=True)
        return payload if isinstance(payload, bytes) else b""
