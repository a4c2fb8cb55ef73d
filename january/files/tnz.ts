import { utf8, xml } from './bytes.ts'
import { localClock, type ZoneMinutes } from './time.ts'

/** One OpenToonz scene. Machine and user are what the program writes into its history. */
export interface ToonzScene {
  readonly frames: number
  readonly levels: readonly { readonly name: string; readonly path: string }[]
  readonly program: string
  readonly saves: readonly { readonly at: number; readonly zone: ZoneMinutes; readonly machine: string; readonly user: string }[]
}

/** An OpenToonz scene (XML): camera, one output, levels, one column per level, and the history table with machine and user. */
export function tnz(scene: ToonzScene): Uint8Array {
  const levels = scene.levels.map(
    ({ name, path }, index) =>
      `    <level id='${index + 1}'>\n      <name>\n        "${xml(name)}" \n      </name>\n      <info dpiType='image dpi' subsampling='1'/>\n      <path>\n        "${xml(path)}" \n      </path>\n    </level>\n`,
  )
  const columns = scene.levels.map(
    (_, index) =>
      `      <levelColumn id='${scene.levels.length + index + 1}'>\n        <status>\n          0 \n        </status>\n        <cells>\n          <cell>\n            0 ${scene.frames} <level id='${index + 1}'/>\n            1 0 \n          </cell>\n        </cells>\n      </levelColumn>\n`,
  )
  return utf8(
    `<tnz framecount='${scene.frames}' version='71.1'>
  <generator>
    "${xml(scene.program)}" 
  </generator>
  <properties>
    <cameras>
      <camera>
        <cameraSize>
          16 9 
        </cameraSize>
        <cameraRes>
          1920 1080 
        </cameraRes>
      </camera>
    </cameras>
    <outputs>
      <output name='main'>
        <range>
          0 -1 
        </range>
        <fps>
          24 
        </fps>
        <path>
          "+outputs\\\\.png" 
        </path>
      </output>
    </outputs>
  </properties>
  <levelSet>
${levels.join('')}  </levelSet>
  <xsheet>
    <columns>
${columns.join('')}    </columns>
  </xsheet>
  <history>
    "| #    DATE:       Time:   MACHINE:    USER:           |" 
${scene.saves.map(historyRow).join('')}  </history>
</tnz>
`,
  )
}

function historyRow(save: ToonzScene['saves'][number], index: number): string {
  const clock = localClock(save.at, save.zone)
  const date = `${clock.getUTCDate()} ${clock.getUTCMonth() + 1} ${String(clock.getUTCFullYear()).slice(2)}`
  const time = `${String(clock.getUTCHours()).padStart(2, '0')}:${String(clock.getUTCMinutes()).padStart(2, '0')}`
  return `    "| #${String(index + 1).padEnd(4)}${date.padEnd(12)}${time.padEnd(8)}${xml(save.machine.padEnd(12))}${xml(save.user.padEnd(16))}|" \n`
}
