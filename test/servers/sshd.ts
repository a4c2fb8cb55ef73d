import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { answers, freePort, type Started, startServer } from './process.ts'

/**
 * OpenSSH's sftp-server for the user who runs the tests, with a key made for it. `log` gives every operation: internal-sftp would tell syslog only.
 * `hangUp` ends the SFTP channel that was opened last and leaves its connection.
 */
export async function startSshd(scratch: string): Promise<
  Started & {
    readonly port: number
    readonly user: string
    readonly privateKey: string
    readonly log: () => string
    readonly hangUp: () => void
  }
> {
  const port = await freePort()
  const { username: user } = userInfo()
  for (const name of ['host', 'client']) spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(scratch, name)])
  const keys = join(scratch, 'authorized_keys')
  writeFileSync(keys, readFileSync(join(scratch, 'client.pub')), { mode: 0o600 })
  mkdirSync('/run/sshd', { recursive: true })
  const log = join(scratch, 'sftp.log')
  const pids = join(scratch, 'sftp.pids')
  const subsystem = join(scratch, 'sftp.sh')
  writeFileSync(subsystem, `#!/bin/sh\necho $$ >>'${pids}'\nexec /usr/lib/openssh/sftp-server -e -l VERBOSE 2>>'${log}'\n`, { mode: 0o755 })
  const conf = join(scratch, 'sshd_config')
  writeFileSync(
    conf,
    `Port ${port}
ListenAddress 127.0.0.1
HostKey ${join(scratch, 'host')}
AuthorizedKeysFile ${keys}
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin yes
PidFile none
LogLevel VERBOSE
Subsystem sftp ${subsystem}
`,
  )
  const started = await startServer('/usr/sbin/sshd', ['-D', '-e', '-f', conf], { ready: () => answers(port), package: 'openssh-server' })
  const read = (path: string) => (existsSync(path) ? readFileSync(path, 'latin1') : '')
  const hangUp = () => {
    const pid = Number(read(pids).trim().split('\n').at(-1))
    // A number may belong to somebody else by now.
    if (!read(`/proc/${pid}/cmdline`).startsWith('/usr/lib/openssh/sftp-server')) throw new Error('no SFTP channel is open')
    process.kill(pid, 'SIGKILL')
  }
  return { ...started, port, user, privateKey: readFileSync(join(scratch, 'client'), 'utf8'), log: () => read(log), hangUp }
}
