#!/bin/sh
# Writethru at the command line: link this file into a folder of your PATH.
self=$0
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=$(dirname "$self")/$link ;;
  esac
done
exec "$(dirname "$self")/../../MacOS/Writethru" --cli "$@"
