"""Say how alike the neighbours are: a warning where the list holds councils that are not close."""

from metrics.results import Neighbours
from metrics.wording.naming import and_

NOT_CLOSE = "Not close"


def warning(result: Neighbours) -> str:
    """Which neighbours are not close, and that the comparison then says less; '' where none is."""
    far = [n.area.short_name for n in result.neighbours if n.closeness == NOT_CLOSE]
    if not far:
        return ""
    if len(far) == len(result.neighbours):
        none = f"None of the {len(far)} neighbours is close to {result.area.short_name}"
        return f"{none}. The list always names ten, so beside councils as different as these the comparison says less."
    is_, councils = ("is", "a council") if len(far) == 1 else ("are", "councils")
    few = f"{len(far)} of the {len(result.neighbours)} neighbours {is_} not close to {result.area.short_name}: {and_(far)}"
    return f"{few}. The list always names ten, so beside {councils} as different as that the comparison says less."
