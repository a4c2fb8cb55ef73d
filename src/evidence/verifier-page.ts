import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:3rem auto;padding:0 1rem;color:#14171a;background:#fbfaf7}
pre{white-space:pre-wrap;overflow-wrap:anywhere;border:2px solid #5b5f66;padding:1rem;min-height:12rem;background:#fff}
pre.ok{border-style:double;border-width:6px}pre.bad{border-color:#a3261b}label{display:block;margin:.6rem 0}`

/** One HTML file that checks a bundle by itself: no network (its policy forbids it), nothing installed. */
export function verifierPage(): string {
  const script = `${checker().replaceAll('export ', '')}\n${readFileSync(new URL('./verifier-page/page.js', import.meta.url), 'utf8')}`
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${hash(script)}; style-src ${hash(STYLE)}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<title>Check a bundle</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Check a bundle</h1>
<p>This page came with the bundle, from whoever made it: it can show that the parts fit each other, and it could have been changed with them. Rather use a checker that you
installed yourself (<code>inbetween verify bundle.zip</code>), or the commands in HOW-TO-CHECK.txt. Nothing leaves this page; it cannot reach a network.</p>
<label>Bundle (.zip) <input id="zip" type="file" accept=".zip"></label>
<label>or the unpacked folder <input id="folder" type="file" webkitdirectory></label>
<pre id="out" role="status"></pre>
<script type="module">${script}</script>
</body>
</html>
`
}

/** The checker as the compiler wrote it; run from source, that of the last build. */
function checker(): string {
  const beside = new URL('./verifier-page/check.js', import.meta.url)
  return readFileSync(existsSync(beside) ? beside : new URL('../../dist/src/evidence/verifier-page/check.js', import.meta.url), 'utf8')
}

/** The commands that check an unpacked bundle without this program. */
export function checkScript(): string {
  return readFileSync(new URL('./verifier-page/check.sh', import.meta.url), 'utf8')
}
