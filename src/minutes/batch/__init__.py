"""A folder of transcripts in, a folder of pages out; one bad file never stops the rest, and a stop loses nothing."""

from minutes.batch.ledger import Ledger, Standing, settings
from minutes.batch.planning import Job, guard, plan
from minutes.batch.running import run
from minutes.many.faults import fault
from minutes.many.processes import cores

__all__ = ["Job", "Ledger", "Standing", "cores", "fault", "guard", "plan", "run", "settings"]
