/** A rule of robots.txt. */
interface Rule {
  readonly allow: boolean
  readonly pattern: string
}

/** What robots.txt asks of this program (RFC 9309). */
export interface Robots {
  /** Whether a path (with its query) may be asked for. */
  readonly allows: (path: string) => boolean
  /** Rules that apply. */
  readonly rules: number
}

/** Everything is allowed. */
export const NO_ROBOTS: Robots = { allows: () => true, rules: 0 }
/** Nothing is: what RFC 9309 2.3.1.4 asks for while robots.txt cannot be had because of a fault of the server. */
export const ALL_DISALLOWED: Robots = { allows: () => false, rules: 1 }

/** Reads robots.txt for the product token `agent`: its own groups, else those for `*`. The longest matching rule wins; on a tie, allow. */
export function parseRobots(text: string, agent: string): Robots {
  const own: Rule[] = []
  const others: Rule[] = []
  let hasOwn = false
  let agents: string[] = []
  let isNaming = false
  for (const line of text.split(/\r\n?|\n/)) {
    const [, key = '', value = ''] = /^\s*([A-Za-z-]+)\s*:\s*([^#]*)/.exec(line) ?? []
    const name = key.toLowerCase()
    if (name === 'user-agent') {
      agents = isNaming ? [...agents, value.trim().toLowerCase()] : [value.trim().toLowerCase()]
      isNaming = true
      if (agents.at(-1) === agent) hasOwn = true
    } else if (name === 'allow' || name === 'disallow') {
      isNaming = false
      const rule = { allow: name === 'allow', pattern: value.trim() }
      if (rule.pattern === '') continue
      if (agents.includes(agent)) own.push(rule)
      else if (agents.includes('*')) others.push(rule)
    }
  }
  const rules = hasOwn ? own : others
  return { rules: rules.length, allows: (path) => isAllowed(rules, path) }
}

function isAllowed(rules: readonly Rule[], path: string): boolean {
  let best: Rule | undefined
  for (const rule of rules) {
    if (!fits(rule.pattern, path)) continue
    if (!best || rule.pattern.length > best.pattern.length || (rule.pattern.length === best.pattern.length && rule.allow)) best = rule
  }
  return best?.allow ?? true
}

/** Whether a pattern with `*` and a closing `$` fits the start of a path. Linear: pieces are found one after the other, no expression is built. */
function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$')
  const [first = '', ...pieces] = (isWhole ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(first)) return false
  let at = first.length
  const last = isWhole && pieces.length > 0 ? pieces.pop() : undefined
  for (const piece of pieces) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  if (last !== undefined) return path.length - last.length >= at && path.endsWith(last)
  return !isWhole || at === path.length
}
