import { describe, expect, it } from 'vitest';
import { slackLimits } from '../../src/slack/text/blocks.ts';
import { languages } from '../../src/words/languages.ts';
import { doctorPartSamples, doctorSamples, doubtSamples } from './doctor-samples.ts';
import { writeWords } from './write-words.ts';

describe.each(Object.values(languages))('the health of the ADRs, in $code', ({ code, doctor }) => {
  it('is worded', async () => {
    const { parts, doubts, ...others } = doctor;
    const written = [
      writeWords(others, doctorSamples),
      writeWords(parts, doctorPartSamples),
      writeWords(doubts, doubtSamples),
    ];
    await expect(written.join('\n')).toMatchFileSnapshot(`${code}/doctor.golden.txt`);
  });

  it('has a title that Slack shows in full', () => {
    expect(doctor.title.length).toBeLessThanOrEqual(slackLimits.viewTitle);
  });
});
