#!/bin/sh
# Makes sure that Chromium is there for the browser tests: installs Debian's package where that is
# possible and permitted. Where it is not, the tests say so (and fail if motcua.require names browser).
if command -v chromium >/dev/null 2>&1; then
  exit 0
fi
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "Chromium is missing and cannot be installed by this account: install it with" \
    "'apt-get install chromium fonts-liberation2'." >&2
  exit 0
fi
echo "Installing Chromium from Debian's packages ..."
export DEBIAN_FRONTEND=noninteractive
{ apt-get -qq update && apt-get -qq -y install chromium fonts-liberation2; } >/dev/null 2>&1 ||
  echo "Chromium could not be installed." >&2
exit 0
