import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('./', import.meta.url);

/** The text of a fixture: an ADR in that dialect, written for these tests. */
export function readDialect(name: string): string {
  return readFileSync(new URL(`${name}.md`, folder), 'utf8');
}

/** The names of all fixtures. */
export const dialectNames: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -'.md'.length));
