"""Thin adapters between the product and what shows its pages."""
