"""A small trained model that decides which blocks of a page are the article.

For each block it scores the words of its text and of the names of the elements around it (:mod:`.clues`), measures its
form and its position relative to the main container of the page, in the tree and in reading order (:mod:`.features`),
and then evaluates a few shallow trees. Blocks far from the article that are surely boilerplate are settled before that.
"""

from __future__ import annotations

from cleaner.models.block.judge import NEVER, Verdict, judge, probability

__all__ = ["NEVER", "Verdict", "judge", "probability"]
