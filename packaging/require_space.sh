# Sourced by the set-up scripts: stops early where a disk is too small or cannot be written.
nearest_folder() {
  local folder=$1
  until [ -d "$folder" ]; do folder=$(dirname "$folder"); done
  echo "$folder"
}

# require_space FOLDER MEGABYTES WHAT_FOR
require_space() {
  local free
  free=$(df -Pm "$(nearest_folder "$1")" | awk 'NR == 2 { print $4 }')
  [ "$free" -ge "$2" ] || stop_with "$3 needs about $2 MB in $1, and $free MB are free there. Make room and start again."
}

# require_writable FOLDER WHAT_TO_DO_INSTEAD
require_writable() {
  { mkdir -p "$1" && : > "$1/.writable" && rm "$1/.writable"; } 2>/dev/null || stop_with "$1 cannot be written. $2"
}
