import { serveExaminations } from './examine-pictures.ts'
import { openGreyPictures } from './ocr/grey-pictures.ts'

// The process that decodes pictures and draws pages for a recogniser of the system, which gets nothing but grey pixels. Native code is held as in the one that hashes
// pictures. Where sharp has no build for a machine, nothing is recognised.
const NO_DECODER = { code: 'ocr-unreadable', why: 'sharp, which decodes pictures, cannot be loaded on this machine' }

serveExaminations(openGreyPictures().catch(() => () => NO_DECODER))
