import { adrLanguages } from '@gavel/adr/language/adr-language.ts';
import { readAdrEntry, readerVersion } from '@gavel/adr/read/adr-entry.ts';
import { describe, expect, it } from 'vitest';
import { dialectNames, readDialect } from '../dialects/read-dialect.ts';
import { houses, madr, nygard } from '../language/houses.ts';

const files: readonly (readonly [name: string, text: string])[] = [
  ...dialectNames.map((name) => [`0001-${name}.md`, readDialect(name)] as const),
  ...adrLanguages.flatMap((language) =>
    [nygard, madr].map((write) => [`0001-${language}-${write.name}.md`, write(houses[language], 1)] as const),
  ),
];

describe('the entries of an index', () => {
  it('are read as this version of reading reads them: if they change, raise it, and archives are read once more', async () => {
    const entries = files.map(([name, text]) => `${name}: ${JSON.stringify(readAdrEntry(text, name))}`);
    await expect(`version ${readerVersion}\n${entries.join('\n')}\n`).toMatchFileSnapshot('entries.golden.txt');
  });
});
