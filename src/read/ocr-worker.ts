import { serveExaminations } from './examine-pictures.ts'
import { openEngine } from './ocr/engine.ts'

// The process that recognises characters: it can open, write, start and reach nothing. Recognition runs in this thread: without worker threads the permission model
// stays whole.
serveExaminations(openEngine().then(({ recognise }) => recognise))
