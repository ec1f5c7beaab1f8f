"""Pictures as coordinates, which templates draw."""
