"""What kind of furniture a line is: read off its cue words, its shape and the heading that it stands under."""

from __future__ import annotations

from cleaner.linemodel.shape import SHAPE, Shape, cue_names, shape

KINDS = (
    "newsletter related share caption credit ad cookie paywall copyright comments tags pager video gallery timestamp "
    "byline bio contact promo slogan navigation embed other"
).split()


def kind_of(line: str, measured: Shape | None = None) -> str:
    """The kind of a line of furniture, one of ``KINDS``."""
    values = (measured or shape(line)).values
    cue = dict(zip(cue_names(), values[len(SHAPE) :], strict=True))
    words = values[0]
    if cue["ad"] and words <= 6:
        return "ad"
    if cue["newsletter"] and ("newsletter" in line.lower() or "inbox" in line.lower()):
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
