"""The leadership balance model as data/method/balance_model.yaml describes it."""

from functools import cache
from typing import Any

from helu.content.library import method
from helu.domain.balance import Behaviour, Dimension, Model


@cache
def balance_model() -> Model:
    """What scoring needs of it; the words stay in the file."""
    file = method("balance_model")
    return Model(
        low=file["scale"]["min"],
        high=file["scale"]["max"],
        floor=file["scoring"]["group_min_respondents"],
        dimensions=tuple(_dimension(each) for each in file["dimensions"]),
        composites={each["id"]: dict(each["weights"]) for each in file["composites"]},
    )


def _dimension(given: dict[str, Any]) -> Dimension:
    behaviours = (Behaviour(each["id"], tuple(s["id"] for s in each["statements"])) for each in given["behaviours"])
    return Dimension(given["id"], given["kind"] == "orientation", tuple(behaviours))
