"""Recap → Recap: what people want of the minutes that a machine drew up."""
