// Installs the servers and programs that tests start, where they are missing: Debian's packages, when this is Debian and the user may install.
import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'

/** Program → package. */
const NEEDED = {
  '/usr/sbin/nginx': 'nginx',
  '/usr/lib/nginx/modules/ngx_http_dav_ext_module.so': 'libnginx-mod-http-dav-ext',
  '/usr/sbin/apache2': 'apache2',
  '/usr/sbin/lighttpd': 'lighttpd',
  '/usr/bin/caddy': 'caddy',
  '/usr/sbin/vsftpd': 'vsftpd',
  '/usr/sbin/sshd': 'openssh-server',
  '/usr/bin/age': 'age',
  '/usr/bin/openssl': 'openssl',
  '/usr/bin/python3': 'python3',
  '/usr/bin/chromium': 'chromium',
}

const missing = Object.entries(NEEDED).filter(([path]) => !existsSync(path))
if (missing.length > 0) {
  const packages = missing.map(([, name]) => name)
  console.log(`missing: ${packages.join(' ')}`)
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.log(`Tests of these will fail. Install them: apt-get install --no-install-recommends ${packages.join(' ')}`)
    process.exit(1)
  }
  // Packages of servers start them when installed; tests start their own.
  const policy = '/usr/sbin/policy-rc.d'
  if (!existsSync(policy)) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Another package manager may be at work, as after the start of a machine: wait for it, in seconds.
  const run = (args) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env }).status
  if (run(['update', '-qq']) !== 0 || run(['install', '-y', '-qq', '--no-install-recommends', ...packages]) !== 0) process.exit(1)
}
