"""Transcript → Recap."""
