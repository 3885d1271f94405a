#!/bin/sh
# Builds the image from docker/Dockerfile and tries it without a Docker engine and without an image registry.
# It needs root, buildah, debootstrap, and Node with npm on this machine. Takes about five minutes and 3 GB.
#
#   docker/rehearse.sh [FOLDER]                                   default: /tmp/recert-rehearsal
#   BROWSER=0 docker/rehearse.sh                                  the image without the browser
#   REHEARSAL_DATABASE_URL=postgresql://… docker/rehearse.sh      also with this empty PostgreSQL database
#
# What stands in: Debian from debootstrap, reduced as Debian's slim image is, for debian:bookworm-slim; the same with this machine's Node and npm
# for node:22-bookworm-slim. The image runs in namespaces of its own (mount, PID, UTS) with a read-only root, as its user, without capabilities.
# There is no seccomp profile, no cgroup and no network namespace.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${1:-/tmp/recert-rehearsal}
browser=${BROWSER:-1}
image=localhost/recert:$browser
mkdir -p "$work"
export BUILDAH_ISOLATION=chroot STORAGE_DRIVER=vfs

buildah_here() {
  buildah --root "$work/storage" --runroot "$work/run" "$@"
}

debian_image() {
  [ -d "$work/debian" ] || debootstrap --variant=minbase bookworm "$work/debian.new" http://deb.debian.org/debian
  [ -d "$work/debian" ] || mv "$work/debian.new" "$work/debian"
  rm -rf "$work/debian/var/cache/apt/archives/"*.deb "$work/debian/var/lib/apt/lists/"*
  rm -rf "$work/debian/usr/share/doc/"* "$work/debian/usr/share/man/"* "$work/debian/usr/share/locale/"*
  container=$(buildah_here from scratch)
  buildah_here add --quiet "$container" "$work/debian" /
  buildah_here commit --quiet --rm "$container" localhost/debian:bookworm-slim
}

node_image() {
  container=$(buildah_here from localhost/debian:bookworm-slim)
  buildah_here add --quiet "$container" "$(realpath "$(command -v node)")" /usr/local/bin/node
  buildah_here add --quiet "$container" "$(npm root --global)/npm" /usr/local/lib/node_modules/npm
  buildah_here run "$container" -- ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
  # The authorities that this machine trusts, for a network whose proxy opens TLS.
  buildah_here add --quiet "$container" "${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt}" /usr/local/share/authorities.crt
  buildah_here config --env NODE_EXTRA_CA_CERTS=/usr/local/share/authorities.crt "$container"
  buildah_here commit --quiet --rm "$container" localhost/node:22-bookworm-slim
}

exists() {
  buildah_here inspect --type image "$1" > /dev/null 2>&1
}

exists localhost/debian:bookworm-slim || debian_image
exists localhost/node:22-bookworm-slim || node_image
echo "Building $image ..."
buildah_here build --quiet --layers --format docker --tag "$image" --file "$here/Dockerfile" --build-arg "BROWSER=$browser" \
  --build-arg NODE_IMAGE=localhost/node:22-bookworm-slim --build-arg DEBIAN_IMAGE=localhost/debian:bookworm-slim "$here/.."

buildah_here inspect --type image "$image" > "$work/image.json"
container=$(buildah_here from "$image")
root=$(buildah_here mount "$container")
echo "Size of the root file system: $(du -sm "$root" | cut -f1) MB"
BROWSER=$browser node "$here/rehearse.mjs" "$root" "$work"
buildah_here umount "$container" > /dev/null
buildah_here rm "$container" > /dev/null
