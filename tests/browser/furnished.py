"""A leader group that has come far: a gathering with every kind of activity, and a platform with something in each part."""

from tests.browser.boards import say
from tests.browser.house import Gathering, House
from tests.browser.plans import COMMITMENTS, EVERY_KIND

DEED = """
from uuid import UUID
from sqlmodel import select
from helu.domain.platform import *
from helu.services import board, platforms, pulses, running
with writing() as db:
    workshop, earlier = access.workshop_by_code(db, {code!r}), access.workshop_by_code(db, {earlier!r})
    members = db.exec(select(Membership).where(Membership.organisation_id == workshop.organisation_id)).all()
    owner = accounts.user_by_email(db, "astrid@fjell.no")
    visitor = logins.who(db, logins.start(db, owner.id, workshop.organisation_id))
    group = groups.add(db, visitor, "Ledergruppa " + workshop.code, "leader_group")
    groups.set_members(db, visitor, group.id, [each.user_id for each in members])
    workshop.group_id = earlier.group_id = group.id
    db.add_all([workshop, earlier])
    db.commit()
    platform = platforms.of_workshop(db, workshop)
    line = Line(id="l1", text="skape trygghet og retning")
    parts = {{
        "poster": Poster(lines=[line], meanings=[Meaning(what="trygghet", text="Alle tør å si fra.")]),
        "purpose": Element(text="Vi skaper retning.", open_work=[Line(text="Spør de ansatte")]),
        "matter_list": Matters(matters=[Matter(text="Budsjettet", line="l1"), Matter(text="Sykefravær")]),
        "values": Values(vision="Nær og åpen", values=[Value(text="Åpen", actions=[Line(text="Deler")])]),
        "structure_culture": StructureCulture(structure=[Line(text="Faste møter")], culture=[Line(text="Vi ler")]),
        "principles": Principles(lines=[Line(text="Vi lytter først")]),
        "year": Year(entries=[YearEntry(title="Ledermøte", month=1, day=12)]),
        "launch": Launch(audiences=[Announcement(audience="Ansatte", message="Dette gjør vi", who="Kari", when="Mai")]),
    }}
    for part, content in parts.items():
        platforms.write(db, platform, part, content, platforms.newest(db, platform, part).number)
    pulses.make(db, visitor, platform.id, pulses.standard("nb"), weeks=6)
    sorted_ = next(each for each in running.activities_in(db, workshop.id) if each.kind == "theme_board")
    for theme in ("Trygghet", "Tid"):
        board.add_theme(db, workshop, sorted_, theme)
    for card in ("Alle tør å si fra", "Færre møter"):
        board.add_card(db, workshop, sorted_, card)
"""


def furnished(helu: House) -> Gathering:
    """Not started yet. Last time Kari promised something."""
    earlier = helu.planned([COMMITMENTS], "Forrige samling")
    earlier.move("next")
    say(earlier, {"name": "Kari", "what": "Rydde i møtene", "when": "1. mars", "sign": "Ledig tid"}, "commitments")
    earlier.move("end")
    gathering = helu.planned(EVERY_KIND, "Alt vi kan")
    helu.inside(DEED.format(code=gathering.code, earlier=earlier.code))
    return gathering
