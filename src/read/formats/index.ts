import type { FormatReader } from '../reader.ts'
import { sevenZip } from './7z.ts'
import { csv } from './csv.ts'
import { docx } from './docx.ts'
import { gz } from './gz.ts'
import { html } from './html.ts'
import { jpg } from './jpg.ts'
import { mp4 } from './mp4.ts'
import { pdf } from './pdf.ts'
import { png } from './png.ts'
import { pptx } from './pptx.ts'
import { psd } from './psd.ts'
import { srt } from './srt.ts'
import { tar } from './tar.ts'
import { tnz } from './tnz.ts'
import { txt } from './txt.ts'
import { xdts } from './xdts.ts'
import { xlsx } from './xlsx.ts'
import { zip } from './zip.ts'

/** Every reader; the first whose sniff says yes reads. */
export const READERS: readonly FormatReader[] = [
  docx,
  xlsx,
  pptx,
  pdf,
  psd,
  png,
  jpg,
  mp4,
  zip,
  sevenZip,
  tar,
  gz,
  xdts,
  tnz,
  csv,
  srt,
  html,
  txt,
]
