# Needs Python 3.11 or newer with pip and venv, make and git. Everything else goes into .venv.

PYTHON ?= python3
UV     ?= uv
BIN    := .venv/bin
SAYS   := $(shell $(PYTHON) -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])')

# Stamps: the environment is made again when the pins, the project or the Python change.
VENV := .venv/.python-$(SAYS)
RUN  := .venv/.run
BENCH := .venv-bench/.python-$(SAYS)
DEV  := .venv/.dev
NO_NEWS := .venv/.no-news

export FILE SET CALLS MEETINGS

.PHONY: help recap test check evaluate bench test-system system-programs notebook lock clean
.DELETE_ON_ERROR:

help:
	@echo "make recap                 minutes of the sample transcripts, into out/"
	@echo "make recap FILE=call.vtt   minutes of your own"
	@echo "make test                  checks and tests"
	@echo "make check                 ruff and mypy alone"
	@echo "make evaluate              how good the findings are, into docs/quality.md"
	@echo "make evaluate SET=path     the same for other annotated meetings; MISSES=next_steps lists misses"
	@echo "make bench                 how fast it is, beside other libraries; CALLS=folder measures your own calls,"
	@echo "                           MEETINGS=200 makes the archive smaller, WRITE=1 writes docs/speed.md"
	@echo "make test-system           tests with LibreOffice and a browser (installs them)"
	@echo "make notebook              the notebooks, in the browser"
	@echo "make lock                  new pins for requirements/"
	@echo "make clean                 away with .venv, out and caches"

recap: $(RUN)
	@mkdir -p out
ifdef FILE
	@name=$$(basename -- "$$FILE"); page="out/$${name%.*}"; \
	$(BIN)/minutes recap -o "$$page.docx" -- "$$FILE" && \
	$(BIN)/minutes recap -o "$$page.md" -- "$$FILE" 2>/dev/null && \
	echo "The minutes are in $$page.docx and $$page.md"
else
	@$(BIN)/minutes batch sample_transcripts -o out --format docx
	@$(BIN)/minutes batch sample_transcripts -o out --format md
	@echo "The minutes of sample_transcripts/ are in out/:"
	@ls out
endif

test: check
	$(BIN)/pytest -m "not system"

check: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(BENCH)
	.venv-bench/bin/python bench/reading.py
	PYTHONPATH=tools .venv-bench/bin/python bench/recaps.py $(if $(CALLS),--calls "$$CALLS") \
	$(if $(MEETINGS),--meetings "$$MEETINGS") $(if $(WRITE),--write)

# Without SET it is our own meetings, and docs/quality.md is written anew. WRITE names the place there of another set.
evaluate: $(DEV)
	$(BIN)/python tools/evaluate.py $(if $(SET),"$$SET" $(if $(WRITE),--write $(WRITE)),--write meetings) \
	$(if $(MISSES),--misses $(MISSES))

test-system: $(DEV) system-programs
	$(BIN)/pytest -m system

system-programs:
	@command -v soffice >/dev/null && command -v chromium >/dev/null && command -v pdftoppm >/dev/null || { \
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
	libreoffice-writer fonts-dejavu-core fonts-crosextra-carlito chromium poppler-utils; }

# JupyterLab with the first notebook, for this machine alone. It asks about no news, and could fetch none.
notebook: $(DEV) $(NO_NEWS)
	$(BIN)/jupyter lab --ServerApp.ip=127.0.0.1 --LabApp.extension_manager=readonly --LabApp.news_url=None \
	--LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate \
	--ServerApp.root_dir=. --LabApp.default_url=/lab/tree/notebooks/01-first-recap.ipynb \
	$(if $(filter 0,$(shell id -u)),--allow-root)

lock:
	$(UV) pip compile pyproject.toml --group build $(LOCKING) -o requirements/run.txt
	$(UV) pip compile pyproject.toml --extra notebook --extra pdf --extra cluster --group build --group dev $(LOCKING) -o requirements/dev.txt
	$(UV) pip compile pyproject.toml --group build --group bench $(LOCKING) -o requirements/bench.txt

LOCKING := --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url \
	--no-emit-find-links --custom-compile-command "make lock" --quiet

clean:
	rm -rf .venv .venv-bench out dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo "Python 3.11 or newer is needed and $(PYTHON) is $(SAYS): make PYTHON=python3.12 recap" >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv
	@touch $@

$(RUN): requirements/run.txt pyproject.toml $(VENV)
	$(BIN)/pip install --quiet --require-hashes -r requirements/run.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): requirements/dev.txt pyproject.toml $(VENV)
	$(BIN)/pip install --quiet --require-hashes -r requirements/dev.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(NO_NEWS): $(DEV)
	$(BIN)/jupyter labextension disable --level=sys_prefix @jupyterlab/apputils-extension:announcements
	@touch $@

# An environment of its own: what is measured against is nothing that we need.
$(BENCH): requirements/bench.txt pyproject.toml
	$(PYTHON) -m venv --clear .venv-bench
	.venv-bench/bin/pip install --quiet --require-hashes -r requirements/bench.txt
	.venv-bench/bin/pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@
