/** A piece of a cell or paragraph: its language, and whether it is quoted as it stands in evidence. */
export interface Words {
  readonly text: string
  /** BCP 47; CJK glyphs differ by language. */
  readonly lang?: string
  /** Shown in a fixed-width face: hashes, addresses, paths. */
  readonly code?: boolean
}

/** A cell: words, or several runs of them. */
export type Cell = string | number | Words | readonly Words[]

/** Words with their language. */
export function Run({ words }: { readonly words: Words }) {
  if (words.code) return <code>{words.text}</code>
  return words.lang ? <span lang={words.lang}>{words.text}</span> : words.text
}

/** A cell's content. */
export function CellContent({ cell }: { readonly cell: Cell }) {
  if (typeof cell === 'string') return <>{cell}</>
  if (typeof cell === 'number') return <>{String(cell).replace(/\B(?=(\d{3})+$)/g, ',')}</>
  if ('text' in cell) return <Run words={cell} />
  return (
    <>
      {cell.map((words, index) => (
        <>
          {index > 0 ? <br /> : null}
          <Run words={words} />
        </>
      ))}
    </>
  )
}

/** A table with a caption; numbers are set to the right. */
export function DataTable({
  caption,
  header,
  rows,
}: {
  readonly caption: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}) {
  return (
    <div class="scroll">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {header.map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td class={typeof cell === 'number' ? 'number' : undefined}>
                  <CellContent cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
