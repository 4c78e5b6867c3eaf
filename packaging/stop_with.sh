# Sourced by the set-up scripts: one sentence that says what is wrong and what to do, then the end.
stop_with() {
  echo "Retailor: $*" >&2
  exit 1
}
