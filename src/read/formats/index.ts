import type { FormatReader } from '../reader.ts'
import { sevenZip } from './7z.ts'
import { aep } from './aep.ts'
import { aepx } from './aepx.ts'
import { appledouble } from './appledouble.ts'
import { ass } from './ass.ts'
import { avi } from './avi.ts'
import { blend } from './blend.ts'
import { bmp } from './bmp.ts'
import { bz2 } from './bz2.ts'
import { cab } from './cab.ts'
import { clip } from './clip.ts'
import { cpio } from './cpio.ts'
import { csv } from './csv.ts'
import { dbf } from './dbf.ts'
import { doc } from './doc.ts'
import { docx } from './docx.ts'
import { dpx } from './dpx.ts'
import { dsstore } from './dsstore.ts'
import { edl } from './edl.ts'
import { eml } from './eml.ts'
import { eps } from './eps.ts'
import { exr } from './exr.ts'
import { fla } from './fla.ts'
import { flac } from './flac.ts'
import { flv } from './flv.ts'
import { gif } from './gif.ts'
import { gz } from './gz.ts'
import { harmony } from './harmony.ts'
import { heif } from './heif.ts'
import { html } from './html.ts'
import { hwp } from './hwp.ts'
import { hwpx } from './hwpx.ts'
import { ics } from './ics.ts'
import { indd } from './indd.ts'
import { ini } from './ini.ts'
import { iso } from './iso.ts'
import { jp2 } from './jp2.ts'
import { jpg } from './jpg.ts'
import { json } from './json.ts'
import { kra } from './kra.ts'
import { lnk } from './lnk.ts'
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
import { plist } from './plist.ts'
import { png } from './png.ts'
import { ppt } from './ppt.ts'
import { pptx } from './pptx.ts'
import { psd } from './psd.ts'
import { rar } from './rar.ts'
import { rtf } from './rtf.ts'
import { sif } from './sif.ts'
import { sqlite } from './sqlite.ts'
import { srt } from './srt.ts'
import { storyboarder } from './storyboarder.ts'
import { swf } from './swf.ts'
import { tar } from './tar.ts'
import { tga } from './tga.ts'
import { thumbsdb } from './thumbsdb.ts'
import { tiff } from './tiff.ts'
import { tnz } from './tnz.ts'
import { tpl } from './tpl.ts'
import { tvg } from './tvg.ts'
import { tvpp } from './tvpp.ts'
import { txt } from './txt.ts'
import { wav } from './wav.ts'
import { webp } from './webp.ts'
import { xcf } from './xcf.ts'
import { xdts } from './xdts.ts'
import { xls } from './xls.ts'
import { xlsx } from './xlsx.ts'
import { xml } from './xml.ts'
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
  hwpx,
  rtf,
  doc,
  xls,
  ppt,
  hwp,
  msg,
  thumbsdb,
  lnk,
  dsstore,
  appledouble,
  plist,
  pdf,
  psd,
  png,
  jpg,
  tiff,
  webp,
  gif,
  heif,
  jp2,
  exr,
  dpx,
  xcf,
  indd,
  eps,
  bmp,
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
  aepx,
  clip,
  sqlite,
  tvpp,
  tvg,
  storyboarder,
  otio,
  edl,
  sif,
  blend,
  pli,
  tpl,
  tga,
  harmony,
  xdts,
  tnz,
  eml,
  ini,
  ics,
  ass,
  csv,
  srt,
  xml,
  html,
  json,
  dbf,
  txt,
]
