# Everything here works alone on a machine with Python 3.11 and make: the first target called sets up .venv.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
export OMP_NUM_THREADS ?= 1

.DEFAULT_GOAL := help
.PHONY: help demo test evaluate floors benchmark lint format docs pictures system train-en train-es train-fr clean

help:  ## Show the targets.
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(VENV)/.base: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "depeche needs Python 3.11 or newer")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --constraint constraints.txt
	touch $@

$(VENV)/.dev: $(VENV)/.base
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]' --constraint constraints.txt
	touch $@

$(VENV)/ftm/.done: tests/export/ftm/requirements.txt | $(VENV)/.base
	$(PYTHON) -m venv $(VENV)/ftm
	$(VENV)/ftm/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --requirement $<
	touch $@

# The S3 server of the tests wants other versions of what it stands on than we do, so it has an environment of its own.
# Where it cannot be had, the tests that need it are skipped.
$(VENV)/.s3: $(VENV)/.base
	-test -x $(VENV)/s3/bin/python || $(PYTHON) -m venv $(VENV)/s3
	-$(VENV)/s3/bin/python -m pip install --quiet --disable-pip-version-check --timeout 20 --retries 1 \
		--only-binary :all: 'moto[s3]==5.2.5' flask==3.1.3 flask-cors==6.0.5 && touch $@

demo: $(VENV)/.base  ## Read an example dispatch.
	$(BIN)/depeche read examples/dispatch.txt --format text

test: $(VENV)/.dev $(VENV)/ftm/.done $(VENV)/.s3  ## Run the tests.
	$(BIN)/python -m pytest -n 2 --dist loadfile

evaluate: $(VENV)/.base  ## Score the reader against gold, and hold the figures against the floors.
	$(BIN)/depeche evaluate $(ARGS)

floors: $(VENV)/.base  ## Lift the floors to the figures of now, and write the figures into the README.
	$(BIN)/python -m evaluation --raise --readme

benchmark: $(VENV)/.dev  ## Measure speed, growth and memory.
	$(BIN)/python -m benchmarks $(ARGS)

lint: $(VENV)/.dev  ## Check style and types.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.dev  ## Put the style right.
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(VENV)/.dev  ## Write the generated pages and the outputs on pages again, and build the site: site/index.html.
	$(BIN)/python -m docs.generate --outputs
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --quiet

pictures: $(VENV)/.dev  ## Take the pictures of the explorer anew (needs Chromium).
	$(BIN)/python -m docs.generate --pictures

system:  ## Install the packages of the system that some tests need (as root, on Debian).
	.ci/system

train-fr: $(VENV)/.dev  ## Train the French pipeline again (needs the treebanks; see training/README.md).
	$(BIN)/python -m training.fr $(ARGS)

train-en: $(VENV)/.dev  ## Train the English pipeline again.
	$(BIN)/python -m training.en $(ARGS)

train-es: $(VENV)/.dev  ## Train the Spanish pipeline again.
	$(BIN)/python -m training.es $(ARGS)

clean:  ## Remove what was set up.
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
