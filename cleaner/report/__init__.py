"""Reports: pages that show people what happened to a text."""
