# Every command a newcomer needs; `make help` lists them. The README has the same for a machine without make.

PORT ?= 8501
ADDRESS ?= $(or $(STREAMLIT_SERVER_ADDRESS),127.0.0.1)
COUNT ?= 100000
# A file of tests stays in one process; more than four at once would only wait for the disk and for Chromium.
TOGETHER := --numprocesses auto --maxprocesses 4 --dist loadfile
VENV := .venv
PYTHON := $(VENV)/bin/python
PIP := $(PYTHON) -m pip --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help run test test-quick fuzz bench lint install install-dev

help:  ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: install  ## open the dashboard: http://127.0.0.1:8501 (another port: make run PORT=8600)
	@port=$$($(PYTHON) -c "$$FREE_PORT" $(ADDRESS) $(PORT)) && \
	echo "Corporate Parenting Dashboard: http://$(ADDRESS):$$port  (stop it with Ctrl+C)" && \
	exec $(PYTHON) -m streamlit run app.py --server.address $(ADDRESS) --server.port $$port \
		--browser.serverAddress $(ADDRESS)

test: lint  ## everything: style, then all tests, in Chromium too
	$(PYTHON) -m tests.browser.chromium
	$(PYTHON) -m pytest $(TOGETHER)

test-quick: lint  ## style and all tests that need no browser
	$(PYTHON) -m pytest $(TOGETHER) -m "not browser"

fuzz: install-dev  ## spoil 100,000 published files and expect no traceback (another number: make fuzz COUNT=1000)
	$(PYTHON) -m tests.fuzz --count $(COUNT)

bench: install-dev  ## measure pages, queries, start and memory
	$(PYTHON) -m tests.benchmarks

lint: install-dev  ## style only
	$(PYTHON) -m ruff check .

# What was installed is kept beside the environment, so pip (and with it the network) is needed only after a change.
install: $(PYTHON)
	@cmp -s requirements.txt $(VENV)/installed || { \
		$(PIP) install -r requirements.txt && cp requirements.txt $(VENV)/installed; }

install-dev: install
	@cat requirements.txt requirements-dev.txt | cmp -s - $(VENV)/installed-dev || { \
		$(PIP) install -r requirements-dev.txt && cat requirements.txt requirements-dev.txt > $(VENV)/installed-dev; }

# A new environment, from the first Python that is new enough and can make one. Debian's own cannot until the
# package python3-venv is there.
$(PYTHON):
	@make_environment() { \
		for python in python3.11 python3 python3.12 python3.13 python3.14; do \
			$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
			said=$$($$python -m venv --clear $(VENV) 2>&1) && return 0; \
		done; \
		rm -rf $(VENV); return 1; \
	}; \
	make_environment && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "No Python 3.11 here can make a virtual environment: installing Debian's python3-venv." >&2; \
		export DEBIAN_FRONTEND=noninteractive; \
		apt-get update </dev/null >&2 && apt-get install --yes --no-install-recommends python3-venv </dev/null >&2; \
		make_environment && exit 0; \
	fi; \
	echo "$$said" >&2; \
	echo "No virtual environment could be made. It takes Python 3.11 or newer with its venv module:" >&2; \
	echo "on Debian or Ubuntu, 'sudo apt-get install python3-venv'; elsewhere, see python.org. Then repeat this." >&2; \
	exit 1

# The port asked for, or the next one that nobody uses.
define FREE_PORT
import errno, socket, sys
address, wanted = sys.argv[1], int(sys.argv[2])
for port in range(wanted, min(wanted + 100, 65536)):
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((address, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                continue
            sys.exit(f'{address}, port {port}, cannot be used here: {error.strerror}. Give ADDRESS=127.0.0.1 PORT=8501.')
    if port != wanted:
        print(f'Port {wanted} is in use by another program: taking {port}.', file=sys.stderr)
    print(port)
    sys.exit()
sys.exit(f'No port from {wanted} to {wanted + 99} is free on {address}. Name another, as in: make run PORT=9000')
endef
export FREE_PORT
