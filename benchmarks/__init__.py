"""How Helu holds up when a whole hall answers at once."""
