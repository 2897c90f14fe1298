"""Method content and ready-made templates: read from files, checked, and put into one language."""
