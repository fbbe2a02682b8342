"""The family TX: the words, numbers and signs of targets."""

__all__ = []
