"""Who may do what on which address: written by hand, so that a change of roles shows here.

Read a row as: these roles get through (to their own unit's case); everybody else is told that their role may not
(403), and where the address names a thing, that it does not exist (404). A case of another unit exists for nobody.
The rows stand with their pillar, in its rows.py; what stands in their addresses, in its arguments.py.
"""

from tests.copenhagen_model import rows as copenhagen_model
from tests.goals import rows as goals
from tests.health import rows as health
from tests.housing import rows as housing
from tests.internships import rows as internships
from tests.mentoring import rows as mentoring
from tests.permission_rows import Row
from tests.refugees import rows as refugees
from tests.screening import rows as screening

PILLARS = [
    copenhagen_model.ROWS,
    refugees.ROWS,
    goals.ROWS,
    health.ROWS,
    housing.ROWS,
    screening.ROWS,
    mentoring.ROWS,
    internships.ROWS,
]

MATRIX: dict[str, Row] = {name: row for rows in PILLARS for name, row in rows.items()}

assert len(MATRIX) == sum(map(len, PILLARS)), "an address has a row in two pillars"
