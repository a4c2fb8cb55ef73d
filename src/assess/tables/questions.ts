import type { Question } from '../weigh.ts'

/**
 * Who did the work. Rivals and priors of the worked example: the sceptical prior starts from one in a hundred for the grave answer, the very
 * sceptical one from one in two hundred and fifty. They are starting points, not base rates that anybody measured.
 */
export const WHO_WORKED: Question = {
  id: 'who-worked',
  question: 'Who did the work?',
  hypotheses: [
    { id: 'H1', title: 'DPRK workers, directly or through others', kind: 'grave', clause: 'the work was done by DPRK workers, directly or through others' },
    { id: 'H2', title: 'An ordinary studio, wherever its server stands', kind: 'innocent', clause: 'an ordinary studio did the work' },
    { id: 'H3', title: 'Lawful Korean speakers (South Korea, Yanbian and elsewhere)', kind: 'innocent', clause: 'lawful Korean speakers did the work' },
    { id: 'H4', title: 'A store of stolen or leaked files', kind: 'innocent', clause: 'the place is a store of stolen or leaked files' },
    { id: 'H5', title: 'Planted to be found', kind: 'deception', clause: 'the files were planted to be found' },
  ],
  priors: {
    sceptical: { H1: 0.01, H2: 0.55, H3: 0.3, H4: 0.1, H5: 0.04 },
    flat: { H1: 0.2, H2: 0.2, H3: 0.2, H4: 0.2, H5: 0.2 },
    verySceptical: { H1: 0.004, H2: 0.55, H3: 0.31, H4: 0.1, H5: 0.036 },
  },
}

/**
 * Whether an undisclosed party stood in between. Priors are our own and as cautious as those above: most translation between two groups is by
 * somebody whom the parties know.
 */
export const RELAY: Question = {
  id: 'relay',
  question: 'Did an undisclosed party stand in between?',
  hypotheses: [
    { id: 'R1', title: 'An undisclosed party stood in between', kind: 'grave', clause: 'an undisclosed party stood in between' },
    { id: 'R2', title: 'A disclosed party or own translator', kind: 'innocent', clause: 'a disclosed party or an own translator relayed' },
    { id: 'R3', title: 'One bilingual team', kind: 'innocent', clause: 'one bilingual team worked' },
    { id: 'R4', title: 'Staged', kind: 'deception', clause: 'the exchange was staged' },
  ],
  priors: {
    sceptical: { R1: 0.05, R2: 0.55, R3: 0.35, R4: 0.05 },
    flat: { R1: 0.25, R2: 0.25, R3: 0.25, R4: 0.25 },
    verySceptical: { R1: 0.02, R2: 0.57, R3: 0.36, R4: 0.05 },
  },
}

/** Whether the parties above knew. Never weighed: it may only say that nothing was observed, with the coverage, or what was shown. */
export const KNOWLEDGE = { id: 'knowledge', question: 'Did the parties above know?' } as const
