import { outlines } from '../files/glyphs.ts'
import { diceOf } from '../seed.ts'

const WIDTH = 480
const HEIGHT = 270

const sheet = (content: string, paper = '#fff'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="${WIDTH}" height="${HEIGHT}" fill="${paper}"/>${content}</svg>`

const stroke = (d: string, width = 2, color = '#222'): string =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`

/** One drawing of a shot: a figure whose pose comes from the shot's code and moves with the frame, peg holes, and the shot's code on top. */
export function frameDrawing(shot: string, frame: number): string {
  return sheet(pegs() + figure(shot, frame) + outlines(`${shot} ${String(frame).padStart(4, '0')}`, { x: 12, y: 22, size: 13 }))
}

/** A drawing with a Chinese note and its Korean translation written into the picture, and an arrow to what they speak of. */
export function notedDrawing(shot: string, zh: string, ko: string): string {
  const dice = diceOf(`note ${shot}`)
  const size = Math.min(20, 440 / Math.max(zh.length, ko.length * 0.9))
  const notes = outlines(zh, { x: 18, y: 52, size, color: '#c01818' }) + outlines(ko, { x: 18, y: 80, size, color: '#1848c0' })
  const arrow = stroke(`M ${120 + dice.below(80)} 90 L 238 ${120 + dice.below(40)} l -12 -2 m 12 2 l -4 -12`, 2, '#c01818')
  return sheet(pegs() + figure(shot, 1) + notes + arrow + outlines(shot, { x: 12, y: 22, size: 13 }))
}

/** A horse in side view, standing or with a leg raised; belongs to no production. */
export function horse(name: string): string {
  const dice = diceOf(`horse ${name}`)
  const lean = dice.between(-14, 14)
  const coat = dice.pick(['#8a5a32', '#5a3a22', '#b08a5a', '#7a7470', '#a0653a'])
  const sky = dice.pick(['#dfe9f2', '#efe6d4', '#d8e6d2'])
  const legs = [170, 200, 290, 320].map(
    (x, index) => `<rect x="${x}" y="170" width="12" height="${66 - (index === dice.below(4) ? 18 : 0)}" fill="${coat}"/>`,
  )
  const body = `<ellipse cx="246" cy="148" rx="92" ry="40" fill="${coat}"/><path d="M 318 132 L ${366 + lean} 60 L ${396 + lean} 66 L 350 150 Z" fill="${coat}"/><ellipse cx="${392 + lean}" cy="74" rx="32" ry="15" fill="${coat}" transform="rotate(24 ${392 + lean} 74)"/>`
  const hair =
    stroke(`M ${364 + lean} 58 C 340 90 336 110 320 124`, 7, '#2a1c12') +
    stroke(`M 156 138 C 130 150 128 190 ${118 + lean} 206`, 7, '#2a1c12')
  const ground = `<rect y="232" width="${WIDTH}" height="38" fill="#8aa06a"/>`
  return sheet(`${ground}${legs.join('')}${body}${hair}<circle cx="${396 + lean}" cy="70" r="2.5" fill="#000"/>`, sky)
}

/** Lines and boxes of a background, for a layered picture. */
export function backgroundDrawing(name: string): string {
  const dice = diceOf(`background ${name}`)
  const roofs = Array.from({ length: 6 }, (_, index) => {
    const x = 20 + index * 74
    const y = dice.between(90, 150)
    return stroke(`M ${x} 230 L ${x} ${y} L ${x + 30} ${y - 24} L ${x + 60} ${y} L ${x + 60} 230`, 1.5)
  })
  return sheet(pegs() + roofs.join('') + stroke('M 0 230 L 480 230') + outlines(name, { x: 12, y: 22, size: 13 }))
}

function pegs(): string {
  const hole = (x: number) => `<rect x="${x}" y="254" width="22" height="7" rx="3" fill="none" stroke="#777"/>`
  return `${hole(150)}<circle cx="240" cy="257" r="4" fill="none" stroke="#777"/>${hole(308)}`
}

function figure(shot: string, frame: number): string {
  const dice = diceOf(`figure ${shot}`)
  const x = 190 + dice.below(100) + frame * dice.between(1, 4)
  const y = 92 + dice.below(14)
  const head = dice.between(26, 36)
  const swing = frame * dice.between(3, 7) + dice.below(20)
  const hair = stroke(
    `M ${x - head} ${y} C ${x - head} ${y - head * 1.6} ${x + head} ${y - head * 1.6} ${x + head} ${y} l -8 -6 l -8 8 l -9 -9 l -10 9 l -9 -8`,
  )
  const face = `<circle cx="${x}" cy="${y}" r="${head}" fill="#fff" stroke="#222" stroke-width="2"/><circle cx="${x - 10}" cy="${y + 2}" r="3"/><circle cx="${x + 10}" cy="${y + 2}" r="3"/>`
  const mouth = stroke(`M ${x - 7} ${y + 15} q 7 ${(frame % 3) * 4} 14 0`)
  const hip = y + head + 74
  const trunk = stroke(`M ${x - 12} ${y + head} L ${x - 18} ${hip} L ${x + 18} ${hip} L ${x + 12} ${y + head}`)
  const arms = stroke(
    `M ${x - 13} ${y + head + 8} L ${x - 44} ${y + head + 20 + swing} M ${x + 13} ${y + head + 8} L ${x + 46} ${y + head + 44 - swing}`,
  )
  const legs = stroke(`M ${x - 10} ${hip} L ${x - 16 - swing / 3} 248 M ${x + 10} ${hip} L ${x + 18 + swing / 3} 248`)
  return hair + face + mouth + trunk + arms + legs
}
