"""Exports: articles in the formats of newsrooms, archives, search engines and data scientists."""
