# make serve   build the page and serve it on http://localhost:8080 (PORT=… for another port)
# make build   build the page into dist/
# make test    every check: format, lints, tests, sizes, tests in a browser
# make shots   pictures of every page of the built page into tests/browser/shots/ (SHOTS=… SIZES=… for some)
#
# Each first installs what is missing (tools/setup.sh says what, why and how long it takes).

RAPPORT_TOOLS ?= $(HOME)/.cache/rapport/tools
PORT ?= 8080
export RAPPORT_TOOLS
export PATH := $(RAPPORT_TOOLS)/bin:$(RAPPORT_TOOLS)/node_modules/.bin:$(PATH)

.PHONY: serve build test shots

serve: build
	@echo "Rapport is on http://localhost:$(PORT) (Ctrl-C stops it)"
	@python3 -m http.server $(PORT) --bind 127.0.0.1 --directory dist

build:
	@sh tools/setup.sh build
	@trunk build --release --offline

test:
	@sh tools/setup.sh test
	@sh tools/test.sh

shots:
	@sh tools/setup.sh test
	@SHOTS=$${SHOTS:-all} cargo test --locked --quiet --features browser-tests --test browser shots
