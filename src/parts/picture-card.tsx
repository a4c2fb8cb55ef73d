/** One picture, or frame of a film, as it is shown: small, with where it lies and what it states. Every text is ready to be read: masked, printable. */
export interface PictureShown {
  /** WebP as a data URL, its sides in pixels; absent where it cannot be shown, and `why` says so. */
  readonly image?: { readonly url: string; readonly width: number; readonly height: number }
  readonly why?: string
  /** What a reader who does not see it is told. */
  readonly alt: string
  /** Every path, and how many more there are. */
  readonly paths: readonly string[]
  readonly morePaths: number
  /** Beginning of the SHA-256 of the picture, or of its film. */
  readonly sha256: string
  /** Days of the first and last visit that saw it. */
  readonly days: string
  /** What the file states of its making: programs, persons (masked). */
  readonly facts: readonly string[]
  /** How it stands to the others of its group: `3 of 64 bits from the nearest`. */
  readonly distance?: string
}

/** A small picture with its caption. */
export function PictureCard({ picture }: { readonly picture: PictureShown }) {
  const { image, why, alt, paths, morePaths, sha256, days, facts, distance } = picture
  return (
    <li class="picture">
      <figure>
        <div class="frame">
          {image ? (
            <img src={image.url} width={image.width} height={image.height} alt={alt} decoding="async" />
          ) : (
            <p class="unseen">{why ?? 'not shown'}</p>
          )}
        </div>
        <figcaption>
          {distance === undefined ? null : <strong class="distance">{distance}</strong>}
          <ul class="paths">
            {paths.map((path) => (
              <li>
                <code>{path}</code>
              </li>
            ))}
            {morePaths > 0 ? <li>and {morePaths} more paths</li> : null}
          </ul>
          <span class="stated">
            seen {days} · <code>{sha256}</code>
            {facts.map((fact) => (
              <>
                <br />
                {fact}
              </>
            ))}
          </span>
        </figcaption>
      </figure>
    </li>
  )
}
