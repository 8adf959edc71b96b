import { adrLanguages } from '@gavel/adr/language/adr-language.ts';
import { adrWords } from '@gavel/adr/language/words.ts';
import { madrStyle } from '@gavel/adr/style/madr-style.ts';
import { describe, expect, it } from 'vitest';
import { isLanguageCode } from '../../src/decision/language-code.ts';
import { presets } from '../../src/decision/rule/preset.ts';
import { writeCommitMessage } from '../../src/record/commit-message.ts';
import type { AdrRecord } from '../../src/record/record.ts';
import { writeReview } from '../../src/record/review-text.ts';
import { writeRecord } from '../../src/record/write-record.ts';
import { wonBy } from '../decision/sample.ts';

/** Everything that a decision can say; people typed figures only. */
const full: Omit<AdrRecord, 'language'> = {
  title: '1001',
  question: '1002',
  status: 'accepted',
  date: '2026-11-27',
  decisionMakers: ['2001', null],
  consulted: ['2003'],
  informed: [],
  context: '1003',
  drivers: ['1004'],
  options: [
    { title: '1005', description: '1006', arguments: [{ kind: 'pro', text: '1007', by: '2001' }] },
    { title: '1008', description: '', arguments: [{ kind: 'con', text: '1009', by: null }] },
    { title: '1010', description: '', arguments: [], withdrawn: { by: '2002', votes: 2 } },
  ],
  sections: [],
  draft: undefined,
  outcome: {
    chosen: '1005',
    reason: { by: 'person', text: '1011' },
    decided: {
      by: '2001',
      confirmedBy: '2002',
      departures: [
        { kind: 'before the deadline' },
        { kind: 'objections standing', objections: [{ author: '2003', isHold: true, reason: '1012' }], more: 2 },
        {
          kind: 'objections overridden',
          objections: [{ author: null, isHold: false, reason: '1013', by: '2001', because: '1014' }],
          more: 1,
        },
      ],
    },
    keptAdr: '0003',
  },
  consequences: [
    { kind: 'good', text: '1015' },
    { kind: 'bad', text: '1016' },
    { kind: 'neutral', text: '1017' },
  ],
  votes: {
    rule: presets.unanimous.rule,
    closed: '2026-11-27 17:00',
    shortened: [{ by: '2001', from: '2026-11-28', to: '2026-11-27', reason: '1018' }],
    tally: [
      { option: '1005', votes: 2, by: ['2001', null] },
      { option: '1008', votes: 0, by: [] },
    ],
    unit: 'vote',
    notVoted: ['2003'],
    abstained: ['2004'],
    notCounted: ['2005'],
    undated: [{ by: '2006', option: '1005', isCast: false }],
    moreUndated: 3,
    verdict: { ...wonBy('1005', 2, { deciders: 5, voted: 3, base: 2 }), abstained: 1, quorum: 3 },
    verdictWithUndated: wonBy('1005', 2),
    isDecidedByRule: true,
    takenBack: 2,
    advisory: [{ option: '1008', by: ['2007'] }],
  },
  objections: [
    { by: '2008', kind: 'objection', reason: '1019', until: undefined, isAdvice: true, resolution: undefined },
    {
      by: '2009',
      kind: 'hold',
      reason: '1020',
      until: '2026-11-28',
      isAdvice: false,
      resolution: { kind: 'overridden', by: '2001', reason: '1021' },
    },
  ],
  moreObjections: 4,
  discussionUrl: 'https://9.9/9',
};

const longestSubject = 72;

describe.each(adrLanguages.filter((language) => !isLanguageCode(language)))('a record in %s', (language) => {
  const record: AdrRecord = { ...full, language };
  const bond = { kind: 'supersedes', fileName: '0003-9.md' } as const;
  const { subject, body } = writeCommitMessage(record, 12, { bond, tellsVotes: true });
  const reviews = (['github', 'gitlab', undefined] as const).flatMap((forge) =>
    (['accepted', 'rejected', 'proposed'] as const).map((status) =>
      writeReview(
        { ...record, status },
        {
          number: 12,
          fileName: '0012-9.md',
          fileUrl: undefined,
          forge,
          why: { code: 'reviews only', branch: '9', approvals: 2 },
          bond,
          longestBody: 65_536,
        },
      ),
    ),
  );
  const adr = writeRecord(record, { ...madrStyle, sections: [], labelLanguage: language, language }, 12).text;
  const told = [subject, ...body, ...reviews.flatMap((review) => Object.values(review)), adr].join('\n');

  it('has no words of English or German', () => {
    const words = told.toLowerCase().match(/\p{L}+/gu) ?? [];
    const wordsOf = (code: keyof typeof adrWords) => adrWords[code].commonWords.split(' ');
    const native = new Set(wordsOf(language));
    const foreign = new Set([...wordsOf('en'), ...wordsOf('de')].filter((word) => !native.has(word)));
    expect(words.filter((word) => foreign.has(word))).toEqual([]);
  });

  it('has a subject that git shows whole', () => {
    const around = subject.replace(record.title, '');
    expect(around.length).toBeLessThanOrEqual(longestSubject / 2);
  });

  it('has no gap in a sentence', () => {
    expect(
      told
        .split('\n')
        .filter((line) => /undefined|#(?!#)|[^\s] {2}[^\s]|\.\.|。。|：\s|；\s/u.test(line) && !/^#{1,6} /.test(line)),
    ).toEqual([]);
  });
});
