"""A small trained model that decides which lines of a text are boilerplate.

Rows know the wording of a newsletter pitch. They cannot know that ``Hunt's budget: what we know`` is a link to another
story, while ``Hunt's budget`` above a paragraph is a sub-heading. That takes the shape of the line, its words, its
neighbours and its position. The model uses, in this order:

1. the score of its words: how much more often they occur in boilerplate than in articles (:mod:`.words`);
2. its shape (:mod:`.shape`) and its position among other lines (:mod:`.context`), where sure boilerplate is skipped,
   so that two paragraphs with ``Advertisement`` between them are neighbours;
3. a few shallow trees over these integers (:mod:`.trees`).

All arithmetic is on integers: the same text gets the same verdict on every machine.
"""

from __future__ import annotations

from cleaner.models.line.judge import Judgement, judge
from cleaner.models.line.kinds import kind_of, worded

__all__ = ["Judgement", "judge", "kind_of", "worded"]
