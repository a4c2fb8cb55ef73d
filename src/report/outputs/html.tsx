import { ChainPicture, DataTable, DaysStrip, HourOfWeek, PairView } from '../../parts/index.ts'
import type { Block, ReportDocument, ReportOutput, Section } from '../document.ts'
import { pageAround } from '../shell.tsx'

/** One self-contained page: no script, nothing loaded from anywhere, fonts embedded for the letters that occur. */
export const html: ReportOutput = {
  name: 'html',
  summary: 'One self-contained page; prints to PDF.',
  extension: '.html',
  async write(document) {
    const body = String(await (<Body document={document} />))
    return pageAround(document.title, body)
  },
}

function Body({ document }: { readonly document: ReportDocument }) {
  return (
    <main>
      <header class="cover">
        <p class="aside">Inbetween {document.tool} · report for review</p>
        <h1>{document.title}</h1>
        <dl class="cover">
          {document.cover.map(([name, value]) => (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          ))}
        </dl>
      </header>
      <nav aria-label="Contents">
        <ol>
          {document.sections.map(({ id, title }) => (
            <li>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {document.sections.map((section) => (
        <SectionView section={section} />
      ))}
    </main>
  )
}

function SectionView({ section }: { readonly section: Section }) {
  return (
    <section id={section.id} aria-labelledby={`${section.id}-title`}>
      <h2 id={`${section.id}-title`}>{section.title}</h2>
      {section.blocks.map((block) => (
        <BlockView block={block} />
      ))}
    </section>
  )
}

function BlockView({ block }: { readonly block: Block }) {
  if (block.kind === 'text') return <p class={block.tone}>{block.text}</p>
  if (block.kind === 'list')
    return (
      <ul>
        {block.items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    )
  if (block.kind === 'table') return <DataTable caption={block.caption} header={block.header} rows={block.rows} />
  if (block.kind === 'hours') return <HourOfWeek counts={block.counts} />
  if (block.kind === 'chain') return <ChainPicture chain={block.chain} />
  if (block.kind === 'days')
    return (
      <>
        <DaysStrip days={block.days} />
        <p class="legend">
          <span class="swatch bar-results" style="background:var(--disclosed)" />
          results
          <span class="swatch" style="background:var(--observed)" />
          instructions
          <span class="swatch" />
          others · dot: visited, nothing new · hatched: nobody looked
        </p>
      </>
    )
  return (
    <>
      {block.pairs.map((pair) => (
        <PairView pair={pair} />
      ))}
    </>
  )
}
