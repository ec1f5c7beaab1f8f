"""Every file that is no page: the document, the calendar, the feed, the forms of a difference."""
