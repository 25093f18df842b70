# The two commands to know: `make demo` runs the main job on the sample bank, `make test` runs the tests.
PY := .venv/bin/python

.PHONY: demo test test-fast check format bench app dist screenshots setup setup-test

setup:
	@.ci/setup demo

setup-test:
	@.ci/setup test

demo: setup  ## the main job, headless, on the sample bank; opens the window where there is a display
	@$(PY) tests/tools/fetch_model.py .model
	@$(PY) -m desktop demo --out demo-out --model-file .model/SmolLM2-135M-Instruct.Q4_1.gguf

app: setup  ## the window
	@$(PY) -m desktop

test: setup-test  ## all tests; needs no screen, keyring or network set up by hand
	@$(PY) tests/tools/fetch_model.py .model
	@$(PY) -m pytest -q -n 2 --dist loadgroup

test-fast: setup-test
	@$(PY) -m pytest -q -m "not slow"

check: setup-test  ## linter, formatter, strict types, import contracts
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

format: setup-test
	@.venv/bin/ruff check --fix -q .
	@.venv/bin/ruff format -q .

bench: setup-test  ## figures, as ratios in one run
	@$(PY) tests/tools/fetch_model.py .model
	@$(PY) -m tests.bench

dist: setup-test  ## the program as one folder, dist/sekisho
	@$(PY) -m PyInstaller --noconfirm --clean --log-level WARN build.spec

screenshots: setup-test  ## every screen in both languages and themes, into build/screenshots
	@$(PY) -m tests.tools.screenshots build/screenshots
