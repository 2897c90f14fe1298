from tests.both import kind_of_database

__all__ = ["kind_of_database"]
