import { createHash } from 'node:crypto'
import { raw } from 'hono/html'
import { printable } from '../base/printable.ts'
import type { ListEntity, ListVersion } from '../model/index.ts'
import { proposedProperties, valuesOf } from './extend.ts'

/** Characters of one value, and values of one property, that a small page shows. */
const CHARS = 300
const VALUES = 20

/** Small letters for a small frame, in the colours of the system. */
const STYLE =
  ':root{color-scheme:light dark}body{font:13px/1.4 system-ui,sans-serif;margin:8px;overflow-wrap:anywhere}h1{font-size:16px;margin:0}p{margin:4px 0}dt{font-weight:600;margin-top:4px}dd{margin:0 0 0 12px}'

/** Frames of this machine alone may show the page: OpenRefine runs here. Nothing on it is loaded, runs, or can be sent; its own style is known by its hash. */
export const PREVIEW_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors http://127.0.0.1:* http://localhost:*; sandbox`

/** One entry as a small page: escaped, without scripts, with what the list says of it and nothing else. */
export function previewPage(entity: ListEntity, list: ListVersion | undefined, note: string): string {
  return page(
    entity.name,
    <>
      <h1>
        <bdi>{printable(entity.name, CHARS)}</bdi>
      </h1>
      <p>
        {entity.schema}, {printable(entity.id, CHARS)}, list {entity.list}
        {list === undefined ? '' : ` (${list.kind}, version ${list.version})`}
      </p>
      <dl>
        {proposedProperties('').properties.flatMap(({ id, name }) => {
          const values = id === 'name' || id === 'dataset' ? [] : valuesOf(id, entity)
          if (values.length === 0) return []
          return [
            <dt>{name}</dt>,
            ...values.slice(0, VALUES).map((value) => (
              <dd>
                <bdi>{printable(value, CHARS)}</bdi>
              </dd>
            )),
            values.length > VALUES ? <dd>and {values.length - VALUES} more</dd> : null,
          ]
        })}
      </dl>
      <p>{note}</p>
    </>,
  )
}

/** What a dataset holds and what its answers do not say, as a small page. */
export function aboutPage(dataset: string, lists: readonly ListVersion[], note: string): string {
  return page(
    `Inbetween: ${dataset}`,
    <>
      <h1>Inbetween: {printable(dataset, CHARS)}</h1>
      <ul>
        {lists.map(({ name, kind, version, entities }) => (
          <li>
            {name}: {kind}, version {version}, {entities} entries
          </li>
        ))}
      </ul>
      <p>
        Scores go from 0 to 1. A person's name alone is never a match: give a birth date, a number or an address as well. Reasons stand in
        the features of each candidate.
      </p>
      <p>{note}</p>
    </>,
  )
}

function page(title: string, body: unknown): string {
  const whole = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>{printable(title, CHARS)}</title>
        <style>{raw(STYLE)}</style>
      </head>
      <body>{body}</body>
    </html>
  )
  return `<!doctype html>\n${String(whole)}\n`
}
