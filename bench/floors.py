"""What the same results cost in SQL written by hand for this one city: the floor under each measurement.

Each statement is written from the law and the booklet, not from the product's code. Where a floor answers less than
the product (said beside it), it is the cheaper for it, and the comparison the harder.
"""

# The rules of domain facts 1.1 as a table: which rule set holds from which takeover date, but for Ukraine's act.
RULE_SET = """
CASE WHEN c.permit_ground = 'ukraine' AND k.on >= '2022-03-17' THEN 'RS-UA'
     WHEN k.on >= '2026-02-01' THEN 'RS-2026'
     WHEN k.on >= '2025-01-01' THEN 'RS-2025'
     WHEN k.on >= '2019-03-01' THEN 'RS-2019'
     WHEN k.on >= '2016-01-01' THEN 'RS-2016' END
"""

# Due and met of every promise that runs from takeover, for all cases or (with a condition) for some.
DERIVED = f"""
WITH taken_over AS (
    SELECT c.id AS case_id, k.on AS starts_on, c.closed_on, {RULE_SET} AS rule_set,
        p.born_on + interval '18 years' <= k.on AS is_adult
    FROM refugees_case c JOIN refugees_keydate k ON k.case_id = c.id JOIN refugees_person p ON p.id = c.person_id
    WHERE k.event = 'E2' AND k.superseded_at IS NULL {{cases}}
), started AS (
    SELECT o.case_id, min(o.started_on) AS on FROM refugees_occupation o
    JOIN taken_over t USING (case_id)
    WHERE o.taken_back_at IS NULL AND o.kind IN ('internship', 'wage-subsidy', 'job', 'igu') GROUP BY 1
), offered AS (
    SELECT o.case_id, min(o.offered_on) AS on FROM internships_offer o
    JOIN taken_over t USING (case_id) WHERE o.kind IN ('internship', 'wage-subsidy') GROUP BY 1
), signed AS (
    SELECT k.case_id, k.event, k.on FROM refugees_keydate k
    JOIN taken_over t USING (case_id) WHERE k.event IN ('E6', 'E7') AND k.superseded_at IS NULL
), exempt AS (
    SELECT j.case_id, min(greatest(lower(j.during), t.starts_on)) AS on FROM refugees_jobreadiness j
    JOIN taken_over t USING (case_id)
    WHERE NOT j.is_ready AND j.withdrawn_at IS NULL AND NOT upper(j.during) <= t.starts_on IS TRUE GROUP BY 1
), own_means AS (
    SELECT b.case_id, min(greatest(lower(b.during), t.starts_on)) AS on FROM refugees_benefitperiod b
    JOIN taken_over t USING (case_id)
    WHERE b.kind = 'self-supporting' AND b.withdrawn_at IS NULL AND NOT upper(b.during) <= t.starts_on IS TRUE
    GROUP BY 1
), promised AS (
    SELECT t.case_id, v.goal, v.standard, v.id AS version_id, t.starts_on,
        (t.starts_on + CASE v.unit WHEN 'months' THEN make_interval(months => v.amount)
            WHEN 'weeks' THEN make_interval(weeks => v.amount) ELSE make_interval(days => v.amount) END)::date AS base,
        v.pausing_grounds,
        CASE v.goal WHEN 'internship-started' THEN s.on
            WHEN 'internship-offered' THEN least(o.on, s.on)
            WHEN 'contract-signed' THEN e7.on
            WHEN 'categorised' THEN e6.on END AS done_on,
        least(t.closed_on, CASE WHEN v.goal LIKE 'internship-%%' THEN x.on END,
            CASE WHEN v.benefit_only THEN m.on END) AS fell_on
    FROM taken_over t
    JOIN goals_goalversion v ON v.valid @> t.starts_on AND v.goal = ANY (%(goals)s)
        AND (v.rule_sets = '{{{{}}}}' OR t.rule_set = ANY (v.rule_sets))
        AND (t.is_adult OR NOT v.adults_only)
    LEFT JOIN started s USING (case_id) LEFT JOIN offered o USING (case_id)
    LEFT JOIN signed e6 ON e6.case_id = t.case_id AND e6.event = 'E6'
    LEFT JOIN signed e7 ON e7.case_id = t.case_id AND e7.event = 'E7'
    LEFT JOIN exempt x ON x.case_id = t.case_id LEFT JOIN own_means m ON m.case_id = t.case_id
), kept AS (
    -- What is done after a promise fell away keeps it no more.
    SELECT *, CASE WHEN fell_on IS NULL OR done_on <= fell_on THEN done_on END AS met_on FROM promised
), derived AS (
    SELECT p.case_id, p.goal, p.standard, p.starts_on, p.met_on, p.base + coalesce((
        SELECT sum(upper(w.during) - greatest(lower(w.during), p.starts_on + 1)) FROM goals_pause w
        WHERE w.case_id = p.case_id AND w.ground = ANY (p.pausing_grounds) AND w.superseded_at IS NULL
          AND greatest(lower(w.during), p.starts_on + 1) <= p.base
          AND upper(w.during) > greatest(lower(w.during), p.starts_on + 1)
          AND (p.met_on IS NULL OR greatest(lower(w.during), p.starts_on + 1) < p.met_on)
    ), 0)::int AS due_on
    FROM kept p
)
"""

COMPARED = (
    DERIVED
    + """
SELECT count(*), count(*) FILTER (WHERE (d.starts_on, d.due_on) IS DISTINCT FROM (k.starts_on, k.due_on)
    OR d.met_on IS DISTINCT FROM k.met_on)
FROM derived d FULL JOIN (
    SELECT k.* FROM goals_clock k WHERE k.occurrence = 'takeover' AND k.goal = ANY (%(goals)s)
) k ON (k.case_id, k.goal, k.standard) = (d.case_id, d.goal, d.standard)
"""
)

REFRESHED = (
    DERIVED
    + """
UPDATE goals_clock k SET starts_on = d.starts_on, due_on = d.due_on, met_on = d.met_on FROM derived d
WHERE (k.case_id, k.goal, k.standard, k.occurrence) = (d.case_id, d.goal, d.standard, 'takeover')
  AND (d.starts_on, d.due_on, d.met_on) IS DISTINCT FROM (k.starts_on, k.due_on, k.met_on)
"""
)

# Mark the clocks, open the breaches with their conversations, lines of history and notices: nothing more.
FLAGGED = """
WITH flagged AS (
    UPDATE goals_clock SET flagged_on = %(day)s
    WHERE due_on < %(day)s AND met_on IS NULL AND flagged_on IS NULL AND starts_on <= %(day)s
      AND (void_on IS NULL OR (void_on > due_on AND void_on > %(day)s))
    RETURNING id, case_id, unit_id, goal, standard, due_on
), talks AS (
    INSERT INTO goals_conversation (public_id, case_id, unit_id, subject, opened_at)
    SELECT uuidv7(), case_id, min(unit_id), split_part(goal, '-', 1), now() FROM flagged
    WHERE standard <> 'internal' GROUP BY case_id, split_part(goal, '-', 1)
    ON CONFLICT (case_id, subject) WHERE closed_at IS NULL DO UPDATE SET subject = EXCLUDED.subject
    RETURNING id, case_id, subject
), opened AS (
    INSERT INTO goals_breach
        (clock_id, case_id, unit_id, conversation_id, over_since, noticed_at, noticed_on, end_reason)
    SELECT f.id, f.case_id, f.unit_id, t.id, f.due_on + 1, now(), %(day)s, ''
    FROM flagged f LEFT JOIN talks t ON t.case_id = f.case_id AND t.subject = split_part(f.goal, '-', 1)
    RETURNING id, case_id, over_since
), lines AS (
    INSERT INTO refugees_caseline (case_id, verb, details, happened_on, at)
    SELECT case_id, 'breach-opened', jsonb_build_object('date', over_since), %(day)s, now() FROM opened
), notices AS (
    INSERT INTO goals_notice (breach_id, case_id, created_at) SELECT id, case_id, now() FROM opened
)
SELECT count(*) FROM flagged
"""

# The open cases of one caseworker, each with its most urgent open clock.
MY_WORK = """
SELECT c.id, c.number, p.given_name, p.family_name, k.goal, k.due_on
FROM refugees_teammember m
JOIN refugees_case c ON c.id = m.case_id AND c.closed_on IS NULL
JOIN refugees_person p ON p.id = c.person_id
LEFT JOIN LATERAL (
    SELECT goal, due_on FROM goals_clock
    WHERE case_id = c.id AND met_on IS NULL AND (void_on IS NULL OR void_on > %(day)s)
    ORDER BY due_on LIMIT 1
) k ON true
WHERE m.user_id = %(user)s AND m.part = 'caseworker' AND m.during @> %(day)s::date
ORDER BY k.due_on
"""

# Each person once a goal and standard, by the least good of their clocks; then counted.
SCOREBOARD = """
SELECT goal, standard, worst, count(*) FROM (
    SELECT goal, standard, case_id, min(CASE
        WHEN met_on <= %(day)s AND (due_on IS NULL OR met_on <= due_on) THEN 6
        WHEN met_on <= %(day)s THEN 3
        WHEN void_on <= %(day)s AND due_on < void_on THEN 2
        WHEN void_on <= %(day)s THEN 9
        WHEN starts_on > %(day)s THEN 8
        WHEN due_on < %(day)s THEN 1
        WHEN %(day)s <@ ANY (paused) THEN 7
        ELSE 4 END) AS worst
    FROM goals_clock WHERE unit_id = ANY (%(units)s) GROUP BY 1, 2, 3
) person GROUP BY 1, 2, 3
"""
