/** A pair as it is shown: both sides verbatim, where it stands, and why it is one. */
export interface PairShown {
  readonly from: { readonly text: string; readonly lang: string }
  readonly to: { readonly text: string; readonly lang: string }
  readonly direction: string
  readonly score: number
  readonly reasons: readonly string[]
  /** Exhibit number, path and place, for people. */
  readonly source: string
  readonly times: number
}

/** Two texts side by side, quoted as they stand. */
export function PairView({ pair }: { readonly pair: PairShown }) {
  return (
    <figure class="pair">
      <blockquote lang={pair.from.lang}>{pair.from.text}</blockquote>
      <blockquote lang={pair.to.lang}>{pair.to.text}</blockquote>
      <figcaption>
        <code>{pair.source}</code>
        {pair.times > 1 ? ` and ${pair.times - 1} other places` : ''} · {pair.direction} · score {pair.score.toFixed(2)} ·{' '}
        {pair.reasons.join('; ')}
      </figcaption>
    </figure>
  )
}
