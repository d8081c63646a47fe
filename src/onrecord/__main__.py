"""Runs the command line."""

from onrecord.serve import orders
from onrecord.serve.garbage import hardly_searched


def main() -> None:
    """Run the command line."""
    with hardly_searched():
        orders.main()


if __name__ == "__main__":
    main()
