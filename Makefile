# Two commands matter: `make run` and `make test`. The rest serves the people who work here.
.PHONY: run test check bench shots words lock clean
PY = .venv/bin/python
CODE = flashcards tests

run: .venv/ready-run
	@$(PY) -m flashcards $(ARGS)

test: .venv/ready-test check
	@$(PY) -m pytest -n 3 --dist loadfile --cov=flashcards.domain --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=100

check: .venv/ready-test
	@$(PY) -m ruff check --no-cache $(CODE)
	@$(PY) -m ruff format --no-cache --check --quiet $(CODE) || { echo "Some files are not formatted: run  .venv/bin/ruff format $(CODE)" >&2; exit 1; }
	@$(PY) -m mypy
	@PYTHONPATH=. .venv/bin/lint-imports --no-cache --no-logo

bench: .venv/ready-test
	@$(PY) -m tests.bench $(ARGS)

shots: .venv/ready-test
	@$(PY) -m tests.shots $(ARGS)

words: .venv/ready-test
	@$(PY) -m tests.words

# Written by `uv`, for every system and Python from 3.11 on; hashes only, no addresses.
lock:
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate --quiet -o packaging/requirements.txt
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate --quiet -c packaging/requirements.txt -o packaging/requirements-dev.txt

.venv/ready-run: packaging/requirements.txt packaging/setup.sh pyproject.toml
	@sh packaging/setup.sh run

.venv/ready-test: packaging/requirements-dev.txt packaging/setup.sh pyproject.toml
	@sh packaging/setup.sh test

clean:
	rm -rf .venv .mypy_cache build dist
