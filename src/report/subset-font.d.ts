declare module 'subset-font' {
  /** Keeps the glyphs that `text` needs (subset-font 2.9, README). */
  function subsetFont(
    font: Buffer,
    text: string,
    options?: { readonly targetFormat?: 'sfnt' | 'woff' | 'woff2'; readonly variationAxes?: Readonly<Record<string, number>> },
  ): Promise<Buffer>
  export = subsetFont
}
