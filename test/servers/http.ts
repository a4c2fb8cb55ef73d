import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answers, freePort, type Started, startServer } from './process.ts'

/** A server of listings over HTTP and what it is started with. */
export interface HttpServer {
  readonly name: string
  /** Files that it lists and does not give, with how it answers. */
  readonly refuses?: Readonly<Record<string, string>>
  /** Starts it over `folder`; `scratch` takes its configuration and logs. */
  readonly start: (folder: string, scratch: string) => Promise<Started & { readonly url: string }>
}

const nginx = (name: string, format: 'html' | 'json'): HttpServer => ({
  name,
  async start(folder, scratch) {
    const port = await freePort()
    const conf = join(scratch, 'nginx.conf')
    writeFileSync(
      conf,
      `worker_processes 1; daemon off; master_process off; user root; pid ${scratch}/nginx.pid; error_log ${scratch}/error.log;
events {}
http { access_log ${scratch}/access.log; client_body_temp_path ${scratch}/b; proxy_temp_path ${scratch}/p; fastcgi_temp_path ${scratch}/f; uwsgi_temp_path ${scratch}/u; scgi_temp_path ${scratch}/s;
  server { listen 127.0.0.1:${port}; root ${folder}; location / { autoindex on; autoindex_format ${format}; } } }\n`,
    )
    return at(
      port,
      await startServer('/usr/sbin/nginx', ['-c', conf, '-e', `${scratch}/error.log`], { ready: () => answers(port), package: 'nginx' }),
    )
  },
})

const apache = (name: string, options: string): HttpServer => ({
  name,
  async start(folder, scratch) {
    const port = await freePort()
    const conf = join(scratch, 'apache.conf')
    const modules = ['mpm_event', 'authz_core', 'autoindex', 'dir', 'mime'].map(
      (module) => `LoadModule ${module}_module /usr/lib/apache2/modules/mod_${module}.so`,
    )
    writeFileSync(
      conf,
      `ServerRoot ${scratch}\nServerName 127.0.0.1\nPidFile ${scratch}/apache.pid\nErrorLog ${scratch}/error.log\nListen 127.0.0.1:${port}
${modules.join('\n')}\nTypesConfig /etc/mime.types\nDocumentRoot ${folder}
<Directory ${folder}>\nOptions +Indexes\n${options}\nIndexIgnore ..\nRequire all granted\n</Directory>\n`,
    )
    return at(
      port,
      await startServer('/usr/sbin/apache2', ['-f', conf, '-DFOREGROUND'], { ready: () => answers(port), package: 'apache2' }),
    )
  },
})

const lighttpd: HttpServer = {
  name: 'lighttpd',
  // GBK bytes that its check of URLs takes for broken UTF-8; other GBK names pass.
  refuses: { 'gbk/头部线条.txt': 'HTTP 400' },
  async start(folder, scratch) {
    const port = await freePort()
    const conf = join(scratch, 'lighttpd.conf')
    writeFileSync(conf, `server.document-root="${folder}"\nserver.port=${port}\nserver.bind="127.0.0.1"\ndir-listing.activate="enable"\n`)
    return at(port, await startServer('/usr/sbin/lighttpd', ['-D', '-f', conf], { ready: () => answers(port), package: 'lighttpd' }))
  },
}

const caddy: HttpServer = {
  name: 'Caddy file_server browse',
  async start(folder, scratch) {
    const port = await freePort()
    const conf = join(scratch, 'Caddyfile')
    writeFileSync(conf, `{\n admin off\n auto_https off\n}\nhttp://127.0.0.1:${port} {\n root * ${folder}\n file_server browse\n}\n`)
    const env = { XDG_DATA_HOME: scratch, XDG_CONFIG_HOME: scratch, HOME: scratch }
    return at(port, await startServer('/usr/bin/caddy', ['run', '--config', conf], { ready: () => answers(port), env, package: 'caddy' }))
  },
}

const python: HttpServer = {
  name: 'Python http.server',
  async start(folder) {
    const port = await freePort()
    const args = ['-m', 'http.server', String(port), '--bind', '127.0.0.1', '--directory', folder]
    return at(port, await startServer('/usr/bin/python3', args, { ready: () => answers(port), package: 'python3' }))
  },
}

/** Every server of listings that is tried, as Debian packages it. */
export const HTTP_SERVERS: readonly HttpServer[] = [
  nginx('nginx autoindex (html)', 'html'),
  nginx('nginx autoindex (json)', 'json'),
  apache('Apache mod_autoindex (table)', 'IndexOptions FancyIndexing HTMLTable VersionSort NameWidth=* Charset=UTF-8'),
  apache('Apache mod_autoindex (pre)', 'IndexOptions FancyIndexing NameWidth=* Charset=UTF-8'),
  apache('Apache mod_autoindex (plain list)', 'IndexOptions Charset=UTF-8'),
  lighttpd,
  caddy,
  python,
]

function at(port: number, started: Started): Started & { readonly url: string } {
  return { ...started, url: `http://127.0.0.1:${port}/` }
}

/** A scratch folder inside `root` for one server. */
export function scratchIn(root: string, name: string): string {
  const folder = join(root, name.replace(/\W+/g, '-'))
  mkdirSync(folder, { recursive: true })
  return folder
}
