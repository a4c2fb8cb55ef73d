import { decodeAs, rankCodePages } from '../../base/text.ts'

/** A letter of an East Asian script that touches a small Latin letter: what accented Latin bytes turn into under an East Asian page. */
const TORN = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff][a-z]|[a-z][\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]/
const EAST_ASIAN = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2}/
const BELIEVED = 0.8

/**
 * Text of a short property of no stated code page. UTF-8 when it fits; an East Asian page only when what comes out looks like such text, so that
 * an accented Latin name never turns into Chinese that nobody wrote; else `fallback` (an iconv name).
 */
export function metadataText(bytes: Uint8Array, fallback = 'windows-1252'): string {
  const utf8 = decodeAs(bytes, 'utf-8')
  if (utf8.faults === 0) return utf8.text
  const best = rankCodePages(bytes)[0]
  const isBelieved =
    best !== undefined && best.score >= BELIEVED && best.faults === 0 && EAST_ASIAN.test(best.text) && !TORN.test(best.text)
  return isBelieved ? best.text : decodeAs(bytes, fallback).text
}
