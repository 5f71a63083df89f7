# shellcheck shell=bash
# Shared by the scripts beside it (source it after venv.sh): PostgreSQL's server programs, for the tests that share state
# between mocks. The tests start a server of their own; nothing here starts one.

# Succeeds when the programs are where the tests look for them.
has_postgres() {
    compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null 2>&1
}

# Install the distribution's PostgreSQL when it is missing and this is root on Debian or Ubuntu. Elsewhere do nothing:
# the tests that need it fail with a sentence that says what to install.
postgres_ensure() {
    if has_postgres || [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
        return 0
    fi
    say "installing postgresql from the distribution, for the tests that share state between mocks"
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends postgresql; } >&2 ||
        say "PostgreSQL could not be installed: the tests that need it will fail"
}
