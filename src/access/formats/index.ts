import type { LogFormat } from '../log-format.ts'
import { combined } from './combined.ts'
import { common } from './common.ts'
import { vhostCombined } from './vhost-combined.ts'

/** Every format; of two that fit as many lines the earlier is taken, so the narrower stand first. */
export const LOG_FORMATS: readonly LogFormat[] = [common, vhostCombined, combined]
