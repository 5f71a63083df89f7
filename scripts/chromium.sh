# shellcheck shell=bash
# Shared by the scripts beside it (source it after venv.sh): the browser in which the tests open the dashboard. The tests
# start it; nothing here does.

# Succeeds when a browser is where the tests look for one.
has_chromium() {
    command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 ||
        command -v google-chrome >/dev/null 2>&1
}

# Install the distribution's Chromium when it is missing and this is root on Debian or Ubuntu. Elsewhere do nothing: the
# tests that need it say what to install, and are skipped outside CI.
chromium_ensure() {
    if has_chromium || [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
        return 0
    fi
    say "installing chromium from the distribution, for the tests of the dashboard"
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium; } >&2 ||
        say "Chromium could not be installed: the tests of the dashboard will fail in CI"
}
