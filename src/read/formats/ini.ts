import type { TraceName } from '../../model/index.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'
import { headText, linesOf, readPlain } from '../text/plain.ts'

/** Sections of Windows' own small files: web shortcuts and folder settings. */
const SECTION =
  /^\ufeff?(?:\s|;[^\n]*\n)*\[(?:InternetShortcut|\.ShellClassInfo|LocalizedFileNames|DEFAULT|ViewState|DeleteOnCopy)(?:\.[AW])?\]/i
/** Keys that become traces. */
const KEYS: Readonly<Record<string, readonly [field: TraceName, meaning: string]>> = {
  url: ['link', 'Address that the shortcut leads to.'],
  baseurl: ['link', 'Address that the shortcut was made from.'],
  workingdirectory: ['path', 'Folder that the shortcut works in.'],
  iconfile: ['path', 'Where the icon lay.'],
  iconresource: ['path', 'Where the icon lay.'],
  logo: ['path', 'Where a picture of the folder lay.'],
  author: ['author', 'Name as entered; anybody can set it.'],
  owner: ['user', 'Account that the folder belongs to, as the system names the folders of other accounts.'],
  comment: ['comment', 'Remark as entered.'],
  infotip: ['comment', 'Remark as entered.'],
  title: ['title', 'Title as entered.'],
  localizedresourcename: ['title', 'Name that the system shows instead of the folder’s own.'],
}

/** Web shortcuts and folder settings of Windows: addresses, paths, names that the folder is shown under. */
export const ini: FormatReader = {
  name: 'ini',
  summary: 'Web shortcut (.url) and folder settings (desktop.ini): addresses, paths, names',
  extensions: ['.url', '.website'],
  source: 'Microsoft, Desktop.ini files; Internet shortcut file format',
  sniff: (head) => SECTION.test(headText(head)),
  read(bytes) {
    const draft = new Draft()
    let section = ''
    for (const [index, line] of linesOf(readPlain(bytes, draft), draft).entries()) {
      section = /^\s*\[([^\]]+)\]/.exec(line)?.[1] ?? section
      const [, key = '', value = ''] = /^\s*([^=;[]+?)\s*=\s*(.*)$/.exec(line) ?? []
      // Numbers of resources in system libraries are no names.
      if (value === '' || /^@.*,-?\d+$/.test(value)) continue
      const at = { kind: 'line', line: index + 1 } as const
      const known = KEYS[key.toLowerCase()]
      if (known) draft.traceOnce(known[0], value.replace(/,-?\d+$/, ''), known[1], at)
      const isName = /^LocalizedFileNames$/i.test(section)
      if (isName) draft.traceOnce('missingFile', key, 'A file that lay in the folder when the names were set.', at)
      // Values that people read; numbers and switches are not text.
      if (/[^\d\s,.-]/.test(value) && (isName || !known || known[0] === 'comment' || known[0] === 'title'))
        draft.passage(value, at, { role: isName ? 'name' : 'note', block: section, row: index })
    }
    return draft.done('ini')
  },
}
