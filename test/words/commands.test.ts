import { expect, it } from 'vitest';
import { languages } from '../../src/words/languages.ts';
import {
  awaySamples,
  commandSamples,
  followSamples,
  handoverSamples,
  publishNowSamples,
  revisitSamples,
  stalledSamples,
  waitingSamples,
} from './commands-samples.ts';
import { writeWords } from './write-words.ts';

it.each(Object.values(languages))('what commands answer is worded in $code', async (language) => {
  const { code, commands, waiting, away, handover, follow, revisit, stalled, publishNow } = language;
  const written = [
    writeWords(commands, commandSamples),
    writeWords(waiting, waitingSamples),
    writeWords(away, awaySamples),
    writeWords(handover, handoverSamples),
    writeWords(follow, followSamples),
    writeWords(revisit, revisitSamples),
    writeWords(stalled, stalledSamples),
    writeWords(publishNow, publishNowSamples),
  ];
  await expect(written.join('\n')).toMatchFileSnapshot(`${code}/commands.golden.txt`);
});
