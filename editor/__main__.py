"""`python -m editor` and `galley`: the way in."""

import os
import sys


def main(arguments: list[str] | None = None) -> int:
    """Run Galley with the arguments of the command line; gives the exit status."""
    leave_current_folder()
    from editor.cli.command_line import run

    return run(sys.argv[1:] if arguments is None else arguments)


def leave_current_folder() -> None:
    """Import nothing from the folder that Galley was started in: a site may hold a `yaml.py` of its own.

    `python -m` puts that folder first on the path. It stays, as the last, only where Galley itself lies in it. Nothing
    but `os` and `sys`, which Python has loaded by then, is imported before.
    """
    try:
        here = os.path.realpath(os.getcwd())  # noqa: PTH109 - pathlib might be the folder's own
    except OSError:  # it was removed
        sys.path[:] = [entry for entry in sys.path if os.path.isabs(entry)]  # noqa: PTH117
        return
    home = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))  # noqa: PTH120
    if sys.path and os.path.realpath(sys.path[0]) == here:
        del sys.path[0]
    sys.path[:] = [entry for entry in sys.path if entry]
    if home == here and home not in sys.path:
        sys.path.append(home)


if __name__ == "__main__":
    sys.exit(main())
