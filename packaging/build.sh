#!/usr/bin/env bash
# Configures a preset where its settings changed, and builds it in build/PRESET.
#   packaging/build.sh PRESET LIBTORCH_FOLDER [TARGET...]
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
. "$here/stop_with.sh"
. "$here/require_space.sh"
cd "$here/.."
preset=$1 libtorch=$2 folder=build/$1
shift 2

require_writable "$PWD/build" "Copy the clone to a disk that can be written, or make this one writable."
exec 9>"build/$preset.lock"
flock -n 9 || { echo "Waiting for another build of $preset to finish"; flock 9; }

# A clone of the same files elsewhere finds this one's compiled files; a precompiled header needs the sloppiness.
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime

settings="$PWD $libtorch $(sha256sum < CMakePresets.json)"
if [ "$settings" != "$(cat "$folder/configured_with" 2>/dev/null)" ]; then
  require_space "$PWD/build" 2500 "The build"
  cmake --preset "$preset" -DRETAILOR_LIBTORCH="$libtorch" >"build/$preset.log" || { tail -n 20 "build/$preset.log" >&2; stop_with "cmake could not configure the preset '$preset'; the presets are in CMakePresets.json, and the log is build/$preset.log."; }
  echo "$settings" > "$folder/configured_with"
fi
started=$SECONDS
ninja -C "$folder" "$@" 9>&- || stop_with "the build failed; the compiler's words are above."
[ $((SECONDS - started)) -lt 5 ] || echo "Built $preset in $((SECONDS - started)) s; ccache: $(ccache --show-stats 2>/dev/null | grep -m1 -i 'hits' | tr -s ' ')"
