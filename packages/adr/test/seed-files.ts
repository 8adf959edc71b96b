import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder with ADRs of other teams, if there is one: named by ADR_SEEDS, or next to the checkout. */
export const seedFolder = process.env.ADR_SEEDS ?? join(import.meta.dirname, '../../../../shared/seeds');

/** Their names and texts. */
export const seedFiles: readonly (readonly [name: string, text: string])[] = existsSync(seedFolder)
  ? readdirSync(seedFolder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => [name, readFileSync(join(seedFolder, name), 'utf8')])
  : [];
