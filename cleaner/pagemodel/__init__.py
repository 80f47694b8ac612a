"""A small trained model of a page's blocks: which of them are the article."""
