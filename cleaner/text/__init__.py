"""What any stage may ask of a text: its words, its lines, whether a word is English."""
