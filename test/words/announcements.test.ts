import { expect, it } from 'vitest';
import { languages } from '../../src/words/languages.ts';
import { announcementSamples, objectionSamples, repositorySamples } from './announcement-samples.ts';
import { writeWords } from './write-words.ts';

it.each(Object.entries(languages))('what Gavel says by itself is worded in %s', async (code, language) => {
  const written = [
    writeWords(language.announcements, announcementSamples),
    writeWords(language.objections, objectionSamples),
    writeWords(language.repository, repositorySamples),
  ];
  await expect(written.join('\n')).toMatchFileSnapshot(`${code}/announcements.golden.txt`);
});
