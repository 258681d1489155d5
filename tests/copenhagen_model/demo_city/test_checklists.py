"""The checklists of the demo's mentor: in several states, with something wrong that was put right, and a draft."""

from mentoring.models import Checklist, ChecklistMark, ChecklistVersion, MarkState


def test_lists_stand_in_several_states_and_a_draft_waits(city):
    done = {
        checklist.case.checklist_marks.filter(state=MarkState.DONE).count()
        for checklist in Checklist.objects.select_related("case")
    }

    assert done >= {1, 6}
    assert ChecklistMark.objects.filter(state=MarkState.NOT_RELEVANT).exclude(reason="").exists()
    assert ChecklistMark.objects.exclude(correction_reason="").exists()
    assert ChecklistVersion.objects.drafts().get().items.filter(key="library-card").exists()
