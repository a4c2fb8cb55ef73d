import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { answers, freePort, type Started, startServer } from './process.ts'

/** OpenSSH's internal-sftp for the user who runs the tests, with a key made for it; `auth` is what an auth file holds. */
export async function startSshd(
  scratch: string,
): Promise<Started & { readonly port: number; readonly user: string; readonly privateKey: string }> {
  const port = await freePort()
  const { username: user } = userInfo()
  for (const name of ['host', 'client']) spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(scratch, name)])
  const keys = join(scratch, 'authorized_keys')
  writeFileSync(keys, readFileSync(join(scratch, 'client.pub')), { mode: 0o600 })
  mkdirSync('/run/sshd', { recursive: true })
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
Subsystem sftp internal-sftp -l VERBOSE
`,
  )
  const started = await startServer('/usr/sbin/sshd', ['-D', '-e', '-f', conf], { ready: () => answers(port), package: 'openssh-server' })
  return { ...started, port, user, privateKey: readFileSync(join(scratch, 'client'), 'utf8') }
}
