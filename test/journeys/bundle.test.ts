import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { realEffects } from '../../src/base/effects.ts'
import { checkScript, verifierPage } from '../../src/evidence/index.ts'
import { checkBundle, readZip } from '../../src/evidence/verifier-page/check.ts'
import { withBundle } from '../../src/operations/verify-bundle.ts'
import { openCase, sealedVisits } from '../../src/pipeline/index.ts'

const BIN = resolve('dist/src/cli/main.js')
let root = ''
let made = ''
let material = ''

const run = (...words: string[]) =>
  spawnSync(process.execPath, [BIN, ...words, '--json'], {
    env: { ...process.env, XDG_DATA_HOME: join(root, 'keys') },
    encoding: 'utf8',
    cwd: root,
  })
const ok = (...words: string[]) => {
  const done = run(...words)
  expect(done.stderr).not.toMatch(/^error/m)
  expect(done.status, `${words.join(' ')} ${done.stderr} ${done.stdout.slice(0, 2000)}`).toBe(0)
  return (JSON.parse(done.stdout) as { data: Record<string, unknown> }).data
}
const unzip = (zip: string) => {
  const folder = mkdtempSync(join(root, 'unzipped-'))
  expect(spawnSync('unzip', ['-q', zip, '-d', folder]).status).toBe(0)
  return join(folder, readdirSync(folder)[0] ?? '')
}
const shell = (folder: string) => spawnSync('bash', [join(root, 'check.sh')], { cwd: folder, encoding: 'utf8' })
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile())

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-bundles-'))
  process.env.XDG_DATA_HOME = join(root, 'keys')
  material = join(root, 'material')
  mkdirSync(join(material, 'ep01'), { recursive: true })
  writeFileSync(
    join(material, 'ep01', '修改意见.txt'),
    '头部的线条再细一点，不要超出边框\n머리부분 선을 좀 더 가늘게 하고 테두리를 넘지 않게 할것\n',
  )
  writeFileSync(join(material, 'ep01', 'note.txt'), 'a privileged note\n')
  writeFileSync(join(material, 'shot.bin'), Buffer.alloc(70_000, 'x'))
  made = join(root, 'made.case')
  ok('scan', material, '-C', made)
  ok('add', 'statement', 'All work is done in Seoul.', '--by', 'A', '--on', '2024-01-05', '--about', 'site', '-C', made)
  ok('analyze', '-C', made)
  ok('tag', 'ep01/note.txt', 'privileged', '-C', made)
  const keys = spawnSync('age-keygen', ['-o', join(root, 'identity.txt')], { encoding: 'utf8' })
  writeFileSync(join(root, 'recipient.txt'), `# for the authority\n${/age1[a-z0-9]+/.exec(keys.stderr)?.[0] ?? ''}\n`)
  // Exactly the block that the documentation prints.
  const block = /```bash\n([\s\S]*?)```/.exec(readFileSync('docs/bundles.md', 'utf8'))?.[1] ?? ''
  writeFileSync(join(root, 'check.sh'), block)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe.each(['public', 'agency', 'internal'])('a bundle for %s', (profile) => {
  let zip = ''
  let told: Record<string, unknown> = {}

  it('is written, verifies here, in the page’s checker, and with sha256sum and openssl alone', async () => {
    told = ok('bundle', '--profile', profile, '--to', 'Example Authority', '-C', made)
    zip = String(told.path)
    expect(createHash('sha256').update(readFileSync(zip)).digest('hex')).toBe(told.sha256)
    const checked = ok('verify', zip, '--head', String(told.head), '--fingerprint', String(told.fingerprint))
    expect(checked).toMatchObject({ ok: true, problems: [], ledger: { tail: 'confirmed', intact: true }, bag: { version: '1.0' } })
    const page = await checkBundle(await readZip(new Blob([readFileSync(zip)])))
    expect([page.ok, page.lines.at(-1)]).toEqual([true, 'VERIFIED (integrity only)'])
    expect(page.lines.join('\n')).toContain(String(told.head))
    const bag = unzip(zip)
    const said = shell(bag)
    expect(said.stderr).toBe('')
    expect(said.stdout).toContain(`head ${String(told.head)}`)
    expect(said.stdout).toContain(`key  ${String(told.fingerprint)}`)
    expect(ok('verify', bag)).toMatchObject({ ok: true })
  })

  it('holds what its profile says', () => {
    const bag = unzip(zip)
    const text = filesIn(bag)
      .map((name) => readFileSync(join(bag, name)).toString('latin1'))
      .join('\n')
    const has = (words: string) => text.includes(Buffer.from(words).toString('latin1'))
    expect(has('a privileged note')).toBe(profile === 'internal')
    expect(existsSync(join(bag, 'data/inbetween.yaml'))).toBe(profile !== 'public')
    const blobs = existsSync(join(bag, 'data/evidence/blobs')) ? filesIn(join(bag, 'data/evidence/blobs')).length : 0
    expect(blobs === 0).toBe(profile === 'public')
    expect(has('PRIVATE KEY')).toBe(false)
    expect(readFileSync(join(bag, 'data/report/report.html'), 'utf8')).toContain('could not be determined')
  })

  it('that was changed anywhere is refused by all three', async () => {
    const whole = unzip(zip)
    for (const target of ['data/ledger.jsonl', 'data/ledger.head', 'data/report/report.json', 'manifest-sha256.txt', 'case-key.pem']) {
      const bag = join(mkdtempSync(join(root, 'changed-')), 'bag')
      cpSync(whole, bag, { recursive: true })
      const bytes = readFileSync(join(bag, target))
      bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1
      writeFileSync(join(bag, target), bytes)
      expect(run('verify', bag).status, target).toBe(4)
      expect(shell(bag).status, target).toBe(1)
      const files = new Map(filesIn(bag).map((name) => [name, async () => new Uint8Array(readFileSync(join(bag, name)))]))
      expect((await checkBundle(files)).ok, target).toBe(false)
    }
    // Manifests made anew over a changed ledger: only chain and signatures can tell.
    const bag = join(mkdtempSync(join(root, 'changed-')), 'bag')
    cpSync(whole, bag, { recursive: true })
    const lines = readFileSync(join(bag, 'data/ledger.jsonl'), 'utf8').trimEnd().split('\n')
    lines[1] = (lines[1] ?? '').replace(/"at":"2/, '"at":"1')
    writeFileSync(join(bag, 'data/ledger.jsonl'), `${lines.join('\n')}\n`)
    const sums = (names: string[]) =>
      names
        .map(
          (name) =>
            `${createHash('sha256')
              .update(readFileSync(join(bag, name)))
              .digest('hex')}  ${name}\n`,
        )
        .join('')
    writeFileSync(join(bag, 'manifest-sha256.txt'), sums(filesIn(bag).filter((name) => name.startsWith('data/'))))
    writeFileSync(
      join(bag, 'tagmanifest-sha256.txt'),
      sums(filesIn(bag).filter((name) => !name.startsWith('data/') && !name.startsWith('tagm'))),
    )
    expect(run('verify', bag).status).toBe(4)
    expect(shell(bag).stderr).toMatch(/signature of entry 1|does not follow/)
    const files = new Map(filesIn(bag).map((name) => [name, async () => new Uint8Array(readFileSync(join(bag, name)))]))
    expect((await checkBundle(files)).lines.join('\n')).toMatch(/entry 1: its signature is wrong/)
  })
})

it('60 seeded bit flips anywhere in an unpacked bundle are each found, and a file is named', async () => {
  const { path } = ok('bundle', '--profile', 'agency', '-C', made)
  const bag = unzip(String(path))
  const names = filesIn(bag).sort()
  let seed = 20240117
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor((seed / 2147483648) * below)
  }
  for (let n = 0; n < 60; n++) {
    const name = names[next(names.length)] ?? ''
    const whole = readFileSync(join(bag, name))
    if (whole.length === 0) continue
    const flipped = Buffer.from(whole)
    const place = next(whole.length)
    flipped[place] = (flipped[place] ?? 0) ^ (1 << next(8))
    writeFileSync(join(bag, name), flipped)
    const [isOk, said] = await withBundle(
      bag,
      {},
      ({ ok: fits, problems }) => [fits, problems.map((problem) => `${problem.path} ${problem.message}`).join('\n')] as const,
    )
    writeFileSync(join(bag, name), whole)
    expect(isOk, `${name} byte ${place}`).toBe(false)
    expect(said, `${name} byte ${place}`).toMatch(
      name.startsWith('tagmanifest') ? /txt|pem|html/ : new RegExp(name.split('/').at(-1)?.replaceAll('.', '\\.') ?? ''),
    )
  }
}, 60_000)

it('a receiver who was told another key or head is warned', () => {
  const { path } = ok('bundle', '--profile', 'agency', '-C', made)
  expect(run('verify', String(path), '--fingerprint', '0123456789abcdef').status).toBe(4)
  expect(run('verify', String(path), '--head', 'a'.repeat(64)).status).toBe(4)
})

it('an encrypted bundle opens with age itself, and only for its recipient', () => {
  const identity = join(root, 'identity.txt')
  const { path } = ok('bundle', '--profile', 'agency', '--encrypt-to', join(root, 'recipient.txt'), '-C', made)
  expect(run('verify', String(path)).stderr).toMatch(/encrypted/)
  expect(ok('verify', String(path), '--identity', identity)).toMatchObject({ ok: true })
  expect(spawnSync('age', ['-d', '-i', identity, '-o', join(root, 'plain.zip'), String(path)]).status).toBe(0)
  expect(ok('verify', join(root, 'plain.zip'))).toMatchObject({ ok: true })
  const other = join(root, 'other.txt')
  spawnSync('age-keygen', ['-o', other])
  expect(run('verify', String(path), '--identity', other).stderr).toMatch(/cannot be decrypted/)
})

describe('a bag of other hands', () => {
  const bagOf = (edit: (bag: string) => void) => {
    const bag = mkdtempSync(join(root, 'foreign-'))
    mkdirSync(join(bag, 'data', 'sub'), { recursive: true })
    writeFileSync(join(bag, 'data', 'a.txt'), 'a')
    writeFileSync(join(bag, 'data', 'sub', '100%.txt'), 'b')
    const digest = (algorithm: string, name: string) =>
      createHash(algorithm)
        .update(readFileSync(join(bag, name)))
        .digest('hex')
    writeFileSync(join(bag, 'bagit.txt'), 'BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8\r\n')
    writeFileSync(join(bag, 'bag-info.txt'), 'Source-Organization: Somebody\n  else\nPayload-Oxum: 2.2\n')
    for (const algorithm of ['md5', 'sha512'])
      writeFileSync(
        join(bag, `manifest-${algorithm}.txt`),
        `${digest(algorithm, 'data/a.txt')}  data/a.txt\n${digest(algorithm, 'data/sub/100%.txt').toUpperCase()} *data/sub/100%25.txt\n`,
      )
    edit(bag)
    return run('verify', bag)
  }

  it('is read and checked as a bag', () => {
    const done = bagOf(() => {})
    expect(done.status).toBe(0)
    expect(JSON.parse(done.stdout)).toMatchObject({
      data: { ok: true, bag: { version: '0.97', files: 2, matching: 2, algorithms: ['md5', 'sha512'] } },
    })
  })

  it.each([
    ['bag-altered', (bag: string) => writeFileSync(join(bag, 'data', 'a.txt'), 'A')],
    ['bag-extra', (bag: string) => writeFileSync(join(bag, 'data', 'more.txt'), 'm')],
    ['bag-missing', (bag: string) => rmSync(join(bag, 'data', 'a.txt'))],
    ['bag-fetch', (bag: string) => writeFileSync(join(bag, 'fetch.txt'), 'http://198.51.100.7/a - data/a.txt\n')],
    ['bag-manifest', (bag: string) => writeFileSync(join(bag, 'manifest-md5.txt'), `${'0'.repeat(32)}  ../../etc/passwd\n`)],
    ['bag-declaration', (bag: string) => writeFileSync(join(bag, 'bagit.txt'), 'hello')],
  ])('says %s where it is', (code, edit) => {
    const done = bagOf(edit)
    expect(done.status).toBe(4)
    expect((JSON.parse(done.stdout) as { data: { problems: { code: string }[] } }).data.problems.map((problem) => problem.code)).toContain(
      code,
    )
  })

  it('in a zip that climbs out is refused', () => {
    const zip = join(root, 'climb.zip')
    spawnSync('python3', [
      '-c',
      `import zipfile; z=zipfile.ZipFile(${JSON.stringify(zip)},'w'); z.writestr('../../evil.txt','x'); z.writestr('bagit.txt','x')`,
    ])
    const done = run('verify', zip)
    expect([done.status, done.stderr]).toEqual([1, expect.stringMatching(/IBT-INPUT/)])
    expect(existsSync(join(root, '..', 'evil.txt'))).toBe(false)
  })
})

it('a delivery that a studio seals gives the case the same files as the folder itself; a changed package is refused', () => {
  const identity = join(root, 'identity.txt')
  const sealed = join(root, 'delivery.sealed')
  const told = ok('collect', material, '--seal-to', join(root, 'recipient.txt'), '-o', sealed)
  const receiver = join(root, 'receiver.case')
  ok('init', receiver)
  ok('collect', material, '-C', receiver)
  expect(run('add', 'package', sealed, '--identity', identity, '--fingerprint', '0123456789abcdef', '-C', receiver).status).toBe(4)
  expect(ok('add', 'package', sealed, '--identity', identity, '--fingerprint', String(told.fingerprint), '-C', receiver)).toMatchObject({
    visits: 1,
    files: 3,
  })
  ok('add', 'package', sealed, '--identity', identity, '-C', receiver)
  const visits = sealedVisits(openCase(receiver, realEffects()))
  expect(visits).toHaveLength(2)
  expect(visits[1]?.entries).toEqual(visits[0]?.entries)
  expect(ok('verify', receiver)).toMatchObject({ ok: true })
  ok('analyze', '-C', receiver)
  const bytes = readFileSync(sealed)
  bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1
  writeFileSync(join(root, 'changed.sealed'), bytes)
  expect(run('add', 'package', join(root, 'changed.sealed'), '--identity', identity, '-C', receiver).status).not.toBe(0)
}, 60_000)

it('the page runs its checker in a real browser under its own policy', () => {
  const page = join(root, 'index.html')
  writeFileSync(page, verifierPage())
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  const shown = spawnSync(
    '/usr/bin/chromium',
    [...flags, `--user-data-dir=${join(root, 'chromium')}`, '--virtual-time-budget=3000', '--dump-dom', pathToFileURL(page).href],
    { encoding: 'utf8', timeout: 50_000 },
  )
  expect(shown.stdout).toMatch(/<pre id="out"[^>]*>Drop a bundle/)
  expect(verifierPage()).not.toMatch(/https?:\/\/(?!www\.w3\.org)/)
}, 60_000)

it('the commands of the documentation are those of the bundle, at most 40 lines', () => {
  expect(readFileSync(join(root, 'check.sh'), 'utf8')).toBe(checkScript())
  expect(checkScript().trimEnd().split('\n').length).toBeLessThanOrEqual(40)
})
