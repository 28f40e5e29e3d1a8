#!/bin/sh
# Checks PDF files against PDF/A-3a and PDF/UA-1 with veraPDF: `validate.sh FILE…`.
# Exit code 0: no rule is broken. 7: some are, and they are listed.
set -eu
checkout=$(dirname "$0")/..
"$checkout/tools/setup.sh" validate
classpath=$(printf '/usr/share/java/%s.jar:' jaxb-api jaxb-core jaxb-runtime istack-commons-runtime txw2 javax.activation)
exec java -cp "$classpath$(ls "$checkout"/.venv/verapdf/*/jar/*.jar)" "$checkout/tools/Validate.java" "$@"
