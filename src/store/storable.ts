/** A text that PostgreSQL accepts: without NUL and halves of characters. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

/** Whether a number fits into PostgreSQL's integers. If not, no row has it. */
export function isStorableInteger(number: number): boolean {
  return Number.isInteger(number) && Math.abs(number) <= 2_147_483_647;
}
