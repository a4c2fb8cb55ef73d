/**
 * Days before which a program cannot have saved anything, by a pattern on its stated name. Lower bounds only, and generous: a beta, a portal time or an
 * error of a year must not make a contradiction.
 * Sources: OpenToonz wiki on GitHub (first released in March 2016) and its documentation 1.5.0 (April 2021); Wikipedia, "Adobe Photoshop"
 * (CS6 on 2012-04-23, CC on 2013-06-17, 26.0 on 2024-10-14; 24.0 in October 2022 by its product page). A product that has a year in its
 * name is taken to be no older than the beginning of the year before.
 */
export const NOT_BEFORE: readonly (readonly [program: RegExp, day: string])[] = [
  [/^OpenToonz 1\.(?:[6-9]|\d\d)/i, '2021-01-01'],
  [/^OpenToonz/i, '2016-03-01'],
  [/Photoshop (?:2[6-9]|[3-9]\d)\.\d/i, '2024-05-01'],
  [/Photoshop 2[45]\.\d/i, '2022-06-01'],
  [/Photoshop (?:1[4-9]|2[0-3])\.\d/i, '2013-01-01'],
  [/Photoshop CC(?! 20)/i, '2013-01-01'],
  [/Photoshop CS6/i, '2012-01-01'],
]
