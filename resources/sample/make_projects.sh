#!/bin/sh
# Makes the sample projects, and the pictures of the second on the start page and in
# docs/try-on.md, from the files beside them, with Retailor's own programs.
#
#     ./make_projects.sh [PROGRAMS]        (build/release/bin, with core_document_test_sample_project built)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
programs=${1:-$here/../../build/release/bin}
RETAILOR_REWRITE_SAMPLE=1 "$programs/core_document_test_sample_project"

# put_on GARMENT PICTURE
put_on() {
  "$programs/retailor-cli" complete --photo "$here/astronaut.png" --output "$2" --seed 7 --progress none \
    --reference "upper-clothes=$here/$1,fit=auto" \
    --region "upper-clothes=$here/worn.png" --region "in-front=$here/in_front.png"
}
put_on poncho.png "$here/try_on.png"
put_on jumper.png "$here/../../docs/pictures/try_on_jumper.jpg"
