/**
 * Every bound on foreign data, with its unit in the name. Meeting a bound is a warning row in the result, never a silence.
 * Bounds that decide rows count bytes, entries and depth; those in milliseconds and of resident memory only end a connection or a child process.
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
  ratioFloorBytes: 16 * 1024 * 1024,
  /** Members of one archive. */
  archiveEntries: 20_000,
  /** Containers inside containers. */
  archiveDepth: 5,
  /** Bytes of memory that the unpacker of 7z, RAR and the like may take; an archive that needs a larger dictionary is listed only. */
  unpackerBytes: 192 * 1024 * 1024,
  /** Bytes that the unpacker may decode to get at one member of a solid block. */
  solidBytes: 512 * 1024 * 1024,
  /** Runs of the unpacker for one outermost container; each takes some ten milliseconds to start. */
  unpackerRuns: 400,
  /** Bytes of the unpacker's listing of one archive. */
  unpackerListBytes: 48 * 1024 * 1024,
  /** Bytes of extended headers (pax, long names) of one tar member. */
  tarHeaderBytes: 1024 * 1024,
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
  /** Lines of one language without a partner among their neighbours that are compared with all of the other language in their file. */
  pairFarLines: 4_000,
  /** Couples of files whose lines are compared because of their names, in one case. */
  pairFileCouples: 2_000,
  /** Files of one folder and day that share a shot code, or a name but for marks of language; the others of such a group are compared with none. */
  pairFileGroup: 8,
  /** Lines of two files that are compared; a couple with more is left out. */
  pairCoupleLines: 40_000,
  /** Bytes of all XML parts that are read of one Office package, after inflating. */
  officeXmlBytes: 96 * 1024 * 1024,
  /** Columns of one spreadsheet row. */
  sheetColumns: 16_384,
  /** Streams and storages of one compound file. */
  oleEntries: 20_000,
  /** Records of one old Office file. */
  officeRecords: 2_000_000,
  /** Characters of all passages of one file. */
  readingChars: 32 * 1024 * 1024,
  /** Lines of one text. */
  textLines: 1_000_000,
  /** Tags, texts and comments of one web page. */
  pageTokens: 4_000_000,
  /** Element depth of an XML part. */
  xmlDepth: 256,
  /** Pages of one PDF. */
  pdfPages: 2_000,
  /** Objects on the pages of one PDF, after which no further page is read: drawing programs and adversaries put a million strokes on a page. */
  pdfObjects: 1_000_000,
  /** Objects of one page of a PDF, also those in its forms, that are looked at for what is drawn there. */
  pdfPageObjects: 5_000,
  /** Objects of one page of a PDF of which the drawn letters are taken and not what the file says to read instead. */
  pdfTextObjects: 200_000,
  /** Object streams of one PDF that are looked into for its earlier states. */
  pdfObjectStreams: 2_000,
  /** Chunks, segments or boxes of one picture or film. */
  mediaParts: 100_000,
  /** Bytes of one text chunk of a picture after inflating. */
  mediaTextBytes: 1024 * 1024,
  /** Boxes inside boxes, or objects inside objects, of one film or timesheet. */
  mediaDepth: 12,
  /** Saves of an XMP history, and items of its lists. */
  xmpItems: 100,
  /** XMP packets of one file. */
  xmpPackets: 20,
  /** Lists inside lists of one project of chunks. */
  chunkDepth: 64,
  /** Layers of one picture document. */
  layers: 5_000,
  /** Bytes of one file that are looked through for paths, accounts and servers. */
  markBytes: 64 * 1024 * 1024,
  /** Paths, accounts and servers kept of one file beyond what its reader gave. */
  marks: 200,
  /** Bytes of a file without a reader that are looked through for text. */
  stringBytes: 32 * 1024 * 1024,
  /** Strings kept of a file without a reader. */
  strings: 1_000,
  /** Pictures of one case that character recognition looks at, in the order of their hashes; each takes a second or so. */
  ocrPictures: 5_000,
  /** Pages of one PDF with nearly no text that character recognition is given; each counts as a picture. */
  ocrPdfPages: 200,
  /** Width times height of a picture that character recognition is given; a larger one is not examined. */
  ocrPixels: 32_000_000,
  /** Lines of one picture that character recognition may give. */
  ocrLines: 2_000,
  /** Pictures of one case that are decoded for their hashes, in the order of their own SHA-256; each takes ten to thirty milliseconds. */
  pictures: 50_000,
  /** Width times height of a picture that is decoded; a larger one has no picture hash. */
  picturePixels: 64_000_000,
  /** Picture hashes that are compared with one another in one search for pictures that look alike. */
  pictureComparisons: 50_000_000,
  /** Pixels of the longer side of a picture on a page of pictures. */
  thumbnailSide: 160,
  /** Bytes of one such picture as WebP; one of 160 pixels takes some 4,000. */
  thumbnailBytes: 64 * 1024,
  /** Pictures of one page of pictures; the rest is on further ones. */
  galleryPictures: 2_000,
  /** Pictures of one group on a page, and paths of one picture; the rest is counted. */
  galleryGroup: 40,
  galleryPaths: 12,
  /** Files of one page that are named as not looked at; the rest is counted. */
  galleryUnseen: 200,
  /** Key frames that are taken of one film, spread over it. */
  filmFrames: 12,
  /** Pixels of the longer side that a frame is scaled down to. */
  filmFrameSide: 1280,
  /** Bytes of all frames of one film as PNG. */
  filmFrameBytes: 64 * 1024 * 1024,
  /** Films of one case of which frames are taken, in the order of their hashes; each takes up to some seconds. */
  films: 2_000,
  /** Files of one listing. */
  listingEntries: 10_000_000,
  /** Bytes of one access-log line; the rest of the line is skipped and counted. */
  logLineBytes: 64 * 1024,
  /** Clients (addresses) kept from one log. */
  logClients: 1_000_000,
  /** Sessions kept from one log. */
  logSessions: 500_000,
  /** Bytes of one access log named on the command line. */
  logFileBytes: 2 * 1024 * 1024 * 1024 - 1,
  /** Bytes of a table that a person brings (CSV). */
  tableBytes: 64 * 1024 * 1024,
  /** Rows of a table that a person brings. */
  tableRows: 1_000_000,
  /** Objects of a table that a person brings as JSON. */
  tableObjects: 10_000,
  /** Rows of digests read of one file of known files; NSRL holds some 10^8. */
  hashSetRows: 400_000_000,
  /** Bytes of one line of a list of digests; the rest of the line is skipped and the line counted as wrong. */
  hashSetLineBytes: 64 * 1024,
  /** Characters of one query to the search, and its words. */
  searchChars: 1_000,
  searchWords: 64,
  /** Places that are marked in one text that a search found. */
  searchMarks: 200,
  /** Texts that a search counts; beyond it says that there are more. */
  searchCount: 1_000,
  /** Texts and paths that one search may show. */
  searchHits: 1_000,
  /** Runs of passages of files whose path a search is limited to. */
  searchSpans: 20_000,
  /** Links between instructions and results of one case. */
  links: 50_000,
  /** Results that one link names, and instructions of one shot that are looked at. */
  linkedResults: 20,
  linkedInstructions: 200,
  /** Rows without a day's visit that `days` shows of one source. */
  unvisitedDays: 4_000,
  /** Exhibits that one `tag` command may mark. */
  taggedAtOnce: 10_000,
  /** Anchors that one fact of the rules keeps. */
  factAnchors: 2_000,
  /** Aliases, addresses or identifiers kept of one list entry. */
  listAliases: 200,
  /** Bytes of one file of a list that names are compared with. */
  listBytes: 512 * 1024 * 1024,
  /** Entries of one list. */
  listEntries: 1_000_000,
  /** Elements of one record of a list in XML; the record is left out when it has more. */
  listRecordNodes: 50_000,
  /** Characters of one text of a list entry: name, address, number. */
  listTextChars: 500,
  /** Characters of the remarks of one list entry. */
  listRemarksChars: 4_000,
  /** Files of one list. */
  listFiles: 200,
  /** Stated shares that one question of ownership looks at. */
  holdings: 200_000,
  /** Steps of ownership that are shown for one party. */
  ownershipSteps: 200,
  /** Statements of one holding that are shown; all are counted. */
  ownershipStatements: 20,
  /** Bytes of one line of a list in JSON lines. */
  listLineBytes: 4 * 1024 * 1024,
  /** Names of one list that one name is compared with letter by letter, after the index chose them. */
  nameCandidates: 24,
  /** Names of one list that are kept ready for comparing; when it is full it begins anew. */
  preparedNames: 10_000,
  /** Different words of one packed list that are kept ready for comparing; when it is full it begins anew. */
  preparedWords: 60_000,
  /** Entries of one packed list that are kept parsed; when it is full it begins anew. */
  parsedEntries: 1_000,
  /** Names from which on lists are kept packed in a file; fewer are packed faster than the file is read. */
  packedFrom: 1_000,
  /** Packed files that are kept. */
  packedFiles: 12,
  /** Bytes of one packed file. */
  packedBytes: 1_073_741_824,
  /** Rows of `screen --pairs`. */
  screenPairs: 1_000_000,
  /** Characters of one text that are written in Latin letters for readers. */
  romanisedChars: 300,
  /** Ways of writing one text in Latin letters that are shown. */
  romanisations: 40,
  /** Entries below the threshold that are shown for one name. */
  nearPerName: 10,
  /** Places of one case that hold a listed name. */
  listedPlaces: 200_000,
  /** Anchors that one match keeps of the places of a name in texts. */
  matchAnchors: 20,
  /** Listed companies that only texts name which are shown one by one; all are counted. */
  listedInTexts: 200,
  /** Mentions of one case. */
  mentions: 200_000,
  /** Mentions of one exhibit. */
  mentionsPerExhibit: 500,
  /** Names (titles, companies, aliases) that are looked for in a case. */
  namesSought: 5_000,
  /** Passages that are looked through for the same words at the same place, which make a template. */
  templatePassages: 1_000_000,
  /** Patterns of names in paths, and clusters of shot codes that belong to no stated production, that are shown. */
  pathPatterns: 40,
  pathClusters: 40,
  /** Paths of one case that patterns are learned from, in their order. */
  patternPaths: 200_000,
  /** Folders of one source. */
  listingFolders: 1_000_000,
  /** Folders inside folders of one source. */
  listingDepth: 64,
  /** Bytes of one listing page or answer. */
  listingPageBytes: 256 * 1024 * 1024,
  /** Bytes of a small answer: robots.txt, a certificate chain, an error page. */
  answerBytes: 512 * 1024,
  /** Bytes of one file taken over a network, when the person states no bound. */
  fetchBytes: 64 * 1024 * 1024 * 1024,
  /** Redirects of one request, all inside its origin. */
  redirects: 5,
  /** Tries of one request that got no usable answer. */
  tries: 3,
  /** Problems of one visit that are kept. */
  visitProblems: 10_000,
  /** Milliseconds a server may take to begin an answer. */
  answerMs: 30_000,
  /** Milliseconds in which at least one byte must come. */
  idleMs: 30_000,
  /** Milliseconds after which the speed of an answer is looked at. */
  slowMs: 60_000,
  /** Bytes a second below which an answer is given up. */
  slowBytesPerSecond: 256,
  /** Milliseconds one file may keep a reader process. */
  readMs: 10_000,
  /** Bytes of the body of one request to the service, and its queries. */
  serveBodyBytes: 1024 * 1024,
  serveQueries: 100,
  /** Names of one query that are compared; the others are left out. */
  serveNames: 20,
  /** Answers to one query, and how far a search may be leafed through. */
  serveResults: 500,
  serveOffset: 9_999,
  /** Connections to the service at a time. */
  serveConnections: 64,
  /** Milliseconds in which a request must have come, and after which a batch is given up between two queries. */
  serveMs: 30_000,
  /** Bytes of resident memory one reader process may hold. */
  readRssBytes: 512 * 1024 * 1024,
  /** Milliseconds one picture may keep a process that recognises characters. */
  ocrMs: 120_000,
  /** Bytes of address space that a Tesseract of the system may take for one picture. */
  ocrAddressBytes: 2 * 1024 * 1024 * 1024,
  /** Milliseconds that all pages of one PDF together may keep processes that recognise characters. */
  ocrDocumentMs: 900_000,
  /** Bytes of resident memory one process that recognises characters may hold. */
  ocrRssBytes: 1024 * 1024 * 1024,
  /** Milliseconds one picture may keep a process that decodes pictures. */
  pictureMs: 10_000,
  /** Bytes of resident memory one process that decodes pictures may hold. */
  pictureRssBytes: 768 * 1024 * 1024,
  /** Milliseconds that ffmpeg may take for one film, and seconds of a processor. */
  filmMs: 60_000,
  filmCpuSeconds: 60,
  /** Bytes of address space that ffmpeg may take. */
  filmAddressBytes: 1536 * 1024 * 1024,
} as const
