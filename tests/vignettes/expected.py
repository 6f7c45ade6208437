"""What a person's table may expect, and how it is looked for."""

from planner.model.vocabulary import Pressure, Use


def assert_no_plan(plan):
    assert plan.massage is None
    assert not (plan.complementary or plan.self_care or plan.week or plan.talk)
    assert plan.measures is None
    assert not plan.clearance.may_be_handed_out
    assert any(reason.clearance is plan.clearance and reason.plain for reason in plan.reasons)


def _absent(found, named):
    assert not found & set(named), f"present: {found & set(named)}"


def _present(found, named):
    assert set(named) <= found, f"missing: {set(named) - found}"


def _clearance(met, words):
    """One word, or each of those that would do."""
    assert met.plan.clearance in ([words] if isinstance(words, str) else words)


def _talk(met, texts):
    said = " ".join(met.plan.talk)
    assert all(text in said for text in texts), said


def _notes(met, texts):
    said = " ".join(met.plan.load.notes)
    assert all(text in said for text in texts), said


def _plain(met, texts):
    said = {key: met.reasons[key].plain for key in texts}
    assert all(text in said[key] for key, text in texts.items()), said


def _pressure(met, most):
    assert all(one.rank <= Pressure(most).rank for one in met.pressures), met.pressures


def _fields(met, field, expected):
    assert {key: getattr(met.reasons[key], field) for key in expected} == expected


def _adjusted(met, techniques):
    chosen = {one.id: one.adjustments for one in met.plan.massage.techniques}
    assert all(chosen.get(one) for one in techniques), chosen


def _uses(met, named, allowed):
    found = {one: met.use(one) for one in named}
    assert all(use in allowed for use in found.values()), found


EXPECTED = {
    "clearance": _clearance,
    "massage": lambda met, given: _same(met.plan.massage is not None, given),
    "draft": lambda met, given: _same(met.plan.draft, given),
    "techniques_absent": lambda met, named: _absent(met.techniques, named),
    "techniques_adjusted": _adjusted,
    "main": lambda met, name: _same(met.plan.massage.techniques[0].id, name),
    "therapies_absent": lambda met, named: _absent(met.therapies, named),
    "therapies_present": lambda met, named: _present(met.therapies, named),
    "home_absent": lambda met, named: _absent(met.home, named),
    "home_present": lambda met, named: _present(met.home, named),
    "not_chosen_include": lambda met, named: _present(
        {one.id for one in met.plan.not_chosen}, named
    ),
    "reasons_include": lambda met, named: _present(set(met.reasons), named),
    "reasons_exclude": lambda met, named: _absent(set(met.reasons), named),
    "unanswered_include": lambda met, named: _present(set(met.plan.unanswered), named),
    "asked": lambda met, named: _present(met.asked, named),
    "not_asked": lambda met, named: _absent(met.asked, named),
    "regions_avoided": lambda met, named: _same(
        [one for one in named if met.kept_away(one)], named
    ),
    "regions_free": lambda met, named: _same([one for one in named if met.kept_away(one)], []),
    "banned": lambda met, named: _uses(met, named, {Use.AVOID}),
    "allowed": lambda met, named: _uses(met, named, {Use.ADJUST, Use.OK}),
    "not_adjusted": lambda met, named: _uses(met, named, {Use.OK}),
    "talk_includes": _talk,
    "notes_include": _notes,
    "plain_includes": _plain,
    "pressure_at_most": _pressure,
    "cleared_by": lambda met, expected: _fields(met, "cleared_by", expected),
    "overridden": lambda met, expected: _fields(met, "overridden", expected),
    "not_overridden": lambda met, named: _fields(met, "overridden", dict.fromkeys(named, "")),
}


def _same(found, expected):
    assert found == expected
