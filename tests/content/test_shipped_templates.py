import csv
from typing import Any

import pytest
import yaml

from helu.activities import ACTIVITIES
from helu.content.library import METHOD, method, problems, read_template, templates
from helu.content.plan import PlannedActivity, plan
from helu.i18n import LANGUAGES
from helu.settings import DATA

SHIPPED = [
    "blank",
    "follow-up",
    "leadership-balance",
    "network-meeting",
    "purpose-poster",
    "seljord-samling-1",
    "short",
    "six-steps",
    "values-culture",
]
SELJORD_CLOCK = {
    "welcome": ("08:30", 15),
    "goals_and_frame": ("08:45", 60),
    "break_1": ("09:45", 15),
    "future_picture": ("10:00", 60),
    "model_intro": ("11:00", 30),
    "lunch": ("11:30", 45),
    "platform_start": ("12:15", 90),
    "break_2": ("13:45", 15),
    "platform_framework": ("14:00", 75),
    "summary": ("15:15", 15),
    "close": ("15:30", 0),
}


def planned(template: str, language: str = "nb") -> dict[str, PlannedActivity]:
    agenda = plan(templates()[template], language, "Fjordvik kommune").items
    return {activity.key: activity for item in agenda for activity in item.activities}


def real_answers() -> list[tuple[str, str]]:
    keys: dict[str, str] = yaml.safe_load((DATA / "demo" / "questions.yaml").read_text())
    with (DATA / "demo" / "seljord_answers.csv").open(newline="") as file:
        return [(keys[row["question_key"]], row["text"]) for row in csv.DictReader(file)]


def test_every_shipped_template_can_be_used() -> None:
    assert (sorted(templates()), problems()) == (SHIPPED, [])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", SHIPPED)
def test_every_shipped_template_is_whole_in_every_language(template: str, language: str) -> None:
    assert plan(templates()[template], language, "Fjordvik kommune").missing == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", SHIPPED)
def test_every_activity_tells_the_facilitator_what_to_do(template: str, language: str) -> None:
    assert all((activity.script or "").endswith(".") for activity in planned(template, language).values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_organisation_is_named_only_by_whoever_uses_the_template(language: str) -> None:
    said = repr(plan(templates()["seljord-samling-1"], language, "Fjordvik kommune"))
    assert "Fjordvik kommune" in said
    assert "Seljord" not in said
    assert "{organisation}" not in said


def test_every_question_of_the_six_steps_is_in_the_six_steps() -> None:
    asked = [(q["id"], q["text"]) for step in method("six_steps")["steps"] for q in step["questions"]]
    found = {activity.id: activity.title.model_dump() for activity in templates()["six-steps"].activities()}
    assert asked == [(key, found[key]) for key, _ in asked]


def test_every_question_around_the_steps_is_in_the_first_gathering() -> None:
    around = {question["id"] for question in method("six_steps")["session_questions"]}
    assert around <= set(planned("seljord-samling-1"))


def test_the_first_gathering_keeps_the_clock_of_the_source() -> None:
    items = plan(templates()["seljord-samling-1"], "nb", "").items
    assert {item.key: (item.start, item.minutes) for item in items} == SELJORD_CLOCK


def test_co_creation_is_worked_with_for_3_15_and_10_minutes_with_roles_drawn_playfully() -> None:
    settings = planned("seljord-samling-1")["q_cocreation_meaning"].settings
    assert [each["minutes"] for each in settings["rounds"]] == [3, 15, 10]
    assert [each["draw"] for each in settings["roles"]] == [
        "Den laveste",
        "Den høyeste",
        "Den med nyeste bukse av dem som er igjen",
    ]


@pytest.mark.parametrize("template", SHIPPED)
def test_the_activities_fit_into_the_time_of_their_item(template: str) -> None:
    for item in templates()[template].items:
        assert sum(activity.minutes or 0 for activity in item.activities) <= item.minutes, item.id


def test_all_145_real_answers_fit_unshortened() -> None:
    activities, answers = planned("seljord-samling-1"), real_answers()
    assert len(answers) == 145
    for key, text in answers:
        assert checked(activities[key], text) == [text]


def checked(activity: PlannedActivity, text: str) -> Any:
    kind = ACTIVITIES[activity.kind]
    (field,) = kind.fields(kind.settings_of(activity.settings))
    return field.check([text])


@pytest.mark.parametrize("name", sorted(file.stem for file in METHOD.glob("*.yaml")))
def test_a_file_of_the_method_can_be_asked_for_by_name(name: str) -> None:
    assert method(name)["id"] == name


@pytest.mark.parametrize("template", SHIPPED)
def test_a_shipped_template_can_be_uploaded_again(template: str) -> None:
    file = DATA / "templates" / f"{template}.yaml"
    assert read_template(file.read_text()) == read_template(file.read_bytes()) == templates()[template]
