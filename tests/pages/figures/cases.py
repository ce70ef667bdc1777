"""Every page in every view, by its link, and the commands whose answers hold the same figures."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from metrics.catalogue import PRINCIPLES
from metrics.settings import LOOKS
from tests.pages.visiting import OPENING

RATE, TOUCH, DENTAL, STARTED = (
    "children_looked_after_rate", "care_leavers_in_touch_19_to_21", "dental_check", "children_started",
)  # fmt: skip
AUTHORITIES = {"Herefordshire": "E06000019", "Rutland": "E06000017", "City of London": "E09000001"}
GROUP = ("E06000019", "E10000016", "E09000001")
WITH = " ".join(f"--with {code}" for code in GROUP)
FIVE = "2021-2025"


@dataclass(frozen=True)
class Case:
    """One view: the page, the words of its link, the folds that are opened, and commands, in which {area} is the authority."""

    name: str
    page: str
    commands: Sequence[str]
    words: dict[str, str] = field(default_factory=dict)
    folds: Sequence[str] = ()


def _principles() -> list[Case]:
    found = []
    for one in PRINCIPLES:
        commands = [f"scorecard --principle {one} --area {{area}}", f"spine --principle {one} --area {{area}}"]
        found.append(Case(f"principle {one}", "3_Principles", commands, {"principle": one}, (f"neutral-{one}",)))
    return [*found, Case("evidence map", "3_Principles", ["glance --area {area}"], {"principle": "all"})]


def _trends() -> list[Case]:
    page = "1_Trends"
    three = {"indicators": f"{STARTED},{DENTAL}", "intervals": "on", "group": ",".join(GROUP), "years": FIVE}
    lines = [f"trend --indicator {id_} --area {{area}} --years {FIVE} {WITH}" for id_ in (RATE, STARTED, DENTAL)]
    return [
        Case("trends", page, [f"trend --indicator {RATE} --area {{area}}"]),
        Case("trends, a breakdown and one figure closer", page,
             ["trend --indicator placement_setting --area {area} --breakdown 'Foster placements'",
              "revisions --indicator placement_setting --area {area} --breakdown 'Foster placements' --period 2024"],
             {"indicator": "placement_setting", "breakdown": "Foster placements", "period": "2024"}),
        Case("trends, three indicators of five years", page, lines, three),
        Case("trends, us or everyone", page, [f"indexed --indicator {RATE} --area {{area}}"], {"view": "indexed"}),
        Case("trends, us or everyone, a share", page, [f"indexed --indicator {DENTAL} --area {{area}}"],
             {"view": "indexed", "indicator": DENTAL}),
        Case("trends, each neighbour", page, [f"trend --indicator {RATE} --area {{area}}"], {"view": "neighbours"}),
        Case("trends, if nothing changes", page,
             [f"outlook --indicator {RATE} --area {{area}}", f"trend --indicator {RATE} --area {{area}}"], {"view": "ahead"}),
    ]  # fmt: skip


def _neighbours() -> list[Case]:
    page, folds = "2_Statistical_neighbours", ("robust", "editions")
    names = ("neighbours", "compare", "robust", "ring")

    def commands(indicator: str, *more: str) -> list[str]:
        return [f"{name} --indicator {indicator} --area {{area}} {' '.join(more)}" for name in names]

    with_group = [f"neighbours --indicator {TOUCH} --area {{area}} {WITH}", *commands(TOUCH)[1:]]
    return [
        Case("neighbours", page, commands(RATE)[:3], folds=folds),
        Case("neighbours, a share and a group", page, with_group, {"indicator": TOUCH, "group": ",".join(GROUP)}, folds),
        Case("neighbours, an earlier period", page, [*commands(DENTAL, "--period 2023")[:3], *commands(DENTAL)[3:]],
             {"indicator": DENTAL, "period": "2023"}, folds),
        Case("neighbours, a count", page, [f"neighbours --indicator {STARTED} --area {{area}}"], {"indicator": STARTED}, folds),
    ]  # fmt: skip


def _change() -> list[Case]:
    page, behind = "4_Why_did_it_change", [f"compare --indicator {RATE} --area {{area}}", "cost --area {area}"]
    several = "explain --area {area} --from 2021 --to 2024 --base 2022"
    return [
        Case("why", page, ["explain --area {area}", "flows --area {area}", *behind], folds=("gap-and-cost",)),
        Case("why, several years", page, [several, "flows --area {area}"], {"from": "2021", "to": "2024", "base": "2022"}),
    ]


def _living() -> list[Case]:
    page = "5_Where_children_live"
    return [Case(f"living, {look}", page, [f"living --indicator {look} --area {{area}}"], {"look": look}) for look in LOOKS]


def _everywhere() -> list[Case]:
    page, region = "6_All_authorities", "E12000005"
    cut = f"everywhere --indicator {TOUCH} --area {{area}} --region {region} {WITH}"
    setting = "--indicator placement_setting --breakdown 'Foster placements'"
    return [
        Case("everywhere", page, [f"everywhere --indicator {RATE} --area {{area}}"]),
        Case("everywhere, one region", page, [cut], {"indicator": TOUCH, "region": region, "group": ",".join(GROUP)}),
        Case("everywhere, a breakdown", page, [f"everywhere {setting} --area {{area}}"],
             {"indicator": "placement_setting", "breakdown": "Foster placements"}),
        Case("everywhere, a count", page, [f"everywhere --indicator {STARTED} --area {{area}}"], {"indicator": STARTED}),
    ]  # fmt: skip


def _data() -> list[Case]:
    page, folds = "7_Data_and_methods", ("trace", "every-year", "others", "files", "freshness", "findings", "differences")
    asked = f"--indicator {RATE} --area {{area}} --period 2024"
    count = f"--indicator {STARTED} --area {{area}}"
    return [
        Case("data", page, [f"revisions {asked}", f"trace {asked}", "held"], {"period": "2024"}, folds),
        Case("data, a count", page, [f"revisions {count}", f"trace {count} --period 2025", "held"],
             {"indicator": STARTED}, folds),
    ]  # fmt: skip


CASES = (
    Case("opening", OPENING, ["glance --area {area}", "scorecard --principle headline --area {area}", "held"]),
    *_trends(),
    *_neighbours(),
    *_principles(),
    *_change(),
    *_living(),
    *_everywhere(),
    *_data(),
)
