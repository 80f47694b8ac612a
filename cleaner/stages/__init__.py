"""Stages: each reads a document and proposes findings. They are siblings and never import each other."""
