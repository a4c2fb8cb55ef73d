import { raw } from 'hono/html'
import { fontFaces } from './fonts.ts'
import { STYLE } from './style.ts'

/** A whole page around a body of escaped markup: no script, nothing loaded from anywhere, fonts embedded for the letters that occur. `letters` are those of the body, where it holds much that is no text. */
export async function pageAround(
  title: string,
  body: string,
  more: { readonly style?: string; readonly letters?: string; readonly generator?: string } = {},
): Promise<Buffer> {
  const style = `${STYLE}${more.style ?? ''}${await fontFaces(more.letters ?? body)}`
  const page = await (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        {more.generator === undefined ? null : <meta name="generator" content={more.generator} />}
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <style>{raw(style)}</style>
      </head>
      <body>{raw(body)}</body>
    </html>
  )
  return Buffer.from(`<!doctype html>\n${String(page)}\n`)
}
