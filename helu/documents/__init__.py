"""Files that go out of the house and come in: spreadsheets, posters, calendars."""
