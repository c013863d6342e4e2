"""A cell of ours → a cell that a spreadsheet shows and never runs. Knows nothing of files."""

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def quote_formula(cell: str) -> str:
    """Text that a spreadsheet would run as a formula gets a `'` before it (OWASP ASVS 5.0, 1.2.10); numbers stay numbers."""
    if not cell.startswith(_STARTS_FORMULA):
        return cell
    try:
        float(cell)
    except ValueError:
        return f"'{cell}"
    return cell
