"""A whole preview of a change in one folder."""
