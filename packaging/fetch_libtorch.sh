#!/usr/bin/env bash
# Prints the folder of the pinned libtorch (lib/, include/, licenses/), fetching it into the cache the first time.
#   packaging/fetch_libtorch.sh [--cuda]
# The cache is $RETAILOR_CACHE, else $XDG_CACHE_HOME/retailor, else ~/.cache/retailor. The wheels come through pip and its
# configuration, so an index, a proxy or a folder of wheels (PIP_NO_INDEX=1 PIP_FIND_LINKS=folder) is chosen as for any Python package.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
. "$here/stop_with.sh"
. "$here/require_space.sh"

cache=${RETAILOR_CACHE:-${XDG_CACHE_HOME:-${HOME:?}/.cache}/retailor}
libtorch=$cache/libtorch-2.11.0
partial=$cache/partial
wheels=$partial/wheels
cpu_libraries=(libtorch_cpu.so libc10.so libgomp.so.1)
cuda_libraries=(libtorch_cuda.so libtorch_cuda_linalg.so libc10_cuda.so libtorch_nvshmem.so libcaffe2_nvrtc.so libtorch.so)

# A finished part carries a mark made of the pinned hashes: changed pins are fetched anew.
mark_of() { sed -n 's/^[^#].*--hash=//p' "$@" | sort | sha256sum | cut -c1-16; }
is_complete() { [ -e "$libtorch/complete-$1" ]; }

# A line every ten seconds on how far the download is, for as long as this script lives.
show_progress() {
  while sleep 10 && kill -0 $$ 2>/dev/null; do
    echo "  $(du -cm "$partial" 2>/dev/null | tail -n 1 | cut -f1) MB so far" >&2
  done
}

download_once() {
  TMPDIR=$partial/tmp "${RETAILOR_PYTHON:-/usr/bin/python3}" -m pip download --no-deps --require-hashes --only-binary=:all: --no-cache-dir --quiet \
    --progress-bar off --implementation cp --python-version 311 --abi cp311 --abi none \
    --platform manylinux_2_28_x86_64 --platform manylinux_2_27_x86_64 --platform manylinux_2_25_x86_64 --platform manylinux_2_18_x86_64 \
    --platform manylinux2014_x86_64 --dest "$wheels" "$@" >"$partial/pip.log" 2>&1
}

# A broken connection is tried again; what arrived whole is kept.
download() {
  local list attempt arguments=()
  for list in "$@"; do arguments+=(-r "$list"); done
  show_progress 9>&- & local progress=$!
  trap "kill $progress 2>/dev/null || true" EXIT
  for attempt in 1 2 3; do
    if download_once "${arguments[@]}"; then kill "$progress"; return; fi
    if grep -q 'DO NOT MATCH THE HASHES' "$partial/pip.log"; then
      stop_with "a wheel from the Python package index is not the one pinned in $1 (wrong SHA-256), so it was thrown away. Check the index or proxy in 'pip config list'; the log is $partial/pip.log."
    elif grep -q 'No space left' "$partial/pip.log"; then
      stop_with "the disk of $cache is full. Make room, or choose another folder with RETAILOR_CACHE, and start again."
    fi
    [ "$attempt" = 3 ] || { echo "The download broke off; trying again." >&2; sleep $((attempt * 2)); }
  done
  tail -n 3 "$partial/pip.log" >&2
  stop_with "libtorch could not be fetched from the Python package index (pip's last words are above). Check the network and 'pip config list', then start again."
}

# unpack_torch LIBRARIES...: the named libraries of the torch wheel into $partial/torch.
unpack_torch() { unzip -qo "$wheels"/torch-*.whl "${@/#/torch/lib/}" -d "$partial"; }

gather_nvidia() {
  local wheel
  for wheel in "$wheels"/nvidia_*.whl; do unzip -qo "$wheel" -d "$partial/nvidia"; done
}

gather_licenses() {
  local info
  for info in "$partial"/torch-*.dist-info "$partial"/nvidia/*.dist-info; do
    [ ! -d "$info/licenses" ] || { mkdir -p "$1/$(basename "$info" .dist-info)" && cp -r "$info/licenses/." "$1/$(basename "$info" .dist-info)/"; }
  done
}

fetch_cpu() {
  echo "Fetching libtorch 2.11.0 (545 MB, once) into $cache" >&2
  require_space "$cache" 1700 "libtorch"
  download "$here/libtorch_wheels.txt"
  unpack_torch "${cpu_libraries[@]}"
  unzip -qo "$wheels"/torch-*.whl 'torch/include/*' 'torch-*.dist-info/licenses/*' -d "$partial"
  gather_nvidia
  mv "$partial"/nvidia/nvidia/cu13/lib/{libcudart.so.13,libcupti.so.13} "$partial/torch/lib/"
  gather_licenses "$partial/torch/licenses"
  : > "$partial/torch/complete-$1"
  rm -rf "$libtorch"
  mv -T "$partial/torch" "$libtorch"
}

# The files are moved in one by one and the mark is set last: an interrupted --cuda leaves the CPU half usable.
fetch_cuda() {
  echo "Fetching the CUDA half of libtorch (2.6 GB, once) into $cache" >&2
  require_space "$cache" 8500 "The CUDA half of libtorch"
  download "$here/libtorch_wheels.txt" "$here/libtorch_cuda_wheels.txt"
  unpack_torch "${cuda_libraries[@]}"
  gather_nvidia
  gather_licenses "$libtorch/licenses"
  find "$partial/torch/lib" "$partial/nvidia" -path '*/lib/*' -name '*.so*' -exec mv -t "$libtorch/lib/" {} +
  mkdir -p "$libtorch/cuda_include"
  find "$partial/nvidia" -type d -name include -exec cp -r {}/. "$libtorch/cuda_include/" \;
  : > "$libtorch/complete-$1"
}

[ "$(uname -m)" = x86_64 ] || stop_with "the pinned libtorch is for x86-64 machines, and this one is $(uname -m). Build without it: cmake --preset release."
cpu_mark=cpu-$(mark_of "$here/libtorch_wheels.txt")
cuda_mark=cuda-$(mark_of "$here/libtorch_wheels.txt" "$here/libtorch_cuda_wheels.txt")
wanted=$cpu_mark
[ "${1:-}" != --cuda ] || wanted=$cuda_mark
if ! is_complete "$cpu_mark" || ! is_complete "$wanted"; then
  require_writable "$cache" "Choose another folder for the cache with RETAILOR_CACHE."
  exec 9>"$cache/lock"
  flock -n 9 || { echo "Waiting for another set-up of Retailor to finish" >&2; flock 9; }
  rm -rf "$partial/torch" "$partial/nvidia" "$partial/tmp"
  mkdir -p "$partial/tmp" "$wheels"
  is_complete "$cpu_mark" || fetch_cpu "$cpu_mark"
  is_complete "$wanted" || fetch_cuda "$wanted"
  rm -rf "$partial"
fi
echo "$libtorch"
