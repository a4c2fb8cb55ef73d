export function declaration(code: string): string[]
export function sentences(code: string, least?: number): string[]
export function random(seed: number): () => number
export function shortPieces(code: string, count: number, seed?: number): string[]
export function fixture(name: string): string[][]
export function kanjiPieces(): string[]
