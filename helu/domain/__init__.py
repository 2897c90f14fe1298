"""What is true in a gathering, whoever is asking. Plain Python: no database, no screen."""
