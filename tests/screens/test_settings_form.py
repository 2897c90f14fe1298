"""What the editor calls the settings of an activity."""

from helu.activities import ACTIVITIES
from helu.ui.settings_form import LABELS, UNASKED


def test_every_setting_has_a_name_the_facilitator_can_read():
    asked = {name for kind in ACTIVITIES.values() for name in kind.Settings.model_fields} - UNASKED
    assert not asked - LABELS.keys()
