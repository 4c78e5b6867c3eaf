#!/usr/bin/env bash
# Runs the set-up scripts against stand-ins for apt, pip and df. Ends with "N passed, N failed".
set -uo pipefail
packaging=$(readlink -f "$(dirname "$0")/../../packaging")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# A PATH of its own, so that what a machine lacks can be left out of it.
make_toolbox() {
  rm -rf "$work/bin" "$work/calls" "$work/cache"
  mkdir -p "$work/bin"
  touch "$work/calls"
  local tool
  for tool in bash env dirname basename readlink comm sed xargs sort awk grep cut head tail cat cp mv rm mkdir mktemp find id uname \
      sha256sum flock unzip df du touch echo; do
    ln -s "$(type -P "$tool")" "$work/bin/$tool"
  done
  stand_in sleep '/bin/sleep 0.2'
}

# stand_in NAME SCRIPT: a command that notes its call, then does SCRIPT.
stand_in() {
  rm -f "$work/bin/$1"
  printf '#!/usr/bin/env bash\necho "%s $*" >> %q\n%s\n' "$1" "$work/calls" "$2" > "$work/bin/$1"
  chmod +x "$work/bin/$1"
}

# A package index that has every wheel, small.
make_wheels() {
  local tree=$work/tree list=(torch/lib/libtorch_cpu.so torch/lib/libc10.so torch/lib/libgomp.so.1 torch/lib/libtorch_cuda.so
    torch/lib/libtorch_cuda_linalg.so torch/lib/libc10_cuda.so torch/lib/libtorch_nvshmem.so torch/lib/libcaffe2_nvrtc.so torch/lib/libtorch.so
    torch/include/torch/torch.h torch-2.11.0.dist-info/licenses/LICENSE)
  wheel torch-2.11.0-cp311.whl "${list[@]}"
  wheel nvidia_cuda_runtime-13.whl nvidia/cu13/lib/libcudart.so.13 nvidia/cu13/include/cuda_runtime_api.h nvidia_cuda_runtime-13.dist-info/licenses/License.txt
  wheel nvidia_cuda_cupti-13.whl nvidia/cu13/lib/libcupti.so.13
  wheel nvidia_cublas-13.whl nvidia/cu13/lib/libcublas.so.13
}

wheel() {
  local name=$1 tree=$work/tree file
  shift
  rm -rf "$tree"
  for file in "$@"; do mkdir -p "$tree/$(dirname "$file")" && echo "$file" > "$tree/$file"; done
  mkdir -p "$work/index"
  (cd "$tree" && /usr/bin/python3 -m zipfile -c "$work/index/$name" ./*)
}

serve_wheels='while [ "$1" != --dest ]; do shift; done; cp '$work'/index/* "$2"'

# in_toolbox COMMAND...: its output to $work/said, its status in $status.
in_toolbox() {
  status=0
  env -i PATH="$work/bin" HOME="$work" RETAILOR_CACHE="$work/cache" RETAILOR_PYTHON="$work/bin/python3" "$@" >"$work/said" 2>&1 </dev/null || status=$?
}
install_packages() { in_toolbox "$packaging/install_debian_packages.sh" "$packaging/debian_packages.txt"; }
fetch() { in_toolbox "$packaging/fetch_libtorch.sh" "$@"; }

claim() {
  local words=$1
  shift
  if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAIL: ${FUNCNAME[1]}: $words; it said:"; sed 's/^/    /' "$work/said"; fi
}
says() { grep -q -- "$1" "$work/said"; }
fails_in_one_sentence() { [ $status = 1 ] && [ "$(grep -c '^Retailor: ' "$work/said")" = 1 ]; }
succeeds() { [ $status = 0 ]; }
called() { [ "$(grep -c "^$1 " "$work/calls")" = "$2" ]; }
never_called() { ! grep -q "^$1 " "$work/calls"; }
has() { [ -e "$work/cache/libtorch-2.11.0/$1" ]; }
lacks() { [ ! -e "$1" ]; }

all_installed="sed 's/#.*//' $packaging/debian_packages.txt | xargs -n1 | sed 's/^/installed /'"

nothing_is_installed_where_nothing_is_missing() {
  make_toolbox; stand_in dpkg-query "$all_installed"; stand_in apt-get ''
  install_packages
  claim 'it ends well' succeeds
  claim 'apt is left alone' never_called apt-get
}

only_missing_packages_are_installed() {
  make_toolbox; stand_in dpkg-query "$all_installed | grep -v -e libzip-dev -e '^installed cmake'; echo 'config-files cmake'"; stand_in apt-get ''
  stand_in id 'echo 0'
  install_packages
  claim 'it ends well' succeeds
  claim 'both and no others are named' grep -q -- '--no-install-recommends cmake libzip-dev$' "$work/calls"
}

no_root_and_no_sudo_names_the_command() {
  make_toolbox; stand_in dpkg-query ''; stand_in apt-get ''; stand_in id 'echo 1000'
  install_packages
  claim 'one sentence' fails_in_one_sentence
  claim 'the command is named' says 'apt-get install ca-certificates ccache'
}

a_system_without_apt_is_told_so() {
  make_toolbox
  install_packages
  claim 'one sentence' fails_in_one_sentence
  claim 'it names the list' says 'no Debian system.*debian_packages.txt'
}

a_failing_apt_is_reported() {
  make_toolbox; stand_in dpkg-query ''; stand_in id 'echo 0'; stand_in apt-get 'echo "Temporary failure resolving"; exit 100'
  install_packages
  claim 'one sentence' fails_in_one_sentence
  claim 'with the last words of apt' says 'Temporary failure resolving'
}

a_small_disk_stops_it_early() {
  make_toolbox; stand_in python3 "$serve_wheels"; stand_in df 'echo head; echo "disk 100 90 10 90% /"'
  fetch
  claim 'one sentence' fails_in_one_sentence
  claim 'it says how much' says 'needs about 1700 MB'
  claim 'nothing is fetched' never_called python3
}

an_unwritable_cache_is_named() {
  make_toolbox; stand_in python3 "$serve_wheels"
  in_toolbox env RETAILOR_CACHE=/dev/null/cache "$packaging/fetch_libtorch.sh"
  claim 'one sentence' fails_in_one_sentence
  claim 'it says what to do' says 'RETAILOR_CACHE'
}

a_wrong_hash_stops_at_once() {
  make_toolbox; stand_in python3 'echo "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES"; exit 1'
  fetch
  claim 'one sentence' fails_in_one_sentence
  claim 'it names the hash' says 'wrong SHA-256'
  claim 'it is not tried again' called python3 1
  claim 'no libtorch is left' lacks "$work/cache/libtorch-2.11.0"
}

no_network_is_tried_three_times() {
  make_toolbox; stand_in python3 'echo "ERROR: Connection refused"; exit 1'
  fetch
  claim 'one sentence' fails_in_one_sentence
  claim 'it says what to check' says 'Check the network'
  claim 'three tries' called python3 3
}

libtorch_is_fetched_once() {
  make_toolbox; stand_in python3 "$serve_wheels"
  fetch
  claim 'it ends well' succeeds
  claim 'it prints the folder last' test "$(tail -n 1 "$work/said")" = "$work/cache/libtorch-2.11.0"
  local file
  for file in lib/libtorch_cpu.so lib/libc10.so lib/libgomp.so.1 lib/libcudart.so.13 lib/libcupti.so.13 include/torch/torch.h licenses/torch-2.11.0/LICENSE; do
    claim "$file is there" has "$file"
  done
  claim 'no CUDA half' lacks "$work/cache/libtorch-2.11.0/lib/libtorch_cuda.so"
  claim 'no rest is left' lacks "$work/cache/partial"
  fetch
  claim 'the second time asks nobody' called python3 1
}

the_cuda_half_is_added() {
  make_toolbox; stand_in python3 "$serve_wheels"
  fetch && fetch --cuda
  claim 'it ends well' succeeds
  claim 'its libraries are there' has lib/libcublas.so.13
  claim 'and those of torch' has lib/libtorch_cuda.so
  claim 'and the headers' has cuda_include/cuda_runtime_api.h
  fetch --cuda
  claim 'the second time asks nobody' called python3 2
}

an_interrupted_fetch_starts_again() {
  make_toolbox; stand_in python3 'kill -9 $PPID; sleep 1'
  { fetch; } 2>/dev/null
  claim 'it was killed' test $status -gt 1
  stand_in python3 "$serve_wheels"
  fetch
  claim 'it ends well' succeeds
  claim 'and whole' has lib/libtorch_cpu.so
}

two_at_once_fetch_once() {
  make_toolbox; stand_in python3 "$serve_wheels; /bin/sleep 1"
  (fetch) & (fetch) & wait
  claim 'one fetch' called python3 1
  claim 'it is whole' has lib/libtorch_cpu.so
}

make_wheels
for test in nothing_is_installed_where_nothing_is_missing only_missing_packages_are_installed no_root_and_no_sudo_names_the_command \
    a_system_without_apt_is_told_so a_failing_apt_is_reported a_small_disk_stops_it_early an_unwritable_cache_is_named \
    a_wrong_hash_stops_at_once no_network_is_tried_three_times libtorch_is_fetched_once the_cuda_half_is_added \
    an_interrupted_fetch_starts_again two_at_once_fetch_once; do
  "$test"
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
