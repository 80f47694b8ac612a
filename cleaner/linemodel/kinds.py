"""What kind of furniture a line is: read off its cue words, its shape and the heading that it stands under."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.linemodel.shape import Shape, cue_names

KINDS = (
    "newsletter related share caption credit ad cookie paywall copyright comments tags pager video gallery timestamp "
    "byline bio contact promo slogan navigation embed other"
).split()


def kind_of(i: int, lines: Sequence[str], shapes: Sequence[Shape]) -> str:
    """The kind of line ``i``, one of ``KINDS``."""
    cue = dict(zip(cue_names(), shapes[i].values[20:], strict=True))
    words = shapes[i].values[0]
    if cue["ad"] and words <= 6:
        return "ad"
    if cue["newsletter"] and ("newsletter" in lines[i].lower() or "inbox" in lines[i].lower()):
        return "newsletter"
    if cue["legal"] and words <= 30:
        return "copyright"
    if cue["share"] and words <= 4:
        return "share"
    if cue["comments"] and words <= 15:
        return "comments"
    if cue["credit"] and words <= 6:
        return "credit"
    if cue["credit"] or cue["caption"]:
        return "caption"
    if cue["tags"] == 2 and words <= 12:
        return "tags"
    if cue["paywall"] and words <= 20:
        return "paywall"
    if cue["video"] and words <= 15:
        return "video"
    if cue["stamp"] and words <= 10:
        return "timestamp"
    if cue["bio"]:
        return "bio"
    return "related"
