import { expect, it } from 'vitest';
import type { ConfirmationWords, ToldAwaited } from '../../src/words/confirmation-words.ts';
import { languages } from '../../src/words/languages.ts';
import { type Samples, writeWords } from './write-words.ts';

const verdict = 'Blocked until a second person confirms it.';

const awaited: ToldAwaited = {
  ...{ by: 'Bo', chosen: 'Drop it', against: 'against the vote (Keep 3, Drop it 1)', reason: 'It costs too much.' },
  ...{ overriders: ['proposer', 'deciders', 'admins'], isVotingOpen: false },
};

const samples: Samples<ConfirmationWords> = {
  awaits: [
    [awaited],
    [{ ...awaited, isVotingOpen: true, reason: 'It costs\ntoo much.', overriders: ['proposer', 'admins'] }],
    [{ ...awaited, chosen: undefined, against: '', reason: '' }],
  ],
  awaitsInShort: [[awaited], [{ ...awaited, chosen: undefined, against: '' }]],
  waitedBefore: [['Bo']],
  declined: [[{ by: 'Chi', recordedBy: 'Bo', isOwn: false }], [{ by: 'Bo', recordedBy: 'Bo', isOwn: true }]],
  overtaken: [['Bo']],
  secondNeeded: [
    [{ proposerId: 'UANA', verdict, overriders: ['proposer', 'deciders', 'admins'] }],
    [{ proposerId: undefined, verdict, overriders: ['deciders', 'admins'] }],
    [{ proposerId: undefined, verdict, overriders: [] }],
  ],
};

it.each(Object.entries(languages))('what a second person is asked is worded in %s', async (code, { confirmation }) => {
  await expect(writeWords(confirmation, samples)).toMatchFileSnapshot(`${code}/confirmation.golden.txt`);
});

it.each(Object.entries(languages))(
  'the question before somebody confirms fits into a dialog in %s',
  (_, { confirmation }) => {
    const { title, text, cancel } = confirmation.areYouSure;
    expect(title.length).toBeLessThanOrEqual(100);
    expect(text.length).toBeLessThanOrEqual(300);
    expect(cancel.length).toBeLessThanOrEqual(30);
    expect(confirmation.confirm.length).toBeLessThanOrEqual(30);
  },
);
