import type { AdrLanguage } from '@gavel/adr/language/adr-language.ts';
import { parseMarkdown } from '@gavel/adr/markdown/markdown.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { madrStyle } from '@gavel/adr/style/madr-style.ts';
import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { dialectNames, readDialect } from '../packages/adr/test/dialects/read-dialect.ts';
import { type LanguageCode, languageCodes } from '../src/decision/language-code.ts';
import type { Departure } from '../src/decision/outcome/departure.ts';
import type { Person } from '../src/decision/person.ts';
import { takeTally } from '../src/decision/tally/tally.ts';
import { writeCommitMessage } from '../src/record/commit-message.ts';
import { writeRecord } from '../src/record/write-record.ts';
import { renderCard } from '../src/slack/card/card.ts';
import { readMoreView } from '../src/slack/deliberate/read-more-view.ts';
import { renderDigest } from '../src/slack/digest/digest-text.ts';
import { historyView } from '../src/slack/find/history-view.ts';
import { wordAnnouncement } from '../src/slack/message/announcement.ts';
import { languages } from '../src/words/languages.ts';
import { da } from '../src/words/records/da.ts';
import { es } from '../src/words/records/es.ts';
import { fr } from '../src/words/records/fr.ts';
import { it as italian } from '../src/words/records/it.ts';
import { ja } from '../src/words/records/ja.ts';
import { ko } from '../src/words/records/ko.ts';
import { nb } from '../src/words/records/nb.ts';
import { nl } from '../src/words/records/nl.ts';
import { pl } from '../src/words/records/pl.ts';
import { pt } from '../src/words/records/pt.ts';
import type { RecordPhrases } from '../src/words/records/record-phrases.ts';
import { ru } from '../src/words/records/ru.ts';
import { sv } from '../src/words/records/sv.ts';
import { zh } from '../src/words/records/zh.ts';
import { zhHant } from '../src/words/records/zh-hant.ts';
import type { Announcement } from '../src/workflow/message/announcement.ts';
import type { CardView } from '../src/workflow/ports/chat/chat.ts';
import { toAdrRecord } from '../src/workflow/publish/adr-record.ts';
import { ballot, because, closesAt, decision, now, option, voting, wonBy } from './decision/sample.ts';
import { readBlocks } from './slack/readable.ts';

/** How many outcomes; `npm run test:long` uses more. */
const runs = 300 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);

/** Everybody by id. Nobody knows UGONE any longer. */
const names: Readonly<Record<string, string>> = {
  UANA: 'Ana',
  UBO: 'Bo Åkesson',
  UDAN: 'Dan',
  UEVA: 'Eva',
  UFAY: 'Fay',
  UVERA: 'Vera',
  UWIM: 'Wim',
};
const people = new Map(
  Object.entries(names).map(([id, name]): [string, Person] => {
    return [id, { id, name, timeZone: 'UTC', kind: 'member', isAdmin: false }];
  }),
);
const voters = ['UVERA', 'UWIM'];

/** What has to be read, in small letters and as it begins; what is in question is here and nowhere else. */
const sentences: Readonly<
  Record<
    LanguageCode,
    {
      readonly gone: string;
      readonly byVote: string;
      readonly by: string;
      readonly recorded: string;
      readonly confirmed: string;
      /** What says of the rule’s answer that it is the decision. */
      readonly concluded: string;
      readonly departed: Readonly<Record<Departure['kind'], RegExp>>;
      readonly overrode: (by: string, author: string) => RegExp;
    }
  >
> = {
  en: {
    gone: 'someone who left',
    byVote: 'decided by vote',
    by: 'decided by',
    recorded: 'recorded by',
    confirmed: 'confirmed by',
    concluded: 'accepted: 2 of',
    departed: {
      'before voting': /before voting opened/,
      'nobody voted': /without a single vote/,
      'against the vote': /against the vote \(.*1,234/,
      'no winner': /although (?:the vote was tied|too few had voted|nobody backed an option)/,
      'votes unclear': /although nobody can tell which votes were in time/,
      'before the deadline': /before the deadline/,
      'objections standing': /over the objections? of|needed more time/,
      'objections overridden': /overridden|overrode/,
    },
    overrode: (by, author) => new RegExp(`${by} overrode the (?:objection|request for time) of ${author}: `),
  },
  de: {
    gone: 'jemand von früher',
    byVote: 'durch abstimmung entschieden',
    by: 'entschieden von',
    recorded: 'festgehalten von',
    confirmed: 'bestätigt von',
    concluded: 'angenommen: 2 von',
    departed: {
      'before voting': /bevor die abstimmung geöffnet war/,
      'nobody voted': /ohne eine einzige stimme/,
      'against the vote': /entgegen der abstimmung \(.*1\.234/,
      'no winner': /obwohl (?:die abstimmung unentschieden|zu wenige|niemand für eine)/,
      'votes unclear': /obwohl niemand sagen kann, welche stimmen rechtzeitig waren/,
      'before the deadline': /vor ablauf der frist/,
      'objections standing': /gegen (?:den einwand|die einwände) von|um bedenkzeit gebeten/,
      'objections overridden': /übergangen|überging/,
    },
    overrode: (by, author) => new RegExp(`${by} hat (?:den einwand|die bedenkzeit) von ${author} übergangen: `),
  },
};

const drawnKinds = fc.record({
  'before voting': fc.boolean(),
  'nobody voted': fc.boolean(),
  'against the vote': fc.boolean(),
  'no winner': fc.boolean(),
  'votes unclear': fc.boolean(),
  'before the deadline': fc.boolean(),
  'objections standing': fc.boolean(),
  'objections overridden': fc.boolean(),
});

const person = fc.constantFrom('UANA', 'UBO', 'UGONE');
const anObjection = fc.record({
  author: fc.constantFrom('UDAN', 'UFAY', 'UGONE'),
  isHold: fc.boolean(),
  reason: fc.constantFrom('We lose the audit trail.', 'It is dear. '.repeat(40).trim()),
});
const anOverridden = fc
  .record({
    objection: anObjection,
    by: fc.constantFrom('UEVA', 'UANA'),
    because: fc.constantFrom('It can’t wait.', 'x'),
  })
  .map(({ objection, ...by }) => ({ ...objection, ...by }));
const { kind: _, option: __, votes: ___, ...turnout } = wonBy('Keep it');

/** An outcome, with every combination of departures that there can be for who recorded it. */
const anyOutcome = fc
  .record({
    kinds: drawnKinds,
    decidedBy: fc.option(person, { nil: undefined }),
    confirmedBy: fc.option(fc.constantFrom('UEVA', 'UGONE'), { nil: undefined }),
    isAccepted: fc.boolean(),
    hasReason: fc.boolean(),
    standing: fc.array(anObjection, { minLength: 1, maxLength: 8 }),
    overridden: fc.array(anOverridden, { minLength: 1, maxLength: 8 }),
    more: fc.nat(2),
    missing: fc.constantFrom('tied' as const, 'no quorum' as const, 'no votes' as const),
    optionCount: fc.constantFrom(2, 3, 10),
    hasLongTitles: fc.boolean(),
    argumentCount: fc.constantFrom(0, 0, 3, 400),
  })
  .map(({ kinds, ...drawn }) => {
    const { decidedBy, more, missing } = drawn;
    const options = Array.from({ length: drawn.optionCount }, (_, index) => {
      const title = `Option ${index + 1}`;
      return option(index, drawn.hasLongTitles ? `${title} ${'with a long name '.repeat(5)}`.trim() : title);
    });
    const counts = options.map(({ title }, index) => ({ option: title, votes: index === 0 ? 1_234 : 1 }));
    const titles = options.slice(0, 2).map(({ title }) => title);
    const tied = { ...turnout, kind: 'tied' as const, options: titles, votes: 1 };
    const all: readonly Departure[] = [
      { kind: 'before voting' },
      { kind: 'nobody voted' },
      { kind: 'against the vote', winner: titles[0], method: 'approval', counts },
      { kind: 'no winner', verdict: missing === 'tied' ? tied : { ...turnout, kind: missing } },
      { kind: 'votes unclear' },
      { kind: 'before the deadline' },
      { kind: 'objections standing', objections: drawn.standing, more },
      { kind: 'objections overridden', objections: drawn.overridden, more },
    ];
    // What follows from the vote by itself can only depart from objections, and nobody confirms it.
    const departures = all.filter(
      ({ kind }) => kinds[kind] && (decidedBy !== undefined || kind.startsWith('objections')),
    );
    const confirmedBy = decidedBy === undefined ? undefined : drawn.confirmedBy;
    return { ...drawn, options, departures, confirmedBy };
  });

type Drawn = typeof anyOutcome extends fc.Arbitrary<infer Outcome> ? Outcome : never;

/** Somebody decided in place of the vote, whatever they depart from beside it. */
function isInPlaceOfVote({ decidedBy, departures }: Drawn): boolean {
  return decidedBy !== undefined && departures.some(({ kind }) => !kind.startsWith('objections'));
}

/** The decision with its outcome, as it is shown. Wim and Vera voted, unless nobody could. */
function viewOf({ departures, options, isAccepted, decidedBy, confirmedBy, ...drawn }: Drawn): CardView {
  const isVoted = !departures.some(({ kind }) => kind === 'before voting' || kind === 'nobody voted');
  const ballots = isVoted ? voters.map((id, index) => ballot(id, 'o1', index)) : [];
  const wasOpen = !departures.some(({ kind }) => kind === 'before voting');
  const verdict = wonBy(options[0]?.title ?? '', 2);
  return {
    decision: decision({
      proposerId: 'UFAY',
      status: isAccepted ? 'accepted' : 'rejected',
      options,
      arguments: Array.from({ length: drawn.argumentCount }, (_, index) => {
        const text = 'It goes on and on. '.repeat(25).trim();
        return { id: `a${index}`, optionId: 'o1', kind: 'pro', text, authorId: 'UFAY', madeAt: now } as const;
      }),
      voting: wasOpen ? voting(voters, { closedAt: closesAt }) : undefined,
      outcome: {
        chosenOptionId: isAccepted ? 'o1' : undefined,
        reason: decidedBy === undefined || !drawn.hasReason ? { by: 'rule', verdict } : because('We have to.'),
        consequences: [],
        decidedBy,
        confirmedBy,
        decidedAt: closesAt,
        departures,
      },
    }),
    tally: wasOpen ? takeTally({ options, ballots, deciders: voters, ignored: new Set() }) : undefined,
    people,
    publication: undefined,
    boundAdrUrl: undefined,
  };
}

/** A text as it is compared: in small letters, on one line. */
const fold = (text: string) => text.toLowerCase().replaceAll(/\s+/g, ' ');

const nameIn = (code: LanguageCode, id: string) => fold(names[id] ?? sentences[code].gone);

/** Holds that a text says who decided, against what, and nothing else about who decided. */
function holdTold(code: LanguageCode, drawn: Drawn, said: string): void {
  const { byVote, by, recorded, confirmed, concluded } = sentences[code];
  const { decidedBy, confirmedBy } = drawn;
  const text = fold(said);
  if (isInPlaceOfVote(drawn)) {
    expect(text).toContain(`${by} ${nameIn(code, decidedBy ?? '')}`);
    expect(text).not.toContain(byVote);
    expect(text).not.toContain(concluded);
  } else {
    expect(text).toContain(byVote);
    expect(text.replaceAll(byVote, '')).not.toContain(`${by} `);
    if (decidedBy !== undefined) expect(text).toContain(`${recorded} ${nameIn(code, decidedBy)}`);
  }
  if (confirmedBy !== undefined) expect(text).toContain(`${confirmed} ${nameIn(code, confirmedBy)}`);
  holdDepartures(code, drawn, text);
}

/** Holds that each departure is told, and no other. */
function holdDepartures(code: LanguageCode, { departures }: Drawn, said: string, isBrief = false): void {
  const { departed, overrode } = sentences[code];
  const text = fold(said);
  const told = departures.map(({ kind }) => kind);
  for (const [kind, words] of Object.entries(departed)) {
    if (told.some((one) => one === kind)) expect(text).toMatch(words);
    else expect(text).not.toMatch(words);
  }
  for (const departure of departures) {
    if (isBrief || departure.kind !== 'objections overridden') continue;
    // A card names as many as it has room for, and says how many more there are.
    const [first] = departure.objections;
    if (first) expect(text).toMatch(overrode(nameIn(code, first.by), nameIn(code, first.author)));
  }
}

/** A law for each place where an outcome is told. */
function holdFor(hold: (code: LanguageCode, drawn: Drawn, view: CardView) => void): void {
  fc.assert(
    fc.property(fc.constantFrom(...languageCodes), anyOutcome, (code, drawn) => hold(code, drawn, viewOf(drawn))),
    { numRuns: runs },
  );
}

const read = (blocks: readonly unknown[]) => readBlocks(blocks as KnownBlock[]);

/** The text of a Markdown file, without its marks. */
function plainText(markdown: string): string {
  const [, body = markdown] = /^---\n[\s\S]*?\n---\n([\s\S]*)$/.exec(markdown) ?? [];
  return parseMarkdown(body)
    .children.map((node) => textOf(node))
    .join('\n');
}

const recordOf = (code: AdrLanguage, view: CardView) => toAdrRecord(view, '#shop', { language: code, timeZone: 'UTC' });

/** Houses of each form: with people in the metadata or without, with a section for the vote or without. */
const houses = dialectNames.map((name) => {
  const text = readDialect(name);
  return { name, style: learnStyle([1, 2, 3].map((number) => ({ name: `000${number}-x.md`, text }))) };
});

/** What records are made of in languages that only records are in. */
const phrasesOfRecords = [da, es, fr, italian, ja, ko, nb, nl, pl, pt, ru, sv, zh, zhHant];

/** Holds that a record in such a language says who decided, and against what. */
function holdInRecord({ outcome, notes }: RecordPhrases, drawn: Drawn, said: string): void {
  const text = fold(said);
  const nameOf = (id: string | undefined) => names[id ?? ''] ?? notes.gone;
  const has = (phrase: string) => text.includes(fold(phrase));
  expect({ text, byVote: has(outcome.byVote) }).toEqual({ text, byVote: !isInPlaceOfVote(drawn) });
  expect({ text, by: has(outcome.decidedBy(nameOf(drawn.decidedBy))) }).toEqual({ text, by: isInPlaceOfVote(drawn) });
  if (drawn.confirmedBy !== undefined) expect(text).toContain(fold(outcome.confirmedBy(nameOf(drawn.confirmedBy))));
  const phrases: Readonly<Record<Departure['kind'], readonly string[]>> = {
    'before voting': [outcome.beforeVoting],
    'nobody voted': [outcome.nobodyVoted],
    'against the vote': [outcome.againstVote],
    'no winner': Object.values(outcome.noWinner),
    'votes unclear': [outcome.votesUnclear],
    'before the deadline': [outcome.beforeDeadline],
    'objections standing': [outcome.openObjections, outcome.openHolds],
    'objections overridden': [],
  };
  for (const departure of drawn.departures) {
    const [first] = departure.kind === 'objections overridden' ? departure.objections : [];
    const overridden = first && outcome.overridden(nameOf(first.author), first.isHold, nameOf(first.by));
    expect({
      text,
      told: [...phrases[departure.kind], ...(overridden === undefined ? [] : [overridden])].some(has),
    }).toEqual({
      text,
      told: true,
    });
  }
}

describe('who decided, and against what', { timeout: 180_000 + runs * 1_000 }, () => {
  it('is on the card, however full that is', () => {
    holdFor((code, drawn, view) => holdTold(code, drawn, read(renderCard(languages[code], view).blocks)));
  });

  it('is in “Read more”, however much there is to read', () => {
    holdFor((code, drawn, view) => {
      holdTold(code, drawn, read(readMoreView(languages[code], view).blocks));
    });
  });

  it('is in the message of the channel', () => {
    holdFor((code, drawn, { decision: told }) => {
      const { decidedBy: by } = drawn;
      const verdict = wonBy(drawn.options[0]?.title ?? '', 2);
      const announcement: Announcement =
        by === undefined ? { kind: 'voting closed', verdict } : { kind: 'outcome recorded', by };
      const { blocks, text } = wordAnnouncement(languages[code], announcement, {
        decision: told,
        people,
        channelId: 'C1',
      });
      for (const said of [read(blocks), text]) {
        if (by !== undefined) holdTold(code, drawn, said);
        else holdDepartures(code, drawn, said);
      }
    });
  });

  it('is in the history', () => {
    holdFor((code, drawn, { decision: shown }) => {
      const { decidedBy, confirmedBy, departures } = drawn;
      const named = departures.map((departure) => {
        if (!('objections' in departure)) return departure;
        const objections = departure.objections.map((one) => {
          return { ...one, author: names[one.author] ?? null, ...('by' in one ? { by: names[one.by] ?? null } : {}) };
        });
        return { ...departure, objections };
      });
      const recordedBy = confirmedBy === undefined ? {} : { recordedBy: names[decidedBy ?? ''] ?? null };
      const event = {
        id: 1,
        at: now,
        actorId: confirmedBy ?? decidedBy,
        kind: shown.status,
        detail: { reason: because('We have to.'), departures: named, ...recordedBy },
      };
      const events = { lines: [event], page: 0, back: undefined, next: undefined };
      const view = historyView(languages[code], {
        decision: shown,
        events,
        total: 1,
        votes: [],
        tally: undefined,
        people,
      });
      const said = read(view.blocks);
      const by = [decidedBy, confirmedBy].flatMap((id) => (id === undefined ? [] : [nameIn(code, id)]));
      for (const name of by) expect(fold(said)).toContain(name);
      holdDepartures(code, drawn, said, true);
    });
  });

  it('is in the ADR of any house, and its front matter names those who decided', () => {
    const house = fc.constantFrom({ name: 'MADR', style: madrStyle }, ...houses);
    fc.assert(
      fc.property(fc.constantFrom(...languageCodes), anyOutcome, house, (code, drawn, { name, style }) => {
        // Arguments are no matter here, and take time.
        const { text } = writeRecord(recordOf(code, viewOf({ ...drawn, argumentCount: 0 })), style, 7);
        holdTold(code, drawn, plainText(text));
        if (name !== 'MADR') return;
        const isVoted = !drawn.departures.some(({ kind }) => kind === 'before voting' || kind === 'nobody voted');
        const decided = isInPlaceOfVote(drawn) ? [drawn.decidedBy, drawn.confirmedBy] : isVoted ? voters : [];
        const makers = new Set(
          decided.flatMap((id) => (id === undefined ? [] : [names[id] ?? languages[code].people.gone])),
        );
        const frontMatter: unknown = parseYaml(/^---\n([\s\S]*?\n)---\n/.exec(text)?.[1] ?? '');
        expect(frontMatter).toMatchObject(makers.size === 0 ? {} : { 'decision-makers': [...makers] });
      }),
      { numRuns: runs },
    );
  });

  it('is in the ADR and its commit in every language that only records are in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...phrasesOfRecords), anyOutcome, (phrases, drawn) => {
        const record = recordOf(phrases.code, viewOf({ ...drawn, argumentCount: 0 }));
        holdInRecord(phrases, drawn, plainText(writeRecord(record, madrStyle, 7).text));
        const { body } = writeCommitMessage(record, 7, { bond: undefined, tellsVotes: false });
        holdInRecord(phrases, drawn, body.join('\n'));
      }),
      { numRuns: runs },
    );
  });

  it('is in the message of the commit', () => {
    holdFor((code, drawn, view) => {
      for (const tellsVotes of [true, false]) {
        const { body } = writeCommitMessage(recordOf(code, view), 7, { bond: undefined, tellsVotes });
        holdTold(code, drawn, body.join('\n'));
      }
    });
  });

  it('is in the line of the digest', () => {
    holdFor((code, drawn, { decision: shown }) => {
      const { decidedBy, confirmedBy, departures } = drawn;
      const line = {
        ...{ archive: 'a', id: 'd1', channelId: 'C1', title: shown.title, status: shown.status },
        ...{ statusHere: shown.status, isVoting: false, closesAt: closesAt.toISOString() },
        ...{ proposedAt: now.toISOString(), decidedAt: now.toISOString(), chosen: undefined, reason: undefined },
        ...{ decidedBy, confirmedBy, departures, cardLink: undefined, number: 7, fileName: undefined },
        ...{ commitUrl: undefined, isPublished: false, trouble: undefined },
      };
      const { blocks } = renderDigest(languages[code], {
        ...{ accepted: [line], rejected: [], open: [], names, isComplete: true },
        ...{ from: now.toISOString(), to: closesAt.toISOString() },
      });
      const said = fold(read(blocks));
      const { by, byVote, confirmed } = sentences[code];
      if (isInPlaceOfVote(drawn)) expect(said).toContain(`${by} ${nameIn(code, decidedBy ?? '')}`);
      else expect(said.replaceAll(byVote, '')).not.toContain(`${by} `);
      if (confirmedBy !== undefined) expect(said).toContain(`${confirmed} ${nameIn(code, confirmedBy)}`);
      holdDepartures(code, drawn, said, true);
    });
  });
});
