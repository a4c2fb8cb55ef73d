/** What a column of a table of names can hold. Given and family names make a name where no column holds it whole. */
export type NameField = 'name' | 'given' | 'family' | 'schema' | 'country' | 'born' | 'id' | 'address'

/** Headings by their letters and digits, in lower case; a place of birth is no nationality. */
const HEADINGS: readonly (readonly [NameField, RegExp])[] = [
  ['given', /^(?:(?:first|given|fore)names?|vornamen?|prénoms?)$/],
  ['family', /^(?:(?:last|family|sur)names?|nachnamen?)$/],
  [
    'name',
    /^(?:(?:full|legal|registered|business|trading)?names?|(?:compan(?:y|ies)|vendors?|suppliers?|studios?|entity|entities|part(?:y|ies)|counterpart(?:y|ies)|customers?|clients?|organi[sz]ations?|(?:sub)?contractors?|persons?|individuals?|beneficiar(?:y|ies)|firms?)(?:full|legal)?(?:names?)?|nameof(?:the)?(?:company|vendor|supplier|studio|entity|party|customer|client|organi[sz]ation|contractor|subcontractor|person|individual|beneficiary|firm)|firma|firmenname|lieferant|nom|raisonsociale|fournisseur|nombre|razónsocial|название|наименование|имя|фио|компания|поставщик|名称|公司|公司名|公司名称|企业名称|单位名称|供应商|供应商名称|姓名|名字|會社名|会社名|氏名|名前|공급업체|회사|회사명|이름|성명|상호|업체명)$/,
  ],
  ['schema', /^(?:schema|type|kind|entitytype|partytype|类型|유형)$/],
  [
    'country',
    /^(?:countr(?:y|ies)(?:code|name)?|countryof(?!birth).+|nationalit(?:y|ies)|nationalityof.+|(?:registration|incorporation)country|citizenships?|jurisdiction|land|staatsangehörigkeit|pays|nationalité|país|страна|гражданство|国家|国籍|국가|국적)$/,
  ],
  [
    'born',
    /^(?:born(?:on)?|birth|birthdate|birthday|dateofbirth|dob|geburtsdatum|geboren|datedenaissance|датарождения|出生日期|生年月日|생년월일)$/,
  ],
  [
    'id',
    /^(?:id(?:entity)?(?:number|no)|identifiers?|passports?(?:number|no|nr)?|(?:company)?reg(?:istration)?(?:number|no|nr)?|company(?:number|no)|tax(?:id|number|no)|vat(?:id|number|no)?|lei|imo(?:number)?|inn|iban|ogrn|инн|uscc|证件号|统一社会信用代码|등록번호|사업자등록번호)$/,
  ],
  ['address', /^(?:(?:registered|street|postal|business|full)?address(?:es)?|anschrift|adresse|dirección|адрес|地址|住所|주소)$/],
]

/** Which field a heading says that its column holds; undefined where it says none. Blanks, points and case make no difference. */
export function fieldOf(heading: string): NameField | undefined {
  const key = heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
  return HEADINGS.find(([, words]) => words.test(key))?.[0]
}
