import type { FormatReader } from '../reader.ts'
import { sevenZip } from './7z.ts'
import { aep } from './aep.ts'
import { avi } from './avi.ts'
import { blend } from './blend.ts'
import { bz2 } from './bz2.ts'
import { cab } from './cab.ts'
import { cpio } from './cpio.ts'
import { csv } from './csv.ts'
import { doc } from './doc.ts'
import { docx } from './docx.ts'
import { edl } from './edl.ts'
import { eml } from './eml.ts'
import { fla } from './fla.ts'
import { flac } from './flac.ts'
import { flv } from './flv.ts'
import { gz } from './gz.ts'
import { harmony } from './harmony.ts'
import { html } from './html.ts'
import { hwp } from './hwp.ts'
import { iso } from './iso.ts'
import { jpg } from './jpg.ts'
import { kra } from './kra.ts'
import { lz4 } from './lz4.ts'
import { lzma } from './lzma.ts'
import { mkv } from './mkv.ts'
import { moho } from './moho.ts'
import { mp3 } from './mp3.ts'
import { mp4 } from './mp4.ts'
import { msg } from './msg.ts'
import { mxf } from './mxf.ts'
import { odf } from './odf.ts'
import { ogg } from './ogg.ts'
import { otio } from './otio.ts'
import { pclx } from './pclx.ts'
import { pdf } from './pdf.ts'
import { pli } from './pli.ts'
import { png } from './png.ts'
import { ppt } from './ppt.ts'
import { pptx } from './pptx.ts'
import { psd } from './psd.ts'
import { rar } from './rar.ts'
import { rtf } from './rtf.ts'
import { sif } from './sif.ts'
import { srt } from './srt.ts'
import { storyboarder } from './storyboarder.ts'
import { swf } from './swf.ts'
import { tar } from './tar.ts'
import { tnz } from './tnz.ts'
import { tpl } from './tpl.ts'
import { txt } from './txt.ts'
import { wav } from './wav.ts'
import { xdts } from './xdts.ts'
import { xls } from './xls.ts'
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
  kra,
  moho,
  pclx,
  fla,
  odf,
  rtf,
  doc,
  xls,
  ppt,
  hwp,
  msg,
  pdf,
  psd,
  png,
  jpg,
  mp4,
  mkv,
  mxf,
  avi,
  wav,
  mp3,
  flac,
  ogg,
  flv,
  swf,
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
  aep,
  storyboarder,
  otio,
  edl,
  sif,
  blend,
  pli,
  tpl,
  harmony,
  xdts,
  tnz,
  eml,
  csv,
  srt,
  html,
  txt,
]
