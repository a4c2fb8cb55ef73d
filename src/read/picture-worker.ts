import { serveExaminations } from './examine-pictures.ts'
import { openDecoder } from './pictures/decoder.ts'
import { withoutHash } from './pictures/hashed-picture.ts'

// The process that decodes pictures, with native code: Node's permission flag holds everything but that code, which a network namespace and bounds of the system hold
// where they work. Where sharp has no build for a machine, pictures go without hashes and the rest of an analysis goes on.
const NO_DECODER = withoutHash('picture-decoder', 'sharp, which decodes pictures, cannot be loaded on this machine')

serveExaminations(openDecoder().catch(() => () => NO_DECODER))
