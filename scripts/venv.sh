# shellcheck shell=bash
# Shared by the scripts beside it (source it): find a Python, make .venv once, install what was asked for.
#
# `venv_ensure mock` or `venv_ensure mock,test` returns quickly when that is installed already: .venv/.installed holds a
# fingerprint of what the environment was made from (pyproject.toml, constraints.txt, this folder, the Python) and the
# extras in it. Another fingerprint means: install again. Messages go to stderr, so that stdout belongs to the command.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
VENV="$ROOT/.venv"

say() { printf '%s\n' "$*" >&2; }
fail() { say "error: $*"; exit 1; }

# Succeeds when the command $1 is a Python >= 3.11. A name on PATH is not enough: version managers leave dead ones there.
is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

# Print the first Python that can make a virtual environment. Fails with 1: there is none of the right age, or 2: there
# is one but without its venv module. Says what to do about it.
find_python() {
    local candidate seen=""
    for candidate in python3.13 python3.12 python3.11 python3; do
        is_new_enough "$candidate" || continue
        if "$candidate" -c 'import ensurepip, venv' >/dev/null 2>&1; then
            printf '%s\n' "$candidate"
            return 0
        fi
        seen="${seen:-$candidate}"
    done
    if [ -n "$seen" ]; then
        say "error: $seen cannot make virtual environments: its venv module is missing" \
            "(on Debian and Ubuntu: apt-get install python3-venv)"
        return 2
    fi
    if command -v python3 >/dev/null 2>&1; then
        say "error: Python 3.11 or newer is needed; python3 is $(python3 --version 2>&1 || true)"
    else
        say "error: Python 3.11 or newer is needed; there is no python3 on PATH"
    fi
    return 1
}

# Print what the environment depends on; one line.
venv_fingerprint() {
    local sources
    sources="$(cat "$ROOT/pyproject.toml" "$ROOT/constraints.txt" | cksum)"
    printf '%s %s %s\n' "$sources" "$("$VENV/bin/python" --version 2>&1)" "$ROOT"
}

# Run pip quietly; show its log only when it fails.
venv_pip() {
    "$VENV/bin/python" -m pip install --disable-pip-version-check --no-input -c "$ROOT/constraints.txt" "$@" \
        >>"$VENV/install.log" 2>&1 && return 0
    tail -n 25 "$VENV/install.log" >&2
    fail "installing failed; the whole log is in .venv/install.log"
}

# Make the environment with the extras named in $1 (comma separated), unless it is there.
venv_ensure() {
    local extras="$1" fingerprint="" installed="" had="" python extra
    if ! { is_new_enough "$VENV/bin/python" && "$VENV/bin/python" -c 'import pip' >/dev/null 2>&1; }; then
        python="$(find_python)" || exit 1
        say "making .venv with $("$python" --version)"
        "$python" -m venv --clear "$VENV" >&2 || fail "$python could not make a virtual environment in .venv"
    fi
    fingerprint="$(venv_fingerprint)"
    if [ -f "$VENV/.installed" ]; then
        { read -r installed && read -r had; } <"$VENV/.installed" || true
    fi
    for extra in ${had//,/ }; do  # an environment never loses an extra
        case ",$extras," in *",$extra,"*) ;; *) extras="$extras,$extra" ;; esac
    done
    # Same length means the same set: everything in $had is in $extras by now.
    if [ "$installed" = "$fingerprint" ] && [ "${#extras}" -eq "${#had}" ]; then
        return 0
    fi
    say "installing scenario-contract-kit[$extras] into .venv (the first time takes a minute)"
    rm -f "$VENV/.installed"
    : >"$VENV/install.log"
    # The build backend comes first, at its pinned version, instead of being fetched unpinned for an isolated build.
    venv_pip hatchling editables
    venv_pip --no-build-isolation -e "$ROOT[$extras]"
    printf '%s\n%s\n' "$fingerprint" "$extras" >"$VENV/.installed"
    say "installed"
}
