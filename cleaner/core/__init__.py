"""The document and its contract: spans, edits, layers, facts and the article that they make."""
