# The commands of the archive. Each sets up what it needs; `make help` lists them.
# LANGUAGES="ro ru" limits a command to some languages.

PYTHON ?= python3
VENV := .venv
RUN := PYTHONPATH=_ext $(VENV)/bin/python
LANGUAGES ?=
LANGUAGE :=# of livehtml; what gettext finds in the environment is something else
PORT ?= 8000
NAME :=# of who has revised; what a shell calls its machine is something else
PAGES ?=

.DEFAULT_GOAL := help

.PHONY: help
help:  ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 14
	@echo 'any other     name of a Sphinx builder, as in: make epub'

.PHONY: html
html: $(VENV)/html  ## build the website in every language, in _build/html/
	@$(RUN) -m commands html $(LANGUAGES)

.PHONY: livehtml
livehtml: $(VENV)/html $(VENV)/live  ## serve one language and refresh the browser on save: LANGUAGE=ro
	@$(RUN) -m commands livehtml --port $(PORT) $(LANGUAGE)

.PHONY: new-seminar
new-seminar: $(VENV)/html  ## begin the page of a seminar, every key explained: ID=2026-05-01-riga
	@KIND=event $(RUN) -m commands.new_page

.PHONY: new-record
new-record: $(VENV)/html  ## begin that of another record: KIND=organisation ID=lv-ministry
	@$(RUN) -m commands.new_page

.PHONY: withdraw
withdraw: $(VENV)/html  ## take the name of a speaker out of all pages and catalogues: PERSON=2018-06-05-chisinau/moro
	@$(RUN) -m commands.withdraw

.PHONY: languages
languages: $(VENV)/html  ## list the languages, as JSON
	@$(RUN) -m commands languages

.PHONY: latexpdf
latexpdf: $(VENV)/html $(VENV)/debian-latexpdf  ## print the book in every language, in _build/pdf/
	@$(RUN) -m commands latexpdf $(LANGUAGES)

.PHONY: update-po
update-po: $(VENV)/html $(VENV)/debian-update-po  ## bring the catalogues in locales/ up to date with the pages
	@$(RUN) -m commands update-po

.PHONY: gettext
gettext: $(VENV)/html  ## write the template of each page, in _build/gettext/, for sphinx-intl and others
	@$(RUN) -m commands gettext

# it ends with 1 where a translation is missing, which is no fault
.PHONY: stat
stat: $(VENV)/html  ## count what is translated in each catalogue, as sphinx-intl does
	@$(VENV)/bin/sphinx-intl stat $(LANGUAGES:%=--language=%) || test $$? -eq 1

.PHONY: check-po
check-po: $(VENV)/html  ## check every translation against its source
	@$(RUN) -m commands check-po $(LANGUAGES)

.PHONY: status
status: $(VENV)/html  ## say how far each page is translated: LANGUAGES=ro
	@$(RUN) -m commands status $(LANGUAGES)

.PHONY: revised
revised: $(VENV)/html  ## note that a second person has revised: NAME="…" LANGUAGES=ro PAGES=events/…
	@$(RUN) -m commands revised --name="$$NAME" $(PAGES:%=--page=%) $(LANGUAGES)

.PHONY: termbase
termbase: $(VENV)/html  ## write the glossary for terminology tools, in _build/termbase/
	@$(RUN) -m commands termbase $(LANGUAGES)

.PHONY: linkcheck
linkcheck: $(VENV)/html  ## try every link that leaves the archive, and name those that are broken or have moved
	@$(RUN) -m commands linkcheck $(or $(LANGUAGES),fr)

.PHONY: sources
sources: $(VENV)/html  ## list the sources of which nobody keeps a copy
	@$(RUN) -m commands sources

# what of Debian the folders of tests need: nothing, gettext, or a browser and LaTeX as well
_PLAIN := $(addprefix tests/,content unit)
_GETTEXT := $(addprefix tests/,catalogues site)
_others = $(strip $(foreach one,$(TESTS),$(if $(filter $(1) $(1:%=%/%),$(one)),,$(one))))
_DEBIAN = $(if $(call _others,$(_PLAIN) $(_GETTEXT)),test,$(if $(call _others,$(_PLAIN)),update-po))

.PHONY: test
test: $(VENV)/dev $(addprefix $(VENV)/debian-,$(if $(TESTS),$(_DEBIAN),test))  ## run every test
	@$(RUN) -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder $(TESTS)

.PHONY: audit
audit: $(VENV)/dev $(VENV)/debian-$(if $(TESTS),update-po,audit)  ## stop builds, fill disks, look at every page: the long checks, an hour and more
	@SAMPLE=all AUDIT_RUNS=30 $(RUN) -m pytest --durations=0 --capture=no \
		$(or $(TESTS),tests/audit tests/content tests/browser/test_archive.py tests/catalogues/test_killed.py)

.PHONY: lint
lint: $(VENV)/dev  ## check the code: style, types, direction of imports, rights of the workflow
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@PYTHONPATH=_ext $(VENV)/bin/lint-imports
	@$(VENV)/bin/zizmor --offline --quiet .github

.PHONY: guide
guide: $(VENV)/html  ## write CITATION.cff and the tables in CONTRIBUTING.md and docs/ anew
	@$(RUN) -m commands.guide

.PHONY: requirements
requirements: $(VENV)/dev  ## write the requirements*.txt from pyproject.toml: OPTIONS=--upgrade
	@$(VENV)/bin/python tools/requirements $(OPTIONS)

.PHONY: sbom
sbom: $(VENV)/html  ## list what builds the site and what the site ships, in _build/sbom.json
	@$(RUN) -m commands.sbom

.PHONY: benchmark
benchmark: $(VENV)/dev $(VENV)/debian-benchmark  ## compare the cost of builds: benchmarks/README.md
	@$(RUN) -m benchmarks $(OPTIONS)

.PHONY: clean
clean:  ## remove everything that was built
	@rm -rf _build

# Any other word is the name of a Sphinx builder (https://www.sphinx-doc.org/en/master/usage/builders/).
%: $(VENV)/html
	@$(RUN) -m commands $@ $(LANGUAGES)

# ---- setting up ------------------------------------------------------------------------------

Makefile requirements.txt requirements-live.txt requirements-dev.txt tools/debian-packages conf.py: ;

$(VENV)/bin/python:
	@tools/debian-packages html
	@$(PYTHON) tools/virtual_environment.py html

$(VENV)/html: requirements.txt $(VENV)/bin/python
	@$(PYTHON) tools/virtual_environment.py html

$(VENV)/live: requirements-live.txt $(VENV)/html
	@$(PYTHON) tools/virtual_environment.py live

$(VENV)/dev: requirements-dev.txt requirements-live.txt $(VENV)/html
	@$(PYTHON) tools/virtual_environment.py dev

$(VENV)/debian-%: tools/debian-packages | $(VENV)/bin/python
	@tools/debian-packages $*
	@touch $@

# the book needs the hyphenation of each language
$(VENV)/debian-latexpdf $(VENV)/debian-test $(VENV)/debian-audit: conf.py | $(VENV)/html
