import { amendAdr } from '@gavel/adr/amend/amend.ts';
import type { AdrContent } from '@gavel/adr/content/content.ts';
import { type AdrLanguage, adrLanguages } from '@gavel/adr/language/adr-language.ts';
import { adrWords } from '@gavel/adr/language/words.ts';
import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { isCarriedOut, meaningOfStatus } from '@gavel/adr/read/metadata/status.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { guessLanguage } from '@gavel/adr/text/guess-language.ts';
import { writeAdr } from '@gavel/adr/write/write-adr.ts';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../facts.ts';
import { houses, madr, nygard } from './houses.ts';

/** A decision without words of any language. */
const decision: AdrContent = {
  number: 5,
  title: 'Kafka 3',
  status: { word: 'proposed', remainder: '' },
  date: '2026-11-09',
  roles: { deciders: ['Ana', 'Bo'] },
  extra: [],
  frontMatter: undefined,
  metadata: undefined,
  drivers: ['1 GB'],
  options: [
    {
      title: 'Kafka',
      notes: [],
      otherTitle: undefined,
      description: '',
      points: [
        { kind: 'pro', text: 'A1' },
        { kind: 'con', text: 'B2' },
        { kind: 'neutral', text: 'C3' },
      ],
      isChosen: true,
    },
    {
      title: 'NATS',
      notes: [],
      otherTitle: undefined,
      description: '',
      points: [{ kind: 'con', text: 'D4' }],
      isChosen: false,
    },
  ],
  outcome: { chosen: 'Kafka', reason: 'E5.', text: '' },
  consequences: [
    { kind: 'pro', text: 'F6' },
    { kind: 'con', text: 'G7' },
  ],
  bodies: { context: '42', references: '43', 'more-information': '44' },
  sections: [],
  preface: '',
  introduction: '',
  closing: '',
};

const to = { number: 5, title: 'Kafka 3', file: '0005-kafka-3.md' };

describe.each(adrLanguages.map((language) => [language] as const))('a house in %s', (language) => {
  const words = houses[language];
  const inNygard = [1, 2, 3].map((number) => ({
    name: `000${number}-redis-${number}.md`,
    text: nygard(words, number),
  }));
  const inMadr = [1, 2, 3].map((number) => ({ name: `000${number}-redis-${number}.md`, text: madr(words, number) }));
  const days = ['2024-03-07', '2024-12-27'];

  it('has words for what was carried out that all mean that it was accepted', () => {
    const carriedOut = adrWords[language].carriedOut.split(/ \| |\//);
    expect(carriedOut.filter((word) => meaningOfStatus(word) !== 'accepted' || !isCarriedOut(word))).toEqual([]);
    expect(isCarriedOut(adrWords[language].statuses.accepted.split(/ \| |\//)[0] ?? '')).toBe(false);
  });

  it('has templates that say of a section that nobody has to fill it in', () => {
    for (const remark of adrWords[language].optional.split(' | ')) {
      const text = `# ADR\n\n## ${words.context}\n\n## ${words.decision} (${remark})\n\n## X（${remark}）\n`;
      const { sections } = learnStyle([{ name: 'template.md', text }]);
      expect(sections.map(({ heading }) => heading)).toEqual([words.context, words.decision, 'X']);
    }
  });

  it('has ADRs that are read', () => {
    for (const [index, { text, name }] of inNygard.entries()) {
      const document = readAdr(text, name);
      expect(document.sections.map(({ part }) => part)).toEqual(['status', 'context', 'outcome', 'consequences']);
      expect(factsOf(document)).toMatchObject({
        number: index + 1,
        statuses: ['accepted'],
        date: days[(index + 1) % 2],
      });
      expect(document.warnings).toEqual([]);
    }
    const read = factsOf(readAdr(inMadr[0]?.text ?? ''));
    expect({ ...read, reason: read.reason?.slice(0, 3) }).toMatchObject({
      statuses: ['accepted'],
      date: '2024-12-27',
      deciders: ['Ana', 'Bo'],
      options: [
        { name: 'Redis', isChosen: true, points: ['pro RAM', 'con RAM'] },
        { name: 'MySQL', isChosen: false, points: ['neutral RAM'] },
      ],
      chosen: 'Redis',
      reason: 'RAM',
    });
  });

  it('shows its language', () => {
    expect(guessLanguage(inNygard.map(({ text }) => text).join('\n'))).toBe(language);
    expect(learnStyle(inNygard)).toMatchObject({ language, labelLanguage: language });
    const short = nygard({ ...words, prose: ['Redis.', 'RAM.'] }, 1);
    // English headings are in texts of any language.
    const shown = language === 'en' ? undefined : language;
    expect(learnStyle([{ name: '0001-redis.md', text: short }])).toMatchObject({
      language: shown,
      labelLanguage: language,
    });
  });

  it.each([
    ['Nygard', inNygard],
    ['MADR', inMadr],
  ])('gets ADRs in its own words, as in %s', async (name, files) => {
    const written = writeAdr(decision, learnStyle(files));
    await expect(written).toMatchFileSnapshot(`words-${name.toLowerCase()}-${language}.golden.md`);
    const foreign = wordsOfOthers(language).filter((word) =>
      new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(written),
    );
    expect(foreign).toEqual([]);
  });

  it.each([
    ['Nygard', inNygard],
    ['MADR', inMadr],
  ])('gets ADRs that say the same when they are read again, as in %s', (name, files) => {
    const written = readAdr(writeAdr(decision, learnStyle(files)));
    expect(factsOf(written)).toEqual({
      number: name === 'MADR' ? undefined : 5,
      title: 'Kafka 3',
      statuses: ['proposed'],
      date: '2026-11-09',
      deciders: name === 'MADR' ? ['Ana', 'Bo'] : undefined,
      options: [
        { name: 'Kafka', isChosen: true, points: ['pro A1', 'con B2', 'neutral C3'] },
        { name: 'NATS', isChosen: false, points: ['con D4'] },
      ],
      chosen: name === 'MADR' ? 'Kafka' : undefined,
      reason: name === 'MADR' ? 'E5.' : undefined,
      consequences: ['pro F6', 'con G7'],
    });
  });

  it.each(['superseded by', 'supersedes', 'amended by', 'amends'] as const)('has ADRs that are %s others', (link) => {
    for (const { name, text } of [...inNygard, ...inMadr]) {
      const amended = amendAdr(text, { link, to, date: '2026-11-09' }, learnStyle(inNygard));
      const { links, status } = readAdrEntry(amended, name);
      expect({ amended, links }).toEqual({ amended, links: [{ kind: link, file: to.file }] });
      expect(status).toBe(link === 'superseded by' ? 'superseded' : 'accepted');
    }
  });

  it('gets every status in its language, and in the form of the one that it has', () => {
    const { statusWords } = learnStyle(inNygard);
    expect(Object.entries(statusWords).map(([status, word]) => [status, meaningOfStatus(word)])).toEqual(
      Object.keys(statusWords).map((status) => [status, status]),
    );
  });
});

it.each(['nb', 'da'] as const)('headings that fit two languages are in that of the text: %s', (language) => {
  const shared = { context: 'Kontekst', decision: 'Beslutning', consequences: 'Konsekvenser' };
  const text = nygard({ ...houses[language], ...shared }, 1);
  expect(learnStyle([{ name: '0001-redis.md', text }]).labelLanguage).toBe(language);
  expect(writeAdr(decision, learnStyle([{ name: '0001-redis.md', text }]))).toContain(
    `\n${language === 'nb' ? 'Vurderte alternativer' : 'Overvejede muligheder'}:\n`,
  );
});

/** Words that an ADR in a language can't have by chance. */
function wordsOfOthers(language: AdrLanguage): string[] {
  const own = JSON.stringify(houses[language]);
  return adrLanguages
    .filter((other) => other !== language)
    .flatMap((other) => {
      const { status, date, context, decision: decided, consequences, options, accepted } = houses[other];
      return [status, date, context, decided, consequences, options, accepted, ...(other === 'en' ? english : [])];
    })
    .filter((word) => !own.includes(word));
}

const english = [
  'because',
  'Good',
  'Bad',
  'Chosen option',
  'We chose',
  'proposed',
  'Proposed',
  'Decision Drivers',
  'More',
];
