# Owns one server process and ends it when standard input closes, that is when the launcher is gone
# (however it went) or has closed the pipe on purpose.
# Arguments: stop signal, grace in seconds, then the command. The first line on standard output is
# the process id of the command.
signal=$1
grace=$2
shift 2

# A background command gets /dev/null as its input, so the pipe is kept under another number; the
# server itself must not see it.
exec 3<&0
sh -c 'echo "$$"; exec "$@"' server "$@" </dev/null 3<&- &
child=$!

(
  trap - TERM INT HUP
  while read -r ignored <&3; do :; done
  kill -s "$signal" "$child"
  waited=0
  while [ "$waited" -lt "$grace" ] && kill -0 "$child"; do
    sleep 1
    waited=$((waited + 1))
  done
  kill -s KILL "$child"
) >/dev/null 2>&1 &
watcher=$!
exec 3<&-

trap 'kill -s "$signal" "$child" 2>/dev/null' TERM INT HUP
while :; do
  wait "$child"
  status=$?
  kill -0 "$child" 2>/dev/null || break
done
kill "$watcher" 2>/dev/null
exit "$status"
