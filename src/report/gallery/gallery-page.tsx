import { printable } from '../../base/printable.ts'
import { PictureCard } from '../../parts/index.ts'
import type { Thumbnail } from '../../read/index.ts'
import { pageAround } from '../shell.tsx'
import type { Gallery, GalleryCard, GalleryGroup } from './gallery.ts'

/** Gives the small picture of a picture, or of a film's frame. */
export type FindThumbnail = (sha256: string, frameMs: number | undefined) => Thumbnail

/** Says that a file is such a page; it stands in its first bytes. */
export const GALLERY_MARK =
  '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"/><meta name="generator" content="inbetween pictures"/>'

/** The page of pictures: one self-contained file without script, with every small picture in it. */
export async function galleryPage(gallery: Gallery, find: FindThumbnail): Promise<Buffer> {
  const body = String(await (<Body gallery={gallery} find={find} />))
  const letters = body.replace(/src="data:[^"]*"/g, '')
  return pageAround(gallery.title, body, { style: GALLERY_STYLE, letters, generator: 'inbetween pictures' })
}

function Body({ gallery, find }: { readonly gallery: Gallery; readonly find: FindThumbnail }) {
  const { title, tool, cover, caution, groups, folders, unseen, unseenMore } = gallery
  return (
    <main>
      <header class="cover">
        <p class="aside">Inbetween {tool} · pictures for review</p>
        <h1>{title}</h1>
        <dl class="cover">
          {cover.map(([name, value]) => (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          ))}
        </dl>
        <p class="warning">
          This page holds pictures of the evidence. Nobody looked through them before it was written: pass it on only to whom it may be
          shown.
        </p>
      </header>
      <nav aria-label="Contents">
        <ol>
          <li>
            <a href="#linked">The same or alike (groups: {groups.length})</a>
          </li>
          <li>
            <a href="#others">All others (folders: {folders.length})</a>
          </li>
          <li>
            <a href="#unseen">What could not be looked at ({unseen.length + unseenMore})</a>
          </li>
        </ol>
      </nav>
      <section id="linked" aria-labelledby="linked-title">
        <h2 id="linked-title">The same or alike</h2>
        <p>{caution}</p>
        {groups.length === 0 ? <p class="aside">No pictures on this page are the same as others or look like them.</p> : null}
        {groups.map((group, nth) => (
          <Group group={group} title={`${nth + 1}. ${group.title}`} find={find} />
        ))}
      </section>
      <section id="others" aria-labelledby="others-title">
        <h2 id="others-title">All others, by folder</h2>
        {folders.length === 0 ? <p class="aside">There are no others on this page.</p> : null}
        {folders.map((group) => (
          <Group group={group} title={group.title} isPath find={find} />
        ))}
      </section>
      <Unseen gallery={gallery} />
    </main>
  )
}

function Group({
  group,
  title,
  isPath = false,
  find,
}: {
  readonly group: GalleryGroup
  readonly title: string
  readonly isPath?: boolean
  readonly find: FindThumbnail
}) {
  return (
    <article class="group">
      <h3>{isPath ? <code>{title}</code> : title}</h3>
      <ul class="pictures">
        {group.cards.map((card) => (
          <Card card={card} find={find} />
        ))}
      </ul>
      {group.more > 0 ? <p class="aside">and {group.more} more of this group (inbetween pictures lists them)</p> : null}
    </article>
  )
}

function Card({ card, find }: { readonly card: GalleryCard; readonly find: FindThumbnail }) {
  const { webp, width, height, warnings } = find(card.sha256, card.frameMs)
  const seen =
    webp === undefined || width === undefined || height === undefined
      ? { why: printable(warnings[0]?.message ?? 'the picture is not shown') }
      : { image: { url: `data:image/webp;base64,${webp}`, width, height } }
  return <PictureCard picture={{ ...card.shown, ...seen }} />
}

function Unseen({ gallery: { unseen, unseenMore } }: { readonly gallery: Gallery }) {
  return (
    <section id="unseen" aria-labelledby="unseen-title">
      <h2 id="unseen-title">What could not be looked at</h2>
      {unseen.length === 0 ? (
        <p class="aside">Nothing: every picture and film of the case in a format that is known was looked at.</p>
      ) : (
        <dl class="unseen">
          {unseen.map(([what, why]) => (
            <>
              <dt>
                <code>{what}</code>
              </dt>
              <dd>{why}</dd>
            </>
          ))}
        </dl>
      )}
      {unseenMore > 0 ? <p class="aside">and {unseenMore} more (inbetween files --json lists warnings)</p> : null}
    </section>
  )
}

/** Beside the look of the report. */
const GALLERY_STYLE = `
nav ol{columns:1}
h3{font-size:1rem;margin:1.4rem 0 .5rem;overflow-wrap:anywhere}
ul.pictures{list-style:none;margin:0;padding:0;max-width:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(12rem,1fr));gap:.9rem}
li.picture{margin:0;background:var(--panel);border:1px solid var(--line);padding:.6rem;min-width:0}
li.picture figure{margin:0}
.frame{display:grid;place-items:center;min-height:6rem;margin-bottom:.5rem}
.frame img{max-width:100%;height:auto;border:1px solid var(--line);background:#fff}
p.unseen{color:var(--soft);font-size:.85rem;border:1px dashed var(--soft);padding:.5rem;margin:0;overflow-wrap:anywhere}
li.picture figcaption{font-size:.82rem;line-height:1.45;overflow-wrap:anywhere}
strong.distance{display:block;font-weight:600}
ul.paths{list-style:none;margin:0;padding:0}ul.paths li{margin:0 0 .15rem}
.stated{color:var(--soft)}
article.group{margin-bottom:1.6rem}
section#linked article.group{border-left:4px solid var(--observed);padding-left:.9rem}
dl.unseen{display:grid;grid-template-columns:minmax(10rem,22rem) 1fr;gap:.3rem 1.2rem;font-size:.9rem;max-width:60rem}dl.unseen dt,dl.unseen dd{margin:0;overflow-wrap:anywhere}
@media (max-width:44rem){dl.unseen{grid-template-columns:1fr}dl.unseen dd{margin-bottom:.5rem}ul.pictures{grid-template-columns:repeat(auto-fill,minmax(9rem,1fr))}}
@media print{li.picture{break-inside:avoid;border-color:#bbb}ul.pictures{grid-template-columns:repeat(4,1fr);gap:.4rem}h3{break-after:avoid}}
`
