"""A small trained model of the line in its context.

Rows of wordings know what a newsletter pitch says; they cannot know that ``Hunt's budget: what we know`` is a link to
another story while ``Hunt's budget`` above a paragraph is a sub-heading. That takes the line's shape, its words, its
neighbours and its place. The model looks at each line of a text in this order:

1. the words' score: how much more often its words and word pairs stand in furniture than in bodies (:mod:`.words`);
2. its shape (:mod:`.shape`) and its place among the lines around it (:mod:`.context`), where sure furniture is skipped,
   so that two paragraphs with ``Advertisement`` between them are neighbours;
3. a few shallow trees over these whole numbers (:mod:`.trees`).

All arithmetic is on whole numbers: the same text gives the same verdict on every machine.
"""

from __future__ import annotations

from cleaner.models.line.judge import Judgement, judge
from cleaner.models.line.kinds import kind_of, worded

__all__ = ["Judgement", "judge", "kind_of", "worded"]
