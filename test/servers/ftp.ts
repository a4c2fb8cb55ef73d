import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answers, freePort, type Started, startServer } from './process.ts'

/** vsftpd over a folder, anonymous and read-only; `isTls` makes it FTPS with a certificate of its own. `log` gives every command it was sent. */
export async function startVsftpd(
  folder: string,
  scratch: string,
  isTls = false,
): Promise<Started & { readonly url: string; readonly log: () => string }> {
  const port = await freePort()
  const log = join(scratch, 'vsftpd.log')
  const empty = join(scratch, 'empty')
  mkdirSync(empty, { recursive: true, mode: 0o755 })
  const options: Record<string, string | number> = {
    listen: 'YES',
    listen_ipv6: 'NO',
    listen_address: '127.0.0.1',
    listen_port: port,
    background: 'NO',
    anonymous_enable: 'YES',
    no_anon_password: 'NO',
    anon_root: folder,
    local_enable: 'NO',
    write_enable: 'NO',
    anon_world_readable_only: 'NO',
    secure_chroot_dir: empty,
    pasv_address: '127.0.0.1',
    seccomp_sandbox: 'NO',
    isolate: 'NO',
    isolate_network: 'NO',
    one_process_model: 'NO',
    xferlog_enable: 'YES',
    vsftpd_log_file: log,
    log_ftp_protocol: 'YES',
    ftp_username: 'ftp',
    run_as_launching_user: 'NO',
    use_localtime: 'NO',
  }
  if (isTls) {
    const pem = join(scratch, 'ftp.pem')
    const made = [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      pem,
      '-out',
      `${pem}.crt`,
      '-days',
      '2',
      '-subj',
      '/CN=ftp.example',
    ]
    spawnSync('openssl', made)
    Object.assign(options, {
      ssl_enable: 'YES',
      rsa_cert_file: `${pem}.crt`,
      rsa_private_key_file: pem,
      allow_anon_ssl: 'YES',
      force_anon_data_ssl: 'YES',
      force_anon_logins_ssl: 'YES',
      require_ssl_reuse: 'NO',
      ssl_ciphers: 'HIGH',
    })
  }
  const conf = join(scratch, 'vsftpd.conf')
  writeFileSync(
    conf,
    Object.entries(options)
      .map(([key, value]) => `${key}=${value}\n`)
      .join(''),
  )
  const started = await startServer('/usr/sbin/vsftpd', [conf], { ready: () => answers(port), package: 'vsftpd' })
  return {
    ...started,
    url: `${isTls ? 'ftps' : 'ftp'}://127.0.0.1:${port}/`,
    log: () => (existsSync(log) ? readFileSync(log, 'latin1') : ''),
  }
}
