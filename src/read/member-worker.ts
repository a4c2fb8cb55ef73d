import { serveExaminations } from './examine-pictures.ts'

// The process that takes members out of containers, held as readers are: it gives the bytes of those that are asked for, and makes nothing of them.
serveExaminations(Promise.resolve((bytes: Uint8Array) => ({ bytes })))
