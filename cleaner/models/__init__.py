"""Small trained models of lines and of blocks."""
