import type { Draft } from '../draft.ts'

/**
 * Names that drawing programs give by themselves, by language of their user interface: layers, groups, scenes and symbols with a number. Words that several
 * languages share (元件, 背景), and bare words that anybody may type, are left out. From the programs' own language files and the files that people share.
 */
const NAMES: readonly (readonly [language: string, pattern: RegExp])[] = [
  ['zh-CN', /^(?:图层|组|形状|场景|位图|补间|文件夹|椭圆|曲线|色相\/饱和度)[ _]?\d+$/],
  ['zh-TW', /^(?:圖層|群組|形狀|場景|點陣圖|橢圓)[ _]?\d+$/],
  ['ko', /^(?:레이어|그룹|모양|장면|심볼|비트맵|폴더|사각형|타원)[ _]?\d+$/],
  ['ja', /^(?:レイヤー|グループ|シェイプ|シーン|シンボル|ビットマップ|フォルダー|長方形|楕円形)[ _]?\d+$/],
  ['ru', /^(?:Слой|Группа|Фигура|Сцена|Прямоугольник|Эллипс)[ _]?\d+$/],
  ['fr', /^(?:Calque|Groupe)[ _]?\d+$/],
  ['de', /^(?:Ebene|Gruppe)[ _]?\d+$/],
  ['es', /^(?:Capa|Escena)[ _]?\d+$/],
  ['it', /^(?:Livello|Gruppo)[ _]?\d+$/],
  ['pt', /^Camada[ _]?\d+$/],
  ['pl', /^Warstwa[ _]?\d+$/],
  ['vi', /^(?:Lớp|Nhóm)[ _]?\d+$/],
]

/** Notes the languages in which a program gave names by itself, each once with the first name that shows it. */
export class DefaultNames {
  readonly #found = new Map<string, string>()

  /** Looks at one name. */
  add(name: string): void {
    for (const [language, pattern] of NAMES) if (pattern.test(name) && !this.#found.has(language)) this.#found.set(language, name)
  }

  /** Adds one trace per language. */
  trace(draft: Draft): void {
    for (const [language, example] of this.#found)
      draft.traceOnce(
        'defaultName',
        `${language}: ${example}`,
        'A name that the program gives by itself, in the language of its user interface; the document may have been begun by somebody else.',
      )
  }
}
