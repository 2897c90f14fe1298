"""What others are asked about a leader, in every language and about one leader only."""

from helu.content.balance_words import balance_words
from helu.content.feedback_words import NAME, about, feedback_words
from helu.content.library import method
from helu.content.words import Words, is_text
from helu.i18n import LANGUAGES

STATEMENTS = [each for behaviour in balance_words().behaviours() for each in behaviour.statements]


def texts(value):
    """Every text of a file, wherever it lies."""
    if isinstance(value, dict):
        said = {key: each for key, each in value.items() if key in LANGUAGES}
        if is_text(said):
            return [said]
        value = list(value.values())
    return [text for each in value for text in texts(each)] if isinstance(value, list) else []


def test_every_statement_can_be_said_of_the_leader_by_others():
    assert len(STATEMENTS) == 36
    for statement in STATEMENTS:
        said = statement.others.model_dump(exclude_none=True)
        assert set(said) == set(LANGUAGES), statement.id
        assert all(text.startswith(f"{NAME} ") and text.count(NAME) == 1 for text in said.values()), statement.id
        # Where what leaders say of themselves differs past the pronoun, so does what others say of them.
        own = {language: getattr(statement, language).split(" ", 1)[1] for language in ("nb", "nn")}
        assert (said["nb"] != said["nn"]) == (own["nb"] != own["nn"]), statement.id


def test_no_pronoun_stands_for_the_leader():
    """Neither where it would be wrong of some, nor where a thing's pronoun would be taken for a person's."""
    said = [text for each in STATEMENTS for text in each.others.model_dump().values()]
    for words in (text.lower().strip(".").split() for text in said):
        assert not {"han", "hun", "ho", "hans", "hennes", "hennar", "jeg", "eg", "he", "she", "his", "her"} & set(words)


def test_every_text_of_feedback_is_in_every_language():
    found = texts(method("feedback"))
    assert len(found) > 25
    for said in found:
        assert set(said) == set(LANGUAGES), said
        assert len({text.count(NAME) for text in said.values()}) == 1, said


def test_roles_and_questions_are_those_the_method_knows():
    held = feedback_words()
    assert [each.id for each in held.asked_roles()] == ["own_leader", "colleagues", "employees", "network"]
    assert held.role("others").respondent is None
    assert (len(held.open_questions.items), len(held.dialogue.questions)) == (2, 5)
    assert about(held.scale.instruction, "Kari", "nn").endswith("hos Kari?")
    assert about(Words(nb="{name} og {0}"), "{name}", "nb") == "{name} og {0}"
