import type { FormatReader } from '../reader.ts'
import { sevenZip } from './7z.ts'
import { bz2 } from './bz2.ts'
import { cab } from './cab.ts'
import { cpio } from './cpio.ts'
import { csv } from './csv.ts'
import { docx } from './docx.ts'
import { gz } from './gz.ts'
import { html } from './html.ts'
import { iso } from './iso.ts'
import { jpg } from './jpg.ts'
import { lz4 } from './lz4.ts'
import { lzma } from './lzma.ts'
import { mp4 } from './mp4.ts'
import { pdf } from './pdf.ts'
import { png } from './png.ts'
import { pptx } from './pptx.ts'
import { psd } from './psd.ts'
import { rar } from './rar.ts'
import { srt } from './srt.ts'
import { tar } from './tar.ts'
import { tnz } from './tnz.ts'
import { txt } from './txt.ts'
import { xdts } from './xdts.ts'
import { xlsx } from './xlsx.ts'
import { xz } from './xz.ts'
import { z } from './z.ts'
import { zip } from './zip.ts'
import { zst } from './zst.ts'

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
  cab,
  zip,
  sevenZip,
  rar,
  iso,
  tar,
  cpio,
  gz,
  bz2,
  xz,
  zst,
  lz4,
  z,
  lzma,
  xdts,
  tnz,
  csv,
  srt,
  html,
  txt,
]
