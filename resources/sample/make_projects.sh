#!/bin/sh
# Makes the sample projects, and the start page's picture of the second, from the files beside them, with Retailor's own programs.
#
#     ./make_projects.sh [PROGRAMS]        (build/release/bin, with core_document_test_sample_project built)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
programs=${1:-$here/../../build/release/bin}
RETAILOR_REWRITE_SAMPLE=1 "$programs/core_document_test_sample_project"
"$programs/retailor-cli" complete --photo "$here/astronaut.png" --output "$here/try_on.png" --seed 7 --progress none \
  --reference "upper-clothes=$here/jumper.png,fit=auto" \
  --region "upper-clothes=$here/worn.png" --region "in-front=$here/in_front.png"
