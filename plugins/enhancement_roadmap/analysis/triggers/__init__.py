"""Triggers: where each stands by the readings and events, and when it may fire."""
