"""Which folders are packages. All else about the build stands in pyproject.toml.

seeds/ and assets/ stand at the top of the checkout and travel inside the package: see timeline/resources.py.
Folders of data count as packages too, so that whatever lies in them travels along.
"""

from pathlib import Path

from setuptools import find_namespace_packages, setup

MOVED = {"timeline.assets": "assets", "timeline.seeds": "seeds"}


def within(package: str, folder: str) -> dict[str, str]:
    """The packages that a moved folder and the folders in it become, with where they are now."""
    inside = [p for p in Path(folder).rglob("*") if p.is_dir() and p.name != "__pycache__"]
    return {package: folder} | {".".join([package, *p.relative_to(folder).parts]): p.as_posix() for p in inside}


moved = {name: place for package, folder in MOVED.items() for name, place in within(package, folder).items()}
found = find_namespace_packages(include=["timeline*", "dashboard*"], exclude=["*.__pycache__"])
setup(packages=sorted([*found, *moved]), package_dir=moved, package_data={"": ["*"]}, include_package_data=False)
