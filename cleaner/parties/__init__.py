"""People, roles, agencies and publishers: one vocabulary for bylines, credits and names."""
