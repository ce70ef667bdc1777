"""Under which licences figures and code may be used, and whose figures they are."""

from data.manifest import Manifest

ADDRESS = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"


def sentences(manifest: Manifest) -> tuple[str, ...]:
    """What may be done with the figures and the code, and who published the figures, each named once."""
    publishers = sorted({f.publisher for f in manifest.source_files})
    licences = sorted({f.licence for f in manifest.source_files} | {manifest.licence})
    return (
        f"{manifest.attribution} You may copy, share and change the figures, also for money, if you name the source.",
        f"They were published by: {_and(publishers)}. None of them has endorsed this dashboard.",
        f"Licence: {_and(licences)} ({ADDRESS}).",
        "The code of the dashboard is under the MIT licence.",
    )


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
