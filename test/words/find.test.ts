import { describe, expect, it } from 'vitest';
import { slackLimits } from '../../src/slack/text/blocks.ts';
import { languages } from '../../src/words/languages.ts';
import { adrPageSamples, eventSamples, findSamples, historySamples, listSamples, toolSamples } from './find-samples.ts';
import { writeWords } from './write-words.ts';

describe.each(Object.values(languages))(
  'what finds decisions, in $code',
  ({ code, list, find, tools, adrPage, history }) => {
    it('is worded', async () => {
      const { events, ...aboutHistory } = history;
      const written = [
        writeWords(list, listSamples),
        writeWords(find, findSamples),
        writeWords(tools, toolSamples),
        writeWords(adrPage, adrPageSamples),
        writeWords(aboutHistory, historySamples),
        writeWords(events, eventSamples),
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
