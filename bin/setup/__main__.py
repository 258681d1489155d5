"""Run one command of bin/, and say in one sentence why it could not."""

import importlib
import subprocess
import sys

from bin.setup.front import Stopped, stop_on_terminate
from bin.setup.words import Refusal


def main() -> int:
    """Run the command named by the first argument; the rest are its own arguments."""
    command, *arguments = sys.argv[1:]
    stop_on_terminate()
    module = importlib.import_module(f"bin.setup.{command}")
    try:
        return int(module.main(arguments))
    except Refusal as refusal:
        print(f"bin/{command}: {refusal}", file=sys.stderr)
    except subprocess.CalledProcessError as failure:
        # The program has said on its own what is wrong; a traceback of ours adds nothing.
        print(f"bin/{command}: {failure.cmd[0]} failed with code {failure.returncode}.", file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    except Stopped:
        return 143
    return 1


if __name__ == "__main__":
    sys.exit(main())
