/** What a table says of a key that somebody else wrote: `constructor` and `__proto__` are words like any other, and no table has them unless it says so. */
export function own<T>(table: { readonly [key: string]: T }, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
