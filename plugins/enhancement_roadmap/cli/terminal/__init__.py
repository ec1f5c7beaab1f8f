"""How views and tables look in a terminal."""
