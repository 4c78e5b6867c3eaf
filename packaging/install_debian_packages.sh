#!/usr/bin/env bash
# Installs the Debian packages named in the given list files, only those that are missing.
#   packaging/install_debian_packages.sh packaging/debian_packages.txt ...
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
. "$here/stop_with.sh"
. "$here/require_space.sh"

missing_packages() {
  comm -23 <(sed 's/#.*//' "$@" | xargs -n1 | sort -u) \
           <(dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p' | sort -u)
}

command -v dpkg-query apt-get >/dev/null ||
  stop_with "this is no Debian system. Install what $* name(s) in your system's way, then: cmake --preset release && ninja -C build/release."
mapfile -t missing < <(missing_packages "$@")
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" != 0 ]; then
  command -v sudo >/dev/null || stop_with "packages are missing and this is not root. As root: apt-get install ${missing[*]}"
  [ -t 0 ] || sudo -n true 2>/dev/null || stop_with "packages are missing and sudo wants a password. First: sudo apt-get install ${missing[*]}"
  as_root=(sudo)
fi

echo "Installing ${#missing[@]} Debian packages: ${missing[*]}"
[ ${#missing[@]} -lt 10 ] || require_space /var 2500 "Installing them"
apt() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" </dev/null
}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { apt update && apt install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
  tail -n 3 "$log" >&2
  stop_with "apt could not install the packages (its last words are above). Check the network and /etc/apt/sources.list, then start again."
fi
