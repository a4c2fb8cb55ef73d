import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answers, freePort, type Started, startServer } from './process.ts'

/** WebDAV by nginx with its PROPFIND module, or by Apache's mod_dav; both read-only. */
export async function startDav(server: 'nginx' | 'apache', folder: string, scratch: string): Promise<Started & { readonly url: string }> {
  const port = await freePort()
  const conf = join(scratch, `${server}.conf`)
  if (server === 'nginx') {
    writeFileSync(
      conf,
      `load_module /usr/lib/nginx/modules/ngx_http_dav_ext_module.so;
worker_processes 1; daemon off; master_process off; user root; pid ${scratch}/dav.pid; error_log ${scratch}/error.log;
events {}
http { access_log off; client_body_temp_path ${scratch}/b; proxy_temp_path ${scratch}/p; fastcgi_temp_path ${scratch}/f; uwsgi_temp_path ${scratch}/u; scgi_temp_path ${scratch}/s;
  server { listen 127.0.0.1:${port}; root ${folder}; location / { dav_ext_methods PROPFIND OPTIONS; } } }\n`,
    )
    const args = ['-c', conf, '-e', `${scratch}/error.log`]
    const started = await startServer('/usr/sbin/nginx', args, { ready: () => answers(port), package: 'nginx libnginx-mod-http-dav-ext' })
    return { ...started, url: `webdav://127.0.0.1:${port}/` }
  }
  const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'dav', 'dav_fs'].map(
    (module) => `LoadModule ${module}_module /usr/lib/apache2/modules/mod_${module}.so`,
  )
  writeFileSync(
    conf,
    `ServerRoot ${scratch}\nServerName 127.0.0.1\nPidFile ${scratch}/dav.pid\nErrorLog ${scratch}/error.log\nListen 127.0.0.1:${port}
${modules.join('\n')}\nTypesConfig /etc/mime.types\nDavLockDB ${scratch}/lock\nDocumentRoot ${folder}
<Directory ${folder}>\nDav On\nDirectoryIndex disabled\nRequire method GET HEAD PROPFIND OPTIONS\n</Directory>\n`,
  )
  const started = await startServer('/usr/sbin/apache2', ['-f', conf, '-DFOREGROUND'], { ready: () => answers(port), package: 'apache2' })
  return { ...started, url: `webdav://127.0.0.1:${port}/` }
}
