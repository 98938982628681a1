"""The command line: arguments, files and exit codes. How anything is done is the rooms' business."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from minutes.batch import fault
from minutes.cli.parser import parser
from minutes.cli.telling import DONE, STOPPED, refuse
from minutes.errors import MinutesError


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0 done, 1 refused, 3 a page does not stand, 130 stopped from the keyboard.

    Wrong usage leaves with 2 by way of argparse.
    """
    chosen = parser().parse_args(arguments)
    try:
        code: int = chosen.run(chosen)
        sys.stdout.flush()
    except BrokenPipeError:
        # `minutes recap call.vtt | head` has all it wants; Python would complain of the closed pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        print("minutes: stopped", file=sys.stderr)
        return STOPPED
    except MinutesError as error:
        return refuse(error)
    except Exception as bug:  # the last line of defence: a user never meets a traceback
        return refuse(fault(bug))
    return code
