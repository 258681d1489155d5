"""The scenes of the showcase: whose month ends when, and what has been done about it (showcase.py)."""

from copenhagen_model.demo import midway, names
from copenhagen_model.demo import showcase as acts
from copenhagen_model.demo.more_time import more_time_asked, more_time_denied, more_time_granted
from copenhagen_model.demo.showcase import Scene
from refugees.takeover import PermitGround

UA = {"ground": PermitGround.UKRAINE, "origin": names.UKRAINE}
FAMILY = {"ground": PermitGround.FAMILY, "sex": "f"}
SCENES = (
    Scene("start-to-record", -14, acts.start_to_record, origin=names.CONGO, by_mentor=True),
    Scene("over-again", -10, acts.over_again, origin=names.SYRIA),
    Scene("over-answered", -9, acts.over_answered, **FAMILY, by_mentor=True),
    Scene("over-unanswered", -4, acts.over_unanswered, origin=names.MYANMAR, sex="f"),
    Scene("ukraine-over", -3, acts.nothing_yet, **UA, sex="f"),
    # Two days on, both of these are over.
    Scene("ends-today", 0, acts.nothing_yet, **UA, is_exact=True),
    Scene("ends-tomorrow", 1, acts.nothing_yet, **UA, sex="f", is_exact=True),
    Scene("offer-waits", 2, acts.offer_waits, origin=names.CONGO, sex="f", by_mentor=True),
    Scene("withdrawn", 3, acts.withdrawn, origin=names.SYRIA),
    Scene("on-track-soon", 5, acts.on_track, **FAMILY, origin=names.SOMALIA, by_mentor=True),
    Scene("planned-late", 6, acts.planned_late, origin=names.CONGO),
    Scene("ukraine-soon", 6, acts.nothing_yet, **UA),
    Scene("corrected", -14, acts.corrected, **FAMILY, origin=names.AFGHANISTAN),
    Scene("declined", 9, acts.declined, origin=names.SYRIA, sex="f"),
    Scene("planned-late-again", 13, more_time_asked, **FAMILY, origin=names.IRAN),
    Scene("planned-late-refused", 11, more_time_denied, **FAMILY, origin=names.SYRIA),
    Scene("was-away", 8, acts.was_away, origin=names.MYANMAR),
    Scene("ill", 10, acts.ill_now, origin=names.CONGO, sex="f", by_mentor=True),
    Scene("custody", 7, acts.in_custody, origin=names.SYRIA),
    Scene("ukraine-new", 23, acts.nothing_yet, **UA),
    Scene("ukraine-coming", 32, acts.nothing_yet, **UA, sex="f"),
    Scene("ukraine-own-means", 15, acts.own_means, **UA),
    Scene("ukraine-on-track", 14, midway.doubted, **UA, sex="f"),
    Scene("on-track", 18, midway.half_signed, **FAMILY, origin=names.SYRIA, by_mentor=True),
    Scene("protected", 20, acts.on_track, origin=names.CONGO, sex="f", by_mentor=True, is_protected=True),
    Scene("nothing-yet", 24, acts.nothing_yet, origin=names.MYANMAR),
    Scene("exempt", 12, midway.hours_cut, **FAMILY, origin=names.ERITREA),
    Scene("ready-again", -34, midway.community_work, origin=names.SYRIA),
    Scene("not-started", 47, acts.agreed_ahead, ground=PermitGround.CONVENTION, sex="f"),
    Scene("missed", -27, acts.missed, **FAMILY, origin=names.AFGHANISTAN),
    Scene("begun-in-time", 3, midway.answered_hearing, origin=names.CONGO),
    Scene("begun-late", -8, midway.told_away, **FAMILY, origin=names.SOMALIA),
    Scene("east-over", -5, acts.over_unanswered, origin=names.CONGO, unit=1),
    Scene("east-noticed-late", -50, midway.complained, origin=names.MYANMAR, unit=1),
    Scene("east-soon", 4, acts.offer_waits, **FAMILY, origin=names.IRAN, unit=1),
    Scene("east-not-ours", 6, acts.not_ours, **FAMILY, origin=names.SOMALIA, unit=1),
    Scene("east-late-plan", 9, more_time_granted, origin=names.SYRIA, unit=1),
)
