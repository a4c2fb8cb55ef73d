/**
 * Every bound on foreign data, with its unit in the name. Meeting a bound is a warning row in the result, never a silence.
 * Bounds that decide rows count bytes, entries and depth; only the last two are clocks and memory, and those kill a child process.
 */
export const LIMITS = {
  /** Bytes of one file that a reader is given; larger files are hashed and listed, not read. */
  readBytes: 256 * 1024 * 1024,
  /** Bytes of one archive member after inflating. */
  memberBytes: 64 * 1024 * 1024,
  /** Bytes of all members of one archive after inflating. */
  archiveBytes: 512 * 1024 * 1024,
  /** Inflated size over packed size above which a member is refused, when it is also above `ratioFloorBytes`. */
  archiveRatio: 200,
  /** Inflated bytes below which the ratio is not looked at. */
  ratioFloorBytes: 1024 * 1024,
  /** Members of one archive. */
  archiveEntries: 20_000,
  /** Containers inside containers. */
  archiveDepth: 5,
  /** Passages of one file. */
  passages: 100_000,
  /** Characters of one passage; the rest is cut with a warning. */
  passageChars: 20_000,
  /** Traces of one file. */
  traces: 2_000,
  /** Characters of one trace value. */
  traceChars: 2_000,
  /** Warnings of one file. */
  warnings: 200,
  /** Element depth of an XML part. */
  xmlDepth: 256,
  /** Pages of one PDF. */
  pdfPages: 2_000,
  /** Layers of one picture document. */
  layers: 5_000,
  /** Files of one listing. */
  listingEntries: 10_000_000,
  /** Bytes of one access-log line; the rest of the line is skipped and counted. */
  logLineBytes: 64 * 1024,
  /** Clients (addresses) kept from one log. */
  logClients: 1_000_000,
  /** Bytes of a table that a person brings (CSV). */
  tableBytes: 64 * 1024 * 1024,
  /** Rows of a table that a person brings. */
  tableRows: 1_000_000,
  /** Milliseconds one file may keep a reader process. */
  readMs: 10_000,
  /** Bytes of resident memory one reader process may hold. */
  readRssBytes: 512 * 1024 * 1024,
} as const
