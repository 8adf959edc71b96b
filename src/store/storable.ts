/** A text that PostgreSQL takes: it has no NUL, and no halves of characters. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

/** Whether a number is an integer of PostgreSQL's. What isn't is in no row. */
export function isStorableInteger(number: number): boolean {
  return Number.isInteger(number) && Math.abs(number) <= 2_147_483_647;
}
