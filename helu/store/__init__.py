"""What Helu remembers: tables, the database, and how it grows."""
