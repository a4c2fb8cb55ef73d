/** A production that does not exist, with the code in its shot names and the company that holds its rights. */
export interface ProductionText {
  readonly title: string
  readonly code: string
  readonly company: string
  /** One sentence on what it is about. */
  readonly about: string
}

/** Invented productions: the first two for the month itself, the others for the twins. */
export const PRODUCTIONS: readonly ProductionText[] = [
  {
    title: 'Lantern Hollow',
    code: 'LNT',
    company: 'Halvorsen Lantern Pictures LLC',
    about: 'A girl who tends the lamps of a drowned village finds that one of them answers her.',
  },
  {
    title: 'Saltbrook Kids',
    code: 'SBK',
    company: 'Saltbrook Family Entertainment Inc.',
    about: 'Five children run the ferry of a small harbour while their grandmother pretends not to notice.',
  },
  { title: 'Paper Comets', code: 'PCM', company: 'Tallgrass & Pell Productions Ltd', about: 'A class folds a paper rocket and has to live with where it lands.' },
  { title: 'Moss Harbor', code: 'MSH', company: 'Grey Ferry Animation Inc.', about: 'A retired lighthouse takes in lodgers.' },
  { title: 'Tin Orchard', code: 'TNO', company: 'Quillon Bay Media GmbH', about: 'A tinsmith grows an orchard that has to be oiled.' },
  { title: 'Glass Prairie', code: 'GLP', company: 'Northwick Story Works LLC', about: 'Two surveyors map a plain that moves at night.' },
]

/** Lines of a rights notice; `{company}` and `{title}` stand for the names. */
export const RIGHTS_LINES: readonly string[] = [
  '{title}: production materials',
  'All drawings, models and scripts in this package are the property of {company}.',
  'They are handed over for the production of {title} only and may not be shown, copied or passed on without the written consent of {company}.',
  'The recipient returns or destroys all materials within thirty days of final delivery.',
  'Work may be given to further studios only after {company} has agreed in writing and has received their names and addresses.',
  'Questions about clearances go to the rights desk of {company}.',
  'Copyright {company}. All rights reserved.',
]

/** Rules of a show's guide; `{title}`, `{code}` and `{company}` stand for the names. */
export const PRODUCTION_LINES: readonly string[] = [
  '{title} - animation guide, second edition',
  'Picture size is 1920 by 1080 at 24 frames per second. Draw to the full field, including the bleed of 40 pixels.',
  'Shot names carry the code {code}, the season, the episode and the shot number, and end with a version of two digits.',
  'A new version never overwrites the one before it.',
  'Line weight is 2.5 pixels for the outer contour and 1.5 pixels for everything inside it.',
  'Characters are animated on twos. Camera moves and vehicles are on ones.',
  'Mouth charts A to G are on page 14. The closed mouth is held for at least two frames between sentences.',
  'Eyes blink in three drawings. Do not blink on the first or last six frames of a shot.',
  'Hands have four fingers and a thumb throughout; see the hand sheet for the grandmother.',
  'Shadows fall to the right in all daylight scenes of this episode.',
  'Water is drawn on a level of its own so that it can be reused.',
  'Scan at 300 dpi in greyscale. Registration marks must be visible in every scan.',
  'Colour is applied from the palette file only. Do not pick colours from a picture.',
  'Deliver drawings with alpha and films as H.264 for review, with the frame counter burnt in.',
  'Retakes are answered in the order of the list. Each answer names the shot and the new version.',
  'Questions that change the story go to {company} and are not answered by the floor.',
]

/** Lines of delivery notes in English; `{shot}` and `{n}` stand for a shot code and a number. */
export const DELIVERY_LINES: readonly string[] = [
  'Delivery note',
  'Enclosed: {n} drawings and the timing sheet of {shot}.',
  '{shot}: new version, retake of yesterday.',
  'The film of {shot} runs {n} frames.',
  'Two shots of this batch follow tomorrow.',
  'The palette is unchanged.',
  'Please confirm that the package opens.',
  'Total of this delivery: {n} files.',
  'Layers are named after the character sheet.',
  'No sound is attached.',
  'The background of {shot} is a placeholder.',
  'Packed and counted; the list is in the folder.',
]

/** Notes of a week on a show; `{company}` stands for the holder of the rights and occurs in each third of the lines, counted by position. */
export const STUDIO_LINES: readonly string[] = [
  'The title card comes from {company} and is not redrawn.',
  'Final colour is approved by {company} on Fridays.',
  'Music cues are sent by {company} after the lock of the picture.',
  'Cleanup stands at sixty percent.',
  'Backgrounds for the mill interior are approved.',
  'The model of the ferry was changed on page 9; please discard the older sheet.',
  'Retake list attached, eleven shots.',
  'The harbour crowd may be reused from episode 2.',
  'Please keep the lamp level separate from the hand level.',
  'Dialogue for the storm sequence is locked.',
  'The next review is on Thursday.',
  'Prop list, third edition: lantern, oil can, rope, ledger, wooden spoon.',
  'Grandmother walks with a slight limp in every scene after the storm.',
  'Storyboard pages 40 to 52 are replaced by the enclosed ones.',
  'Temporary music; do not time to it.',
  'The cat has no collar until episode 5.',
  'Field guide: 12 field, safe area as printed.',
  'Shots on hold are marked in grey.',
  'Colour models for the night market are on the third sheet.',
]

/** Browsers, programs and robots as access logs name them. */
export const USER_AGENTS: readonly string[] = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:121.0) Gecko/20100101 Firefox/121.0',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.2210.91',
  'Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.2 Safari/605.1.15',
  'Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.2 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 13; SM-A536B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36',
  'Wget/1.21.4',
  'curl/8.4.0',
  'python-requests/2.31.0',
  '-',
]
