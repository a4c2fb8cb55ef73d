import { ERROR_CODES } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import { loadPacks } from '../indicators/index.ts'
import { HASH_SET_FORMATS } from '../intake/index.ts'
import { TRACE_FIELDS } from '../model/index.ts'
import { READERS } from '../read/index.ts'
import { OUTPUTS } from '../report/index.ts'
import { OPERATIONS } from './index.ts'
import type { Operation } from './operation.ts'

const NOTE = '<!-- Written by npm run docs from the declarations in src; edit those. -->\n'

/** The pages of docs that are written from declarations: path in the project to text. A test holds the files to them. */
export function referencePages(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/reference/commands.md', commands()],
    ['docs/reference/formats.md', formats()],
    ['docs/reference/rules.md', rules()],
    ['docs/reference/limits.md', limits()],
    ['docs/traces.md', traces()],
    ['docs/errors.md', errors()],
  ])
}

function commands(): string {
  const parts = OPERATIONS.map(command)
  return `${NOTE}# Commands\n\nEvery command takes \`-C DIR\` (the case), \`--json\`, \`--quiet\` and \`--offline\`. Messages and progress go to stderr.\n\n${parts.join('\n')}`
}

function command({ name, summary, usage, options, examples }: Operation): string {
  const rows = Object.entries(options).map(([option, spec]) => {
    const value = spec.type === 'string' ? ` ${spec.value ?? 'VALUE'}` : ''
    return `| \`--${option}${value}\` | ${cell(spec.summary)}${spec.choices ? ` One of: ${spec.choices.join(', ')}.` : ''} |`
  })
  const table = rows.length > 0 ? `\n| option | |\n| --- | --- |\n${rows.join('\n')}\n` : ''
  return `## ${name}\n\n\`inbetween ${name}${usage === '' ? '' : ` ${usage}`}\`\n\n${summary}\n${table}\n\`\`\`\n${examples.map((example) => `$ ${example}`).join('\n')}\n\`\`\`\n`
}

function formats(): string {
  const rows = READERS.map(
    ({ name, summary, extensions, source }) => `| ${name} | ${cell(summary)} | ${extensions.join(' ')} | ${cell(source)} |`,
  )
  const sets = HASH_SET_FORMATS.map(({ name, summary }) => `| ${name} | ${cell(summary)} |`)
  const outputs = OUTPUTS.map(({ name, summary }) => `| ${name} | ${cell(summary)} |`)
  return `${NOTE}# Formats\n\nEverything else is identified, hashed and listed as \`not read\` with the reason.\n\n| reader | reads | endings | follows |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n\n## Hashes of known files\n\nWhat \`inbetween add hashes\` reads. Of each row the strongest digest counts.\n\n| format | |\n| --- | --- |\n${sets.join('\n')}\n\n## Report outputs\n\n| output | |\n| --- | --- |\n${outputs.join('\n')}\n`
}

function rules(): string {
  const parts = loadPacks().flatMap((pack) =>
    pack.rules.map((rule) => {
      const list = (title: string, lines: readonly string[]) => `${title}\n${lines.map((line) => `- ${line}`).join('\n')}\n`
      const references = rule.references.map(({ doc, para }) => (para === undefined ? doc : `${doc}, ${para}`))
      return `## ${rule.id}: ${rule.title}\n\n${rule.description}\n\nClass ${rule.class}, group ${rule.group}, level ${rule.level}, alone at most ${rule.maxLevelAlone}, status ${rule.status}.\n\n${list('Ordinary explanations:', rule.ordinaryExplanations)}\n${list('Asks:', rule.asks)}\n${list('References:', references)}`
    }),
  )
  return `${NOTE}# Rules\n\nA rule that fires is a reason to ask. Absence of flags is not clearance.\n\n${parts.join('\n')}`
}

function limits(): string {
  const rows = Object.entries(LIMITS).map(([name, value]) => `| ${name} | ${value} |`)
  return `${NOTE}# Bounds\n\nMeeting a bound is a warning row, never a silence. What each one bounds, and its unit, stands beside it in src/base/limits.ts.\n\n| bound | value |\n| --- | --- |\n${rows.join('\n')}\n`
}

function traces(): string {
  const rows = Object.entries(TRACE_FIELDS).map(
    ([name, { group, weight, means, innocent }]) => `| ${name} | ${group} | ${weight} | ${cell(means)} | ${cell(innocent)} |`,
  )
  return `${NOTE}# Authoring traces\n\nWhat programs leave in files. Anybody can set or strip any of them; each is shown with its ordinary explanation, and none of them says who a person is or where. The weight is how far a genuine value goes, alone, towards one machine, account or document; no conclusion rests on one field.\n\n| field | tells | weight | what it can mean | ordinary explanation |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`
}

function errors(): string {
  const parts = Object.entries(ERROR_CODES).map(
    ([code, { exit, means, remedy }]) => `## ${code}\n\nExit code ${exit}: ${means}.\n\n${remedy}\n`,
  )
  return `${NOTE}# Error codes\n\n${parts.join('\n')}\n## IBT-BUG\n\nExit code 1: a fault of the program, not of your files. Run again with \`INBETWEEN_DEBUG=1\` for the trace and report it.\n`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
