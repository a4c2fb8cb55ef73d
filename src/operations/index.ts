import { access } from './access.ts'
import { add } from './add.ts'
import { analyze } from './analyze.ts'
import { assess } from './assess.ts'
import { bundle } from './bundle.ts'
import { check } from './check.ts'
import { collect } from './collect.ts'
import { compare } from './compare.ts'
import { days } from './days.ts'
import { demo } from './demo.ts'
import { doctor } from './doctor.ts'
import { init } from './init.ts'
import { language } from './language.ts'
import { lists } from './lists.ts'
import { names } from './names.ts'
import type { Operation } from './operation.ts'
import { owners } from './owners.ts'
import { pictures } from './pictures.ts'
import { read } from './read.ts'
import { rebuild } from './rebuild.ts'
import { remove, withhold } from './remove.ts'
import { report } from './report.ts'
import { review } from './review.ts'
import { rules } from './rules.ts'
import { scan } from './scan.ts'
import { screen } from './screen.ts'
import { search } from './search.ts'
import { serve } from './serve.ts'
import { status } from './status.ts'
import { tag } from './tag.ts'
import { timestamp } from './timestamp.ts'
import { turnaround } from './turnaround.ts'
import { verify } from './verify.ts'
import { chain, files, findings, pairs } from './views.ts'
import { warc } from './warc.ts'
import { watch } from './watch.ts'

export type { Operation, OperationContext, OperationHelp, OperationInput, OperationResult } from './operation.ts'
export {
  type ScreeningService,
  type Serve,
  type ServeOptions,
  type ServiceQuestion,
  type ServiceWish,
  type Serving,
  screeningService,
} from './screening-service.ts'

/** Everything a user can ask, in the order of help. */
export const OPERATIONS: readonly Operation[] = [
  demo, scan, check, init, status, collect, watch, compare, add, analyze, days, turnaround, files, pictures, pairs, names, findings, chain, assess, search, tag, review, report, timestamp, bundle, warc, remove, withhold, verify,
  rebuild, read, language, screen, serve, owners, access, rules, lists, doctor,
] // biome-ignore format: a list read as lines
