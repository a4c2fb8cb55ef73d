import { serveExaminations } from './examine-pictures.ts'
import { withoutThumbnail } from './pictures/thumbnail.ts'
import { openThumbnailer } from './pictures/thumbnailer.ts'

// The process that draws small pictures of pictures, with native code, held as the one that hashes them. It is started for nothing but a page of pictures.
const NO_DECODER = withoutThumbnail('picture-decoder', 'sharp, which decodes pictures, cannot be loaded on this machine')

serveExaminations(openThumbnailer().catch(() => () => NO_DECODER))
