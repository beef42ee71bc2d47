"""Records kept in a database, and what of them must be read anew. The only SQL of the project."""

from __future__ import annotations

from timeline.store.database import Store, StoreError
from timeline.store.refresh import Refreshed, digest, fingerprint, refresh

__all__ = ["Refreshed", "Store", "StoreError", "digest", "fingerprint", "refresh"]
