"""Every file that is no page: the document, the calendar, the feed, the formats of a difference. `table` has them by name."""
