#!/bin/sh
# Makes .venv ready: "setup.sh run" for the program, "setup.sh test" for its checks too.
# make calls it only when a lock file is newer than the stamp it leaves behind.
set -eu
cd "$(dirname "$0")/.."
purpose="${1:-run}"

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

# --- Python -----------------------------------------------------------------
python="${PYTHON:-python3}"
command -v "$python" >/dev/null 2>&1 ||
    stop "Python is missing: install it with  apt-get install python3 python3-venv"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    stop "Flashcards needs Python 3.11 or newer, and \"$python\" is older: name another with  make PYTHON=python3.12 run"
if ! [ -x .venv/bin/python ] || ! .venv/bin/python -c 'import pip' 2>/dev/null; then
    rm -rf .venv
    "$python" -m venv .venv >/dev/null 2>&1 || {
        rm -rf .venv
        stop "Python cannot make a virtual environment here: install what is missing with  apt-get install python3-venv"
    }
fi

# --- Packages, exactly the locked ones ----------------------------------------
lock=packaging/requirements.txt
[ "$purpose" = test ] && lock=packaging/requirements-dev.txt
say "Installing the locked packages into .venv (once; about a minute)…"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps \
    --require-hashes -r "$lock" ||
    stop "The packages in $lock could not be installed: check the network and run the same command again."
.venv/bin/python -m pip install --quiet --disable-pip-version-check \
    --no-deps --no-build-isolation -e .

# --- What Qt needs from the system (Linux) --------------------------------------
packages=""
need() { packages="$packages $1"; }
if [ "$(uname -s)" = Linux ]; then
    qt=$(.venv/bin/python -c 'import importlib.util, pathlib; print(pathlib.Path(importlib.util.find_spec("PySide6").origin).parent / "Qt")')
    missing=$(ldd "$qt/plugins/platforms/libqxcb.so" "$qt/lib/libQt6Widgets.so.6" "$qt/lib/libQt6Svg.so.6" 2>/dev/null | sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p' | sort -u)
    if [ -n "$missing" ]; then
        for package in libegl1 libgl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon0 \
            libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 \
            libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1; do
            need "$package"
        done
    fi
    fonts=$(find /usr/share/fonts /usr/local/share/fonts "$HOME/.fonts" "$HOME/.local/share/fonts" \( -name '*.ttf' -o -name '*.otf' \) 2>/dev/null | head -n 1 || true)
    [ -n "$fonts" ] || need fonts-dejavu-core
    if [ "$purpose" = test ]; then
        command -v Xvfb >/dev/null 2>&1 || need xvfb
        command -v xdotool >/dev/null 2>&1 || need xdotool
    fi
fi
if [ -n "$packages" ]; then
    command="apt-get install --yes --no-install-recommends$packages"
    root=""
    [ "$(id -u)" = 0 ] || root="sudo -n"
    if command -v apt-get >/dev/null 2>&1 && { [ -z "$root" ] || sudo -n true 2>/dev/null; }; then
        say "Installing system packages:$packages"
        # shellcheck disable=SC2086  # both variables are lists of words
        { $root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $root $command -qq; } >/dev/null ||
            say "Some system packages could not be installed; type:  sudo $command"
    else
        say "System packages are missing; type:  sudo $command"
    fi
fi

touch ".venv/ready-$purpose"
[ "$purpose" = test ] && touch .venv/ready-run
exit 0
