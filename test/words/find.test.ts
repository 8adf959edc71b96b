import { describe, expect, it } from 'vitest';
import { slackLimits } from '../../src/slack/text/blocks.ts';
import { languages } from '../../src/words/languages.ts';
import {
  adrEventSamples,
  adrHistorySamples,
  adrPageSamples,
  eventSamples,
  findSamples,
  historySamples,
  listSamples,
  toolSamples,
} from './find-samples.ts';
import { writeWords } from './write-words.ts';

describe.each(Object.values(languages))(
  'what finds decisions, in $code',
  ({ code, list, find, tools, adrPage, history }) => {
    it('is worded', async () => {
      const { events, adr: aboutAdr, ...aboutHistory } = history;
      const { events: adrEvents, ...adrHistory } = aboutAdr;
      const written = [
        writeWords(list, listSamples),
        writeWords(find, findSamples),
        writeWords(tools, toolSamples),
        writeWords(adrPage, adrPageSamples),
        writeWords(aboutHistory, historySamples),
        writeWords(events, eventSamples),
        writeWords(adrHistory, adrHistorySamples),
        writeWords(adrEvents, adrEventSamples),
      ];
      await expect(written.join('\n')).toMatchFileSnapshot(`${code}/find.golden.txt`);
    });

    it('has titles that Slack shows in full', () => {
      const { adr, decision, notInGit, asDecided } = adrPage;
      for (const title of [list.title, find.title, tools.title, history.title, adr, decision, notInGit, asDecided]) {
        expect(title.length, title).toBeLessThanOrEqual(slackLimits.viewTitle);
      }
    });
  },
);
