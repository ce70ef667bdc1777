"""What must hold between the rows of the table of areas. Every function raises BadInput naming the file and the row."""

from data.area_record import CodeRow
from data.errors import BadInput


def check_references(codes: list[CodeRow], file: str) -> None:
    """Every code once; every code named is an area; codes of one area agree; who follows whom is said on both sides."""
    rows: dict[str, CodeRow] = {}
    for one in codes:
        if one.area.code in rows:
            raise BadInput(f"{file}, row {one.row}: {one.area.code} already stands in row {rows[one.area.code].row}. Keep one.")
        rows[one.area.code] = one
    areas = {code: one for code, one in rows.items() if one.area_code == code}
    for one in codes:
        where, area = f"{file}, row {one.row}", one.area
        named = (one.area_code, *filter(None, [area.region_code]), *area.predecessors, *area.successors)
        unknown = [code for code in named if code not in areas]
        if unknown:
            raise BadInput(f"{where}: no row has {unknown[0]} as both its area_code and its code. Add it, or mend the code.")
        home = areas[one.area_code].area
        if (area.la_number, area.level, area.region_code) != (home.la_number, home.level, home.region_code):
            row = areas[one.area_code].row
            raise BadInput(f"{where}: la_number, level and region_code should be as in row {row}, which is the same area.")
        one_sided = [p for p in area.predecessors if one.area_code not in areas[p].area.successors]
        one_sided += [s for s in area.successors if one.area_code not in areas[s].area.predecessors]
        if one_sided:
            raise BadInput(f"{where}: {one_sided[0]} does not name {one.area_code} in return. Name each in the other's row.")


def check_dates(codes: list[CodeRow], file: str) -> None:
    """No area has two codes on one day, and no LA number two areas."""
    for one in codes:
        if one.first > one.last:
            raise BadInput(f"{file}, row {one.row}: valid_to comes before valid_from. The last day comes last.")
    holders: dict[str, list[CodeRow]] = {}
    for one in sorted(codes, key=lambda one: one.first):
        for holder in filter(None, (one.area_code, one.area.la_number)):
            holders.setdefault(holder, []).append(one)
    for holder, held in holders.items():
        for before, after in zip(held, held[1:], strict=False):
            if after.first <= before.last:
                raise BadInput(
                    f"{file}, row {after.row}: {holder} would be two codes at once, as row {before.row} holds it until "
                    f"{before.area.valid_to or 'further notice'}. End that row the day before this one begins."
                )
