"""`helu balance score`: a file of answers in, figures out."""

import json

import pytest
from typer.testing import CliRunner

from helu.cli import app
from helu.content.balance import balance_model

STATEMENTS = sorted(balance_model().statements())


@pytest.fixture
def told(tmp_path, monkeypatch):
    monkeypatch.setenv("HELU_DATA_DIR", str(tmp_path / "none"))

    def run(*lines, heading="respondent,statement,value", code=0):
        file = tmp_path / "svar.csv"
        file.write_text("\n".join([heading, *lines]), encoding="utf-8")
        done = CliRunner().invoke(app, ["balance", "score", str(file), "--json"], catch_exceptions=False)
        assert done.exit_code == code, done.output
        return json.loads(done.stdout) if code == 0 else done.output

    return run


def everything(who, step):
    return [f"{who},{statement},{step}" for statement in STATEMENTS]


def test_one_respondent_gets_a_whole_profile(told):
    found = told("kari,rel_1a,2", "kari,rel_1b,5", "kari,rel_2a,", "kari,tsk_1a,7")
    assert found["behaviours"]["attention_to_employees"] == 3.5
    assert found["behaviours"]["supports_development"] is None
    assert found["dimensions"] == dict.fromkeys(("relation", "change", "task", "culture"))
    assert found["balance_index"] is None
    assert set(found) == {"behaviours", "dimensions", "balance_index", "composites"}


def test_figures_are_not_rounded(told):
    found = told(*everything("kari", 4), heading="Respondent;Statement;Value".replace(";", ","))
    assert found["balance_index"] == 1
    uneven = [f"kari,{s},{1 + at % 7}" for at, s in enumerate(STATEMENTS)]
    assert told(*uneven)["dimensions"]["change"] * 8 == pytest.approx(round(told(*uneven)["dimensions"]["change"] * 8))


def test_a_group_below_the_floor_is_told_why_and_shown_nothing(told):
    found = told(*(line for who in "abcd" for line in everything(who, 4)))
    assert (found["respondents"], found["group"]) == (4, None)
    assert "minst 5" in found["reason"]


def test_those_who_answered_nothing_do_not_lift_a_group_over_the_floor(told):
    found = told(*(line for at, who in enumerate("abcdef") for line in everything(who, 4 if at < 4 else "")))
    assert (found["respondents"], found["group"]) == (6, None)
    assert "4 svart" in found["reason"]


def test_a_large_group_is_scored_whole(told):
    people = [f"p{at}" for at in range(600)]  # more rows than an upload may have
    found = told(*(line for at, who in enumerate(people) for line in everything(who, 1 if at < 300 else 7)))
    assert (found["respondents"], set(found["group"]["dimensions"].values())) == (600, {4})


def test_a_norwegian_spreadsheet_may_have_written_it(told):
    found = told("respondent;statement;value", "kari;REL_1A;4,0", "kari;rel_1b;6", heading="sep=;")
    assert found["behaviours"]["attention_to_employees"] == 5
    assert "Linje 4" in told("respondent;statement;value", "kari;rel_1a;4", "kari;rel_1b;4,5", heading="sep=;", code=1)


def test_an_empty_file_is_called_empty(told):
    assert "tom" in told(heading="", code=1)


def test_a_group_of_five_is_shown(told):
    found = told(*(line for at, who in enumerate("abcde") for line in everything(who, at + 1)))
    assert found["respondents"] == 5
    assert set(found["group"]["dimensions"].values()) == {3}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("kari,rel_1a,8", "Linje 2"),
        ("kari,rel_1a,mye", "Linje 2"),
        ("kari,finnes_ikke,3", "finnes_ikke"),
        (",rel_1a,3", "Linje 2"),
        ("kari,rel_1a,3\nkari,rel_1a,4", "Linje 3"),
    ],
)
def test_what_does_not_fit_is_named_with_its_line(told, line, said):
    assert said in told(line, code=1)


def test_a_file_without_the_columns_is_refused_with_their_names(told):
    assert "statement" in told("a;b;c", heading="x;y;z", code=1)
