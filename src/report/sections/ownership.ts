import { LIMITS } from '../../base/limits.ts'
import type { OwnershipPath, OwnershipStep } from '../../model/index.ts'
import { shareInWords, statementInWords } from '../../screen/index.ts'
import type { ReportContext } from '../context.ts'
import type { Block } from '../document.ts'

const ROWS_SHOWN = 60

/** Paths of ownership from listed owners to parties of the case, step by step, with what each statement says. Nothing where there is none. */
export function ownershipBlocks({ records }: ReportContext): Block[] {
  const { ownership } = records
  const [first] = ownership
  if (!first) return []
  const steps = ownership.flatMap((path) => path.steps.map((step) => [path, step] as const))
  const blocks: Block[] = [
    {
      kind: 'text',
      text: `Ownership, asked for ${first.asOf}: to ${ownership.length === 1 ? 'one party' : `${ownership.length} parties`} a path of shares leads from owners who are taken for listed ones by their names, or whom a list itself states. A similar name is not identity; statements can be wrong or of another day; control without shares is not looked at. This is arithmetic on what was stated, and no legal conclusion.`,
    },
    {
      kind: 'table',
      caption: `Parties that listed owners hold by half, by these shares, or may hold${more(ownership.length)}`,
      header: ['Party', 'Held together', '50 per cent or more (OFAC)', 'More than 50 per cent (EU, UK)'],
      rows: ownership
        .slice(0, ROWS_SHOWN)
        .map((path) => [
          path.party,
          shareInWords(path.percent),
          path.atLeastHalf === 'blocked' ? 'yes, by these shares' : undetermined(path),
          path.moreThanHalf === 'owned'
            ? 'yes, by these shares'
            : path.moreThanHalf === 'may be'
              ? undetermined(path)
              : 'not by these shares',
        ]),
    },
    {
      kind: 'table',
      caption: `The steps of these paths, from the top down, with their sources${more(steps.length)}`,
      header: ['To', 'Owner', 'Taken for', 'Holds of', 'Share', 'Who says so'],
      rows: steps
        .slice(0, ROWS_SHOWN)
        .map(([path, step]) => [
          path.party,
          step.owner,
          takenFor(path, step),
          step.asset,
          `${step.isStated ? '' : 'not stated: '}${shareInWords(step.percent)}`,
          statementsOf(step),
        ]),
    },
  ]
  return blocks
}

function more(rows: number): string {
  return rows > ROWS_SHOWN ? ` (the first ${ROWS_SHOWN} of ${rows})` : ''
}

function undetermined({ steps }: OwnershipPath): string {
  return `not determined: ${steps.some(({ isStated }) => !isStated) ? 'shares are not known' : 'what is stated allows both'}`
}

/** Why an owner is counted: the entry that it is taken for, the entry that a list itself names, or the owners above it. */
function takenFor({ taken, steps, asOf }: OwnershipPath, { owner }: OwnershipStep): string {
  const found = taken.filter(({ name }) => name === owner)
  if (found.length === 0)
    return steps.some(({ asset }) => asset === owner) ? 'nobody; counted for the owners above' : 'an entry of the list that says so'
  return found
    .map(({ entry, why }) => {
      if (!entry) return why
      const day = entry.listedOn === undefined ? `day of listing not stated, asked for ${asOf}` : `listed ${entry.listedOn}`
      return `${entry.name} (${entry.id}, version ${entry.listVersion}, ${day}): ${why}`
    })
    .join('; ')
}

function statementsOf({ statements }: OwnershipStep): string {
  const cut = statements.length >= LIMITS.ownershipStatements ? '; and others' : ''
  return `${statements.map(statementInWords).join('; ')}${cut}`
}
