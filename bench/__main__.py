"""`python -m bench`: what bin/bench runs, once the servers are there."""

import os
import sys

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "copenhagen_model.settings")
    django.setup()
    # The models can be imported from here on, not before.
    from bench.command import main

    sys.exit(main(sys.argv[1:]))
