"""A job: documents in, articles out, and what it remembers between runs."""
