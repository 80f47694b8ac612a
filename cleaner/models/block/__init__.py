"""A small trained model of a page's blocks: which of them are the article.

It looks at each block in this order: what its words and the names of the elements around it speak for
(:mod:`.clues`), its form, its place in the tree and in reading order as seen from the page's main container
(:mod:`.features`), and then asks a few shallow trees. Blocks far from the article that are sure to be boilerplate are
settled before the trees are asked.
"""

from __future__ import annotations

from cleaner.models.block.judge import NEVER, Verdict, judge, probability

__all__ = ["NEVER", "Verdict", "judge", "probability"]
