"""Reviews: what is due to be looked at again, and what was changed since."""
