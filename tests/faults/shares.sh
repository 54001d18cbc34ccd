#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Many writers on a workspace that lies on a real share, from two machines: in each a reader and a milepostctl besides the writers,
# which are killed now and then. Prints what came of each, and whether anything was lost, doubled or seen wrong.
#
# No part of the tests: it is run as root on a (virtual) machine that serves /srv/share as //10.9.0.1/share (SMB, user root, password
# pw) and as 10.9.0.1:/ (NFS 4.2), and whose network namespaces c1 and c2 are the two clients. BIN is the folder with milepost_faults
# and milepostctl.
#
#   shares.sh [KILLS [CASE...]]     CASE: smb, smb-nolease, smb-nocache, nfs, nfs-restart, smb-nobrl, smb-cut, nfs-cut (default: the
#                                   first five)
set -u
BIN=${BIN:-/payload}
KILLS=${1:-yes}
shift || true
WRITERS=4
WRITES=15
PATIENCE=${PATIENCE:-120} # seconds, of a writer that is not to be killed any more

# To the NFS server two machines of one name are one.
as_client() { # NUMBER: what goes before a command that is run on a client
    # shellcheck disable=SC2016 # for the inner shell
    CLIENT=(env "LD_LIBRARY_PATH=$BIN" nsenter "--net=/run/netns/c$1" unshare --uts sh -c 'hostname "$0" && exec "$@"' "machine$1")
}

named() { # NUMBER COMMAND...
    as_client "$1"
    shift
    "${CLIENT[@]}" "$@"
}

mount_on() { # NUMBER KIND OPTIONS
    local type source options
    case $2 in
    smb) type=cifs source=//10.9.0.1/share options=vers=3.1.1,user=root,password=pw,nosharesock ;;
    nfs) type=nfs source=10.9.0.1:/ options=vers=4.2,hard,retry=0 ;;
    esac
    mkdir -p "/m/c$1"
    named "$1" mount -t "$type" "$source" "/m/c$1" -o "$options${3:+,$3}"
}

faults() { # NUMBER COMMAND...: on a client
    local k=$1
    shift
    named "$k" "$BIN/milepost_faults" "$@"
}

writer() { # CLIENT WRITER: writes until all are acknowledged, and is killed and started anew
    local acknowledged=$WORK/acknowledged$2 first seconds kills=0 attempt status
    : >"$acknowledged"
    for attempt in $(seq 12); do
        first=$(tail -n 1 "$acknowledged")
        first=$((${first:-0} + 1))
        [ $first -gt $WRITES ] && break
        seconds=$PATIENCE
        [ "$KILLS" = yes ] && [ "$attempt" -le 4 ] && seconds=$((RANDOM % 6 + 5))
        as_client "$1"
        timeout -s KILL "$seconds" "${CLIENT[@]}" "$BIN/milepost_faults" writer "/m/c$1/bank.milepost" \
            "$WORK/profile$2" "$2" $first $WRITES tell >>"$acknowledged" 2>"$WORK/said$2"
        status=$?
        [ $status = 137 ] && kills=$((kills + 1))
    done
    echo "writer $2: acknowledged $(tail -n 1 "$acknowledged"), killed $kills times; $(tail -n 1 "$WORK/said$2")"
}

commands() { # CLIENT: one command after another, as long as the writers write
    local count=0 refused=0
    named "$1" "$BIN/milepostctl" -w "/m/c$1/bank.milepost" --profile "$WORK/command$1" join Ann >/dev/null 2>&1
    while [ -e "$WORK/writing" ]; do
        if named "$1" "$BIN/milepostctl" -w "/m/c$1/bank.milepost" --profile "$WORK/command$1" \
            team add "Team $1 $count" >/dev/null 2>"$WORK/refused$1"; then
            count=$((count + 1))
        else
            refused=$((refused + 1))
        fi
    done
    echo "commands on $1: $count acknowledged, $refused refused $(tail -n 1 "$WORK/refused$1")"
    echo $count >"$WORK/teams$1"
}

restart_nfs() {
    sleep 8
    rpc.nfsd 0
    sleep 2
    rpc.nfsd 8
    echo "the server was restarted"
}

begin() { # KIND OPTIONS
    WORK=$(mktemp -d)
    rm -rf /srv/share/*
    mount_on 1 "$1" "$2" && mount_on 2 "$1" "$2" || return 1
    faults 1 found /m/c1/bank.milepost || echo "the workspace could not be made"
}

end() {
    umount /m/c1 /m/c2
    rm -rf "$WORK"
}

swarm() { # KIND OPTIONS [MEANWHILE]
    begin "$1" "$2" || { echo "no mount"; return; }
    local readers=() writers=() others=() reader w k began
    for k in 1 2; do
        faults $k reader /m/c$k/bank.milepost &
        readers+=($!)
    done
    touch "$WORK/writing"
    for k in 1 2; do
        commands $k &
        others+=($!)
    done
    [ -n "${3:-}" ] && { "$3" & others+=($!); }
    began=$(date +%s%N)
    for w in $(seq $WRITERS); do
        for k in 1 2; do
            writer "$k" "$k$w" 2>/dev/null & # the shell tells of each kill
            writers+=($!)
        done
    done
    wait "${writers[@]}"
    echo "all took $((($(date +%s%N) - began) / 1000000)) ms"
    rm "$WORK/writing"
    wait "${others[@]}"
    for reader in "${readers[@]}"; do
        kill -0 "$reader" 2>/dev/null || echo "A READER ENDED"
    done
    pkill -9 -f "milepost_faults reader"
    sleep 1
    faults 2 check /m/c2/bank.milepost $((2 * WRITERS * WRITES))
    echo "teams: $(sqlite3 /srv/share/bank.milepost 'SELECT count(*) FROM team') there, $(($(cat "$WORK/teams1") + $(cat "$WORK/teams2"))) acknowledged"
    end
}

# The other machine takes over when the server gives up the locks of the one that is gone.
cut() { # KIND OPTIONS
    begin "$1" "$2" || { echo "no mount"; return; }
    faults 1 writer /m/c1/bank.milepost "$WORK/profile1" 1 1 1000 >"$WORK/acknowledged1" 2>/dev/null &
    faults 2 writer /m/c2/bank.milepost "$WORK/profile2" 2 1 20 tell >"$WORK/acknowledged2" 2>"$WORK/said2" &
    sleep 6
    nsenter --net=/run/netns/c1 ip link set e1 down
    local began before
    before=$(tail -n 1 "$WORK/acknowledged2")
    began=$(date +%s)
    echo "cut off; the other had ${before:-0}"
    for _ in $(seq 150); do
        [ "$(tail -n 1 "$WORK/acknowledged2")" != "$before" ] && break
        sleep 1
    done
    echo "the other went on after $(($(date +%s) - began)) s"
    for _ in $(seq 20); do
        faults 2 writer /m/c2/bank.milepost "$WORK/profile2" 2 1 20 tell >"$WORK/acknowledged2" 2>"$WORK/said2" && break
        sleep 5
    done
    echo "the other has $(tail -n 1 "$WORK/acknowledged2") of 20 after $(($(date +%s) - began)) s; $(tail -n 1 "$WORK/said2")"
    nsenter --net=/run/netns/c1 ip link set e1 up
    pkill -9 -f "milepost_faults writer"
    sleep 5
    echo "acknowledged before it was cut off: $(tail -n 1 "$WORK/acknowledged1")"
    end
}

# Where each client keeps its locks to itself nobody may write.
alone() { # KIND OPTIONS
    begin "$1" "$2" || { echo "no mount"; return; }
    faults 2 writer /m/c2/bank.milepost "$WORK/profile2" 2 1 5 2>&1 | tail -n 1
    end
}

[ $# -eq 0 ] && set -- smb smb-nolease smb-nocache nfs nfs-restart
for case in "$@"; do
    echo "== $case"
    case $case in
    smb) swarm smb "" ;;
    smb-nolease) swarm smb nolease ;;
    smb-nocache) swarm smb cache=none ;;
    smb-nobrl) alone smb nobrl ;;
    smb-cut) cut smb "" ;;
    nfs) swarm nfs "" ;;
    nfs-restart) swarm nfs "" restart_nfs ;;
    nfs-cut) cut nfs "" ;;
    *) echo "unknown" && exit 2 ;;
    esac
done
