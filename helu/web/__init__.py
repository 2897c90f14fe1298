"""What plain web pages share: templates, cookies, files, limits and how problems are told."""
