import { describe, expect, it } from 'vitest'
import { declarationsOf, PRESETS, readCsv, readDeclaration } from '../../src/intake/index.ts'
import { parseAnchor } from '../../src/model/index.ts'

/** Headers whose columns must never be sealed, and a value that can be looked for. */
const FORBIDDEN = [
  'Salary', 'Daily Salary', '月薪', '工资', '급여', 'Phone', '手机', '전화', 'Mobile', 'Email', '邮箱', '이메일', 'Birth date', '出生日期', '생년월일',
  'Passport', '身份证号', '주민등록번호', 'Bank', 'IBAN', 'Account', '银行账号', '계좌', 'Address', 'Street', '地址', '주소', 'Nationality', 'Gender', 'Notes', 'Photo',
] // biome-ignore format: a list read as a line

describe.each(PRESETS.map((preset) => [preset.name, preset] as const))('preset %s', (_, preset) => {
  it('has every needed field among its columns, each under a header of its own', () => {
    const fields = preset.columns.map(({ field }) => field)
    expect(fields).toEqual(expect.arrayContaining([...preset.needs]))
    expect(new Set(fields).size).toBe(fields.length)
    expect(preset.summary).not.toBe('')
  })

  it('keeps of its sample exactly what it says', () => {
    const { rows, mapping } = readDeclaration(preset.kind, Buffer.from(preset.sample.csv), 'sample.csv', {})
    expect(rows.map(({ fields }) => fields)).toEqual(preset.sample.rows)
    expect(mapping.length).toBe(readCsv(Buffer.from(preset.sample.csv)).rows[0]?.length)
  })

  it('never lets a column of pay, contact, birth, identity, bank or street through, and names each as left out', () => {
    const [header = [], row = []] = readCsv(Buffer.from(preset.sample.csv)).rows
    const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
    const secrets = FORBIDDEN.map((_secret, index) => `SECRET${index}`)
    const csv = `${quoted([...header, ...FORBIDDEN])}\n${quoted([...row, ...secrets])}\n`
    const { minimised, mapping } = readDeclaration(preset.kind, Buffer.from(csv), 'sample.csv', {})
    expect(Buffer.from(minimised).toString('utf8')).not.toMatch(/SECRET/)
    const dropped = mapping.filter(({ field }) => field === null).map(({ column }) => column)
    expect(dropped).toEqual(expect.arrayContaining(FORBIDDEN))
  })

  it('keeps of every export exactly what it says, and nothing nested that is none of its columns', () => {
    for (const { name, text, rows } of preset.exports ?? []) {
      const read = readDeclaration(preset.kind, Buffer.from(text), 'export.json', {})
      expect(
        read.rows.map(({ fields }) => fields),
        name,
      ).toEqual(rows)
      expect(Buffer.from(read.minimised).toString('utf8'), name).not.toContain('SECRET')
      const sealed = declarationsOf(read.minimised, preset.kind, 'b'.repeat(64), {})
      expect(
        sealed.map(({ fields }) => fields),
        name,
      ).toEqual(rows)
    }
  })

  it('gives the same declarations from the sealed bytes, each anchored to its line', () => {
    const { minimised, rows } = readDeclaration(preset.kind, Buffer.from(preset.sample.csv), 'sample.csv', {})
    const sha256 = 'b'.repeat(64)
    const declarations = declarationsOf(minimised, preset.kind, sha256, { by: 'A', on: '2024-01-05', rating: 'B2' })
    expect(declarations.map(({ fields }) => fields)).toEqual(rows.map(({ fields }) => fields))
    const lines = Buffer.from(minimised).toString('utf8').split('\n')
    for (const [index, { anchor, by, on, rating, kind }] of declarations.entries()) {
      const at = parseAnchor(anchor).at
      expect(at).toEqual({ kind: 'line', line: rows[index]?.line })
      expect([by, on, rating, kind]).toEqual(['A', '2024-01-05', 'B2', preset.kind])
      const line = at.kind === 'line' ? lines[at.line - 1] : ''
      expect(line).toContain(Object.values(preset.sample.rows[index] ?? {})[0])
    }
    // Minimising what is sealed leaves it as it is: sealing twice is one thing.
    expect(declarations.map(({ id }) => id)).toEqual([...new Set(declarations.map(({ id }) => id))])
  })
})
