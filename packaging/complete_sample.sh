#!/usr/bin/env bash
# The main job without a display: completes the sample photo with the built-in method and pictures the window.
#   packaging/complete_sample.sh PROGRAM_FOLDER OUTPUT_FOLDER
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
. "$here/stop_with.sh"
cd "$here/.."
programs=$1 output=$2
rm -rf "$output"
mkdir -p "$output/previews"

mapfile -t arguments < <(grep -v '^#' resources/sample/complete_arguments.txt)
"$programs/retailor-cli" complete "${arguments[@]}" --output "$output/result.png" --previews "$output/previews" \
  --recipe-out "$output/recipe.json" || stop_with "the sample could not be completed; the reason is above."
QT_QPA_PLATFORM=offscreen "$programs/retailor" --screenshot "$output/window.png" resources/sample/astronaut.ora ||
  stop_with "the window could not be pictured; the reason is above."

echo "There is no display, so the sample photo was completed without a window:"
echo "  result                   $output/result.png"
echo "  previews                 $output/previews ($(find "$output/previews" -type f | wc -l) pictures)"
echo "  recipe                   $output/recipe.json"
echo "  picture of the window    $output/window.png"
