import { InbetweenError } from '../base/errors.ts'
import { loadPacks, type Rule, testRules } from '../indicators/index.ts'
import type { Operation } from './operation.ts'
import { table } from './terminal.ts'

/** `inbetween rules`. */
export const rules: Operation = {
  name: 'rules',
  summary: 'The red-flag rules: list them, explain one, or run each against its own examples.',
  usage: '<list | explain ID | test>',
  options: {},
  examples: ['inbetween rules list', 'inbetween rules explain ibt-0007', 'inbetween rules test'],
  async run({ paths }) {
    const [verb = 'list', id] = paths
    const all = loadPacks().flatMap((pack) => pack.rules)
    if (verb === 'list') {
      const cells = all.map((rule) => [rule.id, rule.class, rule.level, rule.group, rule.title])
      return { data: all, text: table(['rule', 'class', 'level', 'group', 'title'], cells, 90) }
    }
    if (verb === 'explain') {
      const rule = all.find((candidate) => candidate.id === id)
      if (!rule) throw new InbetweenError('IBT-NOT-FOUND', `no such rule: ${id ?? ''}`, { hint: 'inbetween rules list' })
      return { data: rule, text: explain(rule) }
    }
    if (verb !== 'test') throw new InbetweenError('IBT-USAGE', `rules ${verb}: not one of list, explain, test`)
    const results = testRules()
    const failed = results.filter(({ ok }) => !ok)
    const cells = results.map(({ rule, example, expected, ok }) => [ok ? 'ok' : 'FAILED', rule, example, expected])
    return {
      data: results,
      text: `${table(['', 'rule', 'example', 'expected'], cells)}\n${results.length - failed.length} of ${results.length} as expected`,
      ...(failed.length > 0 ? { exit: 1 } : {}),
    }
  },
}

function explain(rule: Rule): string {
  return [
    `${rule.id}  ${rule.title}`,
    `  ${rule.description}`,
    `  class ${rule.class}, level ${rule.level}, at most ${rule.maxLevelAlone} alone, group ${rule.group}, status ${rule.status}`,
    '  ordinary explanations:',
    ...rule.ordinaryExplanations.map((line) => `    - ${line}`),
    '  asks:',
    ...rule.asks.map((line) => `    - ${line}`),
    '  references:',
    ...rule.references.map(({ doc, para }) => `    - ${doc}${para === undefined ? '' : `, ${para}`}`),
  ].join('\n')
}
