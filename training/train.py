"""Run `spacy train` on one of our configurations, on NumPy's own matrix multiplication.

BLIS, spaCy's default, has no kernel for many newer processors and is then three times slower.
"""

from __future__ import annotations

from pathlib import Path

import spacy.cli.train
from thinc.api import use_ops

from training import augment, tokens  # noqa: F401  registers what the configurations name

HERE = Path(__file__).parent


def train(config: str, train: Path, dev: Path, output: Path, **overrides: object) -> Path:
    """Train `config` ("syntax.cfg") and return the checkpoint best on `dev`.

    `overrides` are settings by their dotted name, for other seeds and lengths.
    """
    with use_ops("numpy", use_blis=False):
        spacy.cli.train.train(
            HERE / config,
            output,
            overrides={"paths.train": str(train), "paths.dev": str(dev), **overrides},
        )
    return output / "model-best"
