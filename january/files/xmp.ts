import { uuidOf, xml } from './bytes.ts'
import { isoWithZone, type ZoneMinutes } from './time.ts'

/** What an image editor leaves in an XMP packet. Times are epoch milliseconds, written with the machine's zone. */
export interface XmpFacts {
  readonly tool: string
  readonly created: number
  readonly modified: number
  readonly zone: ZoneMinutes
  /** Stands for the document: the same word gives the same document id. */
  readonly document: string
  readonly creator?: string
  readonly title?: string
  /** Saves before this one: when and with which program. */
  readonly history?: readonly { readonly at: number; readonly zone: ZoneMinutes; readonly tool: string }[]
}

/** An XMP packet (ISO 16684-1) with dates, program, document and instance ids and the save history. */
export function xmp(facts: XmpFacts): string {
  const creator = facts.creator === undefined ? '' : `<dc:creator><rdf:Seq><rdf:li>${xml(facts.creator)}</rdf:li></rdf:Seq></dc:creator>`
  const title =
    facts.title === undefined ? '' : `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(facts.title)}</rdf:li></rdf:Alt></dc:title>`
  const saves = (facts.history ?? []).map(
    ({ at, zone, tool }) =>
      `<rdf:li rdf:parseType="Resource"><stEvt:action>saved</stEvt:action><stEvt:instanceID>xmp.iid:${uuidOf(`${facts.document} ${at}`)}</stEvt:instanceID><stEvt:when>${isoWithZone(at, zone)}</stEvt:when><stEvt:softwareAgent>${xml(tool)}</stEvt:softwareAgent></rdf:li>`,
  )
  const history = saves.length === 0 ? '' : `<xmpMM:History><rdf:Seq>${saves.join('')}</rdf:Seq></xmpMM:History>`
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"><xmp:CreatorTool>${xml(facts.tool)}</xmp:CreatorTool><xmp:CreateDate>${isoWithZone(facts.created, facts.zone)}</xmp:CreateDate><xmp:ModifyDate>${isoWithZone(facts.modified, facts.zone)}</xmp:ModifyDate><xmp:MetadataDate>${isoWithZone(facts.modified, facts.zone)}</xmp:MetadataDate>${creator}${title}<xmpMM:DocumentID>xmp.did:${uuidOf(facts.document)}</xmpMM:DocumentID><xmpMM:OriginalDocumentID>xmp.did:${uuidOf(facts.document)}</xmpMM:OriginalDocumentID><xmpMM:InstanceID>xmp.iid:${uuidOf(`${facts.document} ${facts.modified}`)}</xmpMM:InstanceID>${history}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
}
