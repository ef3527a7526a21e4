"""``make words``: draw the sentences out of the code, and compile their translations."""

from tests.words.catalogues import renew

renew()
