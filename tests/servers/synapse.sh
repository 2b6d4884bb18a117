#!/usr/bin/env bash
# A real Matrix homeserver for the tests: Debian's matrix-synapse, unpacked into a folder and run from there. Needs no root, and changes
# nothing outside that folder.
#   synapse.sh get FOLDER              unpacks it, unless it is there already (some 280 MB, kept between runs)
#   synapse.sh run FOLDER DATA PORT    runs it on 127.0.0.1:PORT in this very process, with its accounts and rooms in DATA
# With RC_MESSAGE='{per_second: 1, burst_count: 3}' it refuses what is sent faster.
set -euo pipefail
verb=${1:?get or run} folder=${2:?a folder}
root=$folder/root
unset PYTHONDONTWRITEBYTECODE PYTHONPATH PYTHONSTARTUP

get() {
    [ ! -e "$root/.ready" ] || return 0
    mkdir -p "$folder"
    exec 9>"$folder/getting"
    flock 9
    [ ! -e "$root/.ready" ] || return 0

    # The mirror this machine's own apt is set up with; only its list of packages is another suite's, kept apart from the machine's.
    local release mirror key apt
    release=$(. /etc/os-release; echo "$VERSION_CODENAME")
    mirror=$(apt-get --print-uris update 2>/dev/null | sed -n "s#^'\(.*/debian\)/dists/$release/InRelease'.*#\1#p" | head -n 1)
    [ -n "$mirror" ] || { echo "synapse.sh: apt knows no Debian mirror here" >&2; return 1; }
    key=$(ls /usr/share/keyrings/debian-archive-keyring.* 2>/dev/null | head -n 1 || true)
    apt=$folder/apt
    mkdir -p "$apt/lists/partial" "$apt/etc" "$folder/debs/partial"
    : > "$apt/status"
    echo "deb [signed-by=$key] $mirror sid main" > "$apt/etc/sources.list"
    cat > "$apt/apt.conf" <<EOF
Dir::State "$apt"; Dir::State::lists "$apt/lists"; Dir::State::status "$apt/status";
Dir::Cache "$apt"; Dir::Cache::archives "$folder/debs";
Dir::Etc::sourcelist "$apt/etc/sources.list"; Dir::Etc::sourceparts "/dev/null"; Dir::Etc::preferencesparts "/dev/null"; Dir::Etc::preferences "/dev/null";
APT::Install-Recommends "false"; APT::Sandbox::User ""; APT::Update::Post-Invoke-Success ""; DPkg::Post-Invoke "";
Acquire::Languages "none"; Acquire::Retries "3"; Acquire::Check-Valid-Until "false"; Debug::NoLocking "true";
EOF
    APT_CONFIG=$apt/apt.conf apt-get -qq update >&2
    APT_CONFIG=$apt/apt.conf apt-get -qq -y --download-only install base-files matrix-synapse >&2
    rm -rf "$root.new"
    mkdir "$root.new"

    # The first one makes the links (lib, bin) that the others are laid through.
    dpkg-deb -x "$folder"/debs/base-files_*.deb "$root.new"
    find "$folder/debs" -name '*.deb' ! -name 'base-files_*' -print0 | xargs -0 -P 2 -n 1 sh -c '
        dpkg-deb --fsys-tarfile "$1" | tar -x -C "$0" --no-same-owner --keep-directory-symlink \
            --exclude="./usr/share/doc/*" --exclude="./usr/share/locale/*" --exclude="./usr/share/man/*"' "$root.new"
    rm -rf "$root" "$apt" "$folder/debs"
    touch "$root.new/.ready"
    mv "$root.new" "$root"
}

# Debian's own loader and Python, beside this machine's.
python() {
    local loader libraries
    loader=$(ls "$root"/usr/lib64/ld-linux-*.so.* "$root"/usr/lib/ld-linux-*.so.* 2>/dev/null | head -n 1 || true)
    libraries=$(ls -d "$root"/usr/lib/*-linux-gnu | head -n 1)
    PYTHONHOME=$root/usr LC_ALL=C.UTF-8 exec "$loader" --library-path "$libraries" "$(ls "$root"/usr/bin/python3.[0-9]* | grep -v config | head -n 1)" "$@"
}

run() {
    local data=$1 port=$2 much='{per_second: 100000, burst_count: 100000}'
    mkdir -p "$data/media"
    cat > "$data/homeserver.yaml" <<EOF
server_name: test.local
public_baseurl: http://127.0.0.1:$port/
pid_file: $data/homeserver.pid
listeners:
  - {port: $port, bind_addresses: ['127.0.0.1'], type: http, tls: false, x_forwarded: false, resources: [{names: [client, media]}]}
database: {name: sqlite3, args: {database: $data/homeserver.db}}
log_config: $data/log.yaml
media_store_path: $data/media
signing_key_path: $data/signing.key
trusted_key_servers: []
suppress_key_server_warning: true
report_stats: false
enable_registration: true
enable_registration_without_verification: true
macaroon_secret_key: tests
form_secret: tests
federation_domain_whitelist: []
send_federation: false
presence: {enabled: false}
bcrypt_rounds: 4
rc_message: ${RC_MESSAGE:-$much}
rc_registration: $much
rc_login: {address: $much, account: $much, failed_attempts: $much}
rc_joins: {local: $much, remote: $much}
rc_joins_per_room: $much
rc_invites: {per_room: $much, per_user: $much, per_issuer: $much}
rc_room_creation: $much
rc_media_create: $much
EOF
    cat > "$data/log.yaml" <<EOF
version: 1
formatters: {line: {format: '%(asctime)s %(levelname)s %(name)s %(message)s'}}
handlers: {file: {class: logging.FileHandler, formatter: line, filename: $data/homeserver.log}}
root: {level: WARNING, handlers: [file]}
disable_existing_loggers: false
EOF
    cd "$data"
    [ -e signing.key ] || (python -m synapse.app.homeserver --config-path homeserver.yaml --generate-keys) > keys.log 2>&1
    python -m synapse.app.homeserver --config-path homeserver.yaml
}

"$verb" "${@:3}"
