"""Words, sentences and the English lexicon, shared by all stages."""
