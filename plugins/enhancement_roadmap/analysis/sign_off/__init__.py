"""What somebody has agreed to: until when it holds, whether it still does, and what it is about."""
