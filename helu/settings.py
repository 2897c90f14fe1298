"""What can be set from outside. Everything has a default that works on a laptop."""

from functools import cache
from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"  # method content, templates, locales: part of the program
PAGES = ROOT / "pages"


class Settings(BaseSettings):
    """`HELU_DATA_DIR`, `HELU_DATABASE_URL`, `HELU_PUBLIC_URL` and `HELU_SSO_FILE` in the environment."""

    model_config = SettingsConfigDict(env_prefix="HELU_")

    data_dir: Path = DATA  # where the database, the secret and the backups lie
    database_url: str = ""
    public_url: str = ""
    sso_file: Path | None = None  # who may vouch for people; else sso.toml in the data folder

    @property
    def database(self) -> str:
        """The SQLAlchemy address of the database; PostgreSQL always through psycopg."""
        if not self.database_url:
            return f"sqlite:///{self.data_dir.absolute() / 'helu.db'}"
        for prefix in ("postgresql://", "postgres://"):
            if self.database_url.startswith(prefix):
                return "postgresql+psycopg://" + self.database_url.removeprefix(prefix)
        return self.database_url

    @property
    def backups(self) -> Path:
        return self.data_dir / "backups"


@cache
def settings() -> Settings:
    """Read once: every answer asks for it. `forget()` of the database reads the environment anew."""
    return Settings()
