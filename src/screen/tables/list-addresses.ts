/** Where a publisher gives a list, as files with the names that they are kept under. */
export interface ListAddress {
  /** What `lists update` calls it; the name of the reading that its files give. */
  readonly name: string
  readonly publisher: string
  readonly files: readonly { readonly file: string; readonly url: string }[]
  /** Hosts that its addresses may lead to; every other one is refused. */
  readonly leadsTo: readonly string[]
  /** Whether `lists update` without names fetches it. */
  readonly isUsual: boolean
}

/**
 * Official addresses of lists, as their publishers' pages and public code that fetches them give them in 2025 and 2026 (OFAC Sanctions List Service; UN scsanctions; EU FSF with its public token; FCDO; SECO SESAM; Global Affairs Canada;
 * DFAT; trade.gov; data.opensanctions.org). An address that moved is refused or not found, and `--from` names another one.
 */
export const LIST_ADDRESSES: readonly ListAddress[] = [
  {
    name: 'ofac',
    publisher: 'US Treasury, Office of Foreign Assets Control',
    files: [
      { file: 'SDN_ADVANCED.XML', url: 'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN_ADVANCED.XML' },
      { file: 'CONS_ADVANCED.XML', url: 'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/CONS_ADVANCED.XML' },
    ],
    // The service answers with a redirect to its store in the cloud.
    leadsTo: ['.ofac.treas.gov', '.treasury.gov', '.s3.us-gov-west-1.amazonaws.com', '.s3-us-gov-west-1.amazonaws.com'],
    isUsual: true,
  },
  {
    name: 'un',
    publisher: 'United Nations Security Council',
    files: [{ file: 'consolidated.xml', url: 'https://scsanctions.un.org/resources/xml/en/consolidated.xml' }],
    leadsTo: ['.un.org', 'unsolprodfiles.blob.core.windows.net'],
    isUsual: true,
  },
  {
    name: 'eu',
    publisher: 'European Commission, Financial Sanctions Files',
    files: [
      {
        file: 'xmlFullSanctionsList_1_1.xml',
        url: 'https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content?token=dG9rZW4tMjAxNw',
      },
    ],
    leadsTo: ['.ec.europa.eu'],
    isUsual: true,
  },
  {
    name: 'uk',
    publisher: 'UK Foreign, Commonwealth & Development Office',
    files: [{ file: 'UK-Sanctions-List.xml', url: 'https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml' }],
    leadsTo: ['.fcdo.gov.uk', 'assets.publishing.service.gov.uk'],
    isUsual: true,
  },
  {
    name: 'ch',
    publisher: 'Swiss State Secretariat for Economic Affairs',
    files: [
      {
        file: 'consolidated-list.xml',
        url: 'https://www.sesam.search.admin.ch/sesam-search-web/pages/downloadXmlGesamtliste.xhtml?lang=en&action=downloadXmlGesamtlisteAction',
      },
    ],
    leadsTo: ['.admin.ch'],
    isUsual: true,
  },
  {
    name: 'ca',
    publisher: 'Global Affairs Canada',
    files: [
      {
        file: 'sema-lmes.xml',
        url: 'https://www.international.gc.ca/world-monde/assets/office_docs/international_relations-relations_internationales/sanctions/sema-lmes.xml',
      },
    ],
    leadsTo: ['.international.gc.ca'],
    isUsual: true,
  },
  {
    name: 'us-csl',
    publisher: 'US International Trade Administration',
    files: [{ file: 'consolidated.csv', url: 'https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.csv' }],
    leadsTo: ['.trade.gov'],
    isUsual: false,
  },
  {
    name: 'opensanctions',
    publisher: 'OpenSanctions (CC BY-NC 4.0: other use needs a licence)',
    files: [{ file: 'entities.ftm.json', url: 'https://data.opensanctions.org/datasets/latest/sanctions/entities.ftm.json' }],
    leadsTo: ['.opensanctions.org'],
    isUsual: false,
  },
]
