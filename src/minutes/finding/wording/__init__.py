"""From what was said to what minutes say."""
