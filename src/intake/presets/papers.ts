import { column, type Preset, words } from '../preset.ts'
import { country, production } from './shared.ts'

/** Invoices: who bills whom for what. Accounts are left out; the country that the money goes to is kept. */
export const invoice: Preset = {
  name: 'invoice',
  kind: 'invoice',
  summary: 'Invoices: number, date, issuer, payer, work, amount, country of payment',
  columns: [
    words('number', 'number', 'invoice number', 'invoice no', 'invoice', '发票号', '发票号码', '编号', '송장번호', '번호'),
    words('date', 'date', 'invoice date', 'issued', '日期', '开票日期', '날짜', '발행일'),
    words(
      'from',
      'from',
      'issuer',
      'seller',
      'vendor',
      'supplier',
      'company',
      'beneficiary',
      '开票方',
      '销售方',
      '收款方',
      '收款人',
      '공급자',
      '발행인',
      '수취인',
    ),
    words('to', 'to', 'payer', 'buyer', 'client', 'customer', 'bill to', '购买方', '付款方', '客户', '공급받는자', '고객', '지급인'),
    production,
    words('item', 'item', 'description', 'work', 'service', '项目名称', '内容', '品名', '내용', '품목'),
    words('quantity', 'quantity', 'qty', 'hours', 'shots', '数量', '수량'),
    words('amount', 'amount', 'total', 'sum', '金额', '合计', '금액', '합계'),
    words('currency', 'currency', '币种', '通货', '통화'),
    country,
    column('payCountry', 'country', 'bank country', 'country of bank', 'payment country', '开户国', '은행국가'),
  ],
  needs: ['number', 'from', 'amount'],
  sample: {
    csv: 'Invoice number,Date,Issuer,Client,Work,Amount,Currency,Bank,IBAN,Bank country\nGH-12,2024-01-31,Grey Heron Art,North Wing,colour of 40 shots,"4,200",USD,Hill Bank,XX00 0000,Hong Kong\n',
    rows: [
      {
        number: 'GH-12',
        date: '2024-01-31',
        from: 'Grey Heron Art',
        to: 'North Wing',
        item: 'colour of 40 shots',
        amount: '4,200',
        currency: 'USD',
        payCountry: 'HK',
      },
    ],
  },
}

/** What a company gave in writing. */
export const attestation: Preset = {
  name: 'attestation',
  kind: 'attestation',
  summary: 'What a company gave in writing: words, company, day, who signed as initials',
  columns: [
    words('text', 'text', 'attestation', 'statement', 'declaration', 'words', '声明', '承诺', '内容', '확인', '진술', '내용'),
    words('company', 'company', 'by', 'vendor', 'studio', '公司', '单位', '회사', '업체'),
    words('on', 'on', 'date', 'signed on', '日期', '날짜', '서명일'),
    column('signedBy', 'person', 'signed by', 'signatory', 'signature', '签字人', '签署人', '서명자'),
    words('about', 'about', 'subject', '关于', '주제'),
  ],
  needs: ['text'],
  sample: {
    csv: 'Text,Company,Signed by,Date,Passport\n"No work is passed on, nor done outside the EU.",North Wing,Mina Alder,2024-01-05,X000\n',
    rows: [{ text: 'No work is passed on, nor done outside the EU.', company: 'North Wing', on: '2024-01-05', signedBy: 'M. A.' }],
  },
}

/** What somebody said. A text without headers is one statement. */
export const statement: Preset = {
  name: 'statement',
  kind: 'statement',
  summary: 'What somebody said: words, by whom, when, about what',
  columns: [
    words('text', 'text', 'statement', 'words', '内容', '陈述', '내용', '진술'),
    words('by', 'by', 'who', 'company', 'source', '来源', '公司', '출처', '회사'),
    words('on', 'on', 'date', 'when', '日期', '날짜'),
    words('about', 'about', 'subject', '关于', '주제'),
  ],
  needs: ['text'],
  sample: {
    csv: 'text\n"All work is done in Seoul; write to a@b.example or +82 2 555 0100."\n',
    rows: [{ text: 'All work is done in Seoul; write to […] or […].' }],
  },
}
