import type { LookAlikes } from '../../identify/index.ts'
import type { CaseConfig, Exhibit, Trace, Warning } from '../../model/index.ts'
import type { PictureShown } from '../../parts/index.ts'
import type { Profile } from '../document.ts'

/** What a page of pictures is composed from. */
export interface GalleryInput {
  readonly caseId: string
  readonly config: CaseConfig
  readonly profile: Profile
  readonly tool: string
  readonly head: { readonly count: number; readonly hash: string }
  readonly exhibits: readonly Exhibit[]
  readonly traces: readonly Trace[]
  readonly warnings: readonly (Warning & { readonly path: string })[]
  /** Pictures that look alike, and whether a bound ended the search for them. */
  readonly alike: readonly LookAlikes[]
  readonly isCut: boolean
  /** Pictures of equal bytes in more than one document. */
  readonly copies: readonly (readonly Exhibit[])[]
  /** Only pictures of which a path holds this. */
  readonly word?: string | undefined
  /** Which of the pages, from 1. */
  readonly part: number
}

/** A picture or frame that goes on the page; its small picture is added when it was made. */
export interface GalleryCard {
  readonly sha256: string
  readonly frameMs?: number
  readonly shown: Omit<PictureShown, 'image' | 'why'>
}

/** Pictures that stand together, and how many more of them there are. */
export interface GalleryGroup {
  readonly title: string
  readonly cards: readonly GalleryCard[]
  readonly more: number
}

/** A page of pictures as data. The same input gives the same page. */
export interface Gallery {
  readonly caseId: string
  readonly title: string
  readonly profile: Profile
  readonly tool: string
  /** `name: value` of the cover. */
  readonly cover: readonly (readonly [name: string, value: string])[]
  readonly caution: string
  /** Pictures that are linked: the same, or alike. */
  readonly groups: readonly GalleryGroup[]
  /** All others, by folder. */
  readonly folders: readonly GalleryGroup[]
  /** What could not be looked at, as `what`, `why`. */
  readonly unseen: readonly (readonly [what: string, why: string])[]
  readonly unseenMore: number
  /** Pictures and frames on this page, of how many, and how many pages there are. */
  readonly from: number
  readonly to: number
  readonly of: number
  readonly part: number
  readonly parts: number
}
