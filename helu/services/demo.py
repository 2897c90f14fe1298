"""Something to try Helu with: an organisation and two gatherings, made on an empty database."""

from csv import DictReader
from dataclasses import dataclass
from functools import cache

import yaml
from sqlmodel import Session, col, select

from helu.errors import sentence
from helu.services import access, accounts, gatherings
from helu.settings import DATA
from helu.store.tables import Membership, Organisation, User, Workshop

DEMO_NAME = "Seljord kommune"  # the demo's questions name the organisation they were asked in
PLAIN_NAME = sentence("Min organisasjon")
FIRST_USER = ("fasilitator@helu.example", "Fasilitator")
TEMPLATES = {"six-steps": "Lederplattform i seks trinn", "seljord-samling-1": "Seljord, samling 1"}


@dataclass(frozen=True)
class Links:
    welcome: str  # token of the first facilitator's one-time link; empty once a password is chosen
    code: str  # the newest gathering; empty when there is none


def first_links(db: Session, with_demo: bool) -> Links:
    """What to print at a start. An empty database gets a first user, and the demo if asked for."""
    if db.exec(select(Organisation.id)).first() is None:
        _make(db, with_demo)
    there = select(Workshop.code).where(col(Workshop.removed_at).is_(None), access.no_pulse())
    newest = there.order_by(col(Workshop.created_at).desc())
    return Links(_welcome(db), db.exec(newest).first() or "")


def _make(db: Session, with_demo: bool) -> None:
    organisation = accounts.add_organisation(db, DEMO_NAME if with_demo else PLAIN_NAME)
    accounts.invite(db, organisation.id, *FIRST_USER, role="owner")
    for template, title in TEMPLATES.items() if with_demo else ():
        gatherings.make(db, organisation, template, title=title)


def _welcome(db: Session) -> str:
    """A new one-time link for as long as nobody has chosen a password."""
    if db.exec(select(User.id).where(User.password_hash != "")).first() is not None:
        return ""
    owner = db.exec(select(Membership).where(Membership.role == "owner")).first()
    return accounts.reset_for(db, owner.organisation_id, owner.user_id) if owner else ""


@cache
def real_answers() -> dict[str, list[str]]:
    """Answers from a real gathering, without names: activity key -> texts. Bokmål and nynorsk mixed."""
    questions = yaml.safe_load((DATA / "demo" / "questions.yaml").read_text(encoding="utf-8"))
    answers: dict[str, list[str]] = {}
    with (DATA / "demo" / "seljord_answers.csv").open(encoding="utf-8", newline="") as file:
        for row in DictReader(file):
            answers.setdefault(questions[row["question_key"]], []).append(row["text"])
    return answers
