"""What a person looks at to see what became of a text."""
