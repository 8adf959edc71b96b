import type { Reason } from '../../decision/decision.ts';
import type { Trouble } from '../../decision/failure/trouble.ts';
import { type Departure, renamePeople } from '../../decision/outcome/departure.ts';
import type { KeptVerdict } from '../../decision/outcome/verdict-facts.ts';
import type { ArgumentKind } from '../../decision/proposal/argument.ts';
import { isDay } from '../../decision/time/day.ts';
import type { HandoverEnd } from '../../decision/vote/hand-over.ts';
import type { EventFacts } from '../../words/history-words.ts';
import { type Language, wordTrouble } from '../../words/language.ts';
import { reviewSign } from '../../words/review-kind.ts';
import type { Said, Words } from '../../words/say.ts';
import type { EventKind } from '../../workflow/change/event-kind.ts';
import { shortenDeparture } from '../decide/outcome-text.ts';
import { shorten } from '../text/blocks.ts';

/** What an event records beyond its kind: fields that an older Gavel did not know are missing. */
type Detail = Readonly<Record<string, unknown>>;

/** How many characters of typed text are shown; the card and the record have the rest. */
const longestQuote = 400;

/** How much is told of what an outcome departs from: each of it, however much there is. */
const departureDetail = { excerpt: longestQuote, objections: 5, title: 20 } as const;

/** How many deciders are named. */
const namesShown = 20;

function quote(value: unknown): string {
  return typeof value === 'string' ? shorten(value.replaceAll(/\s+/g, ' ').trim(), longestQuote) : '';
}

function date(value: unknown): Date | undefined {
  const at = new Date(typeof value === 'string' ? value : Number.NaN);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

function readDay(value: unknown): string {
  return typeof value === 'string' && isDay(value) ? value : '';
}

function count(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' ? value : 0;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Deciders by the names they had then, such as Ben and @architects: as many as there is room for. */
function readNames({ people }: Language, names: unknown, groups: unknown): EventFacts['deciders named'] {
  const named = Array.isArray(names) ? names.map((name) => name ?? people.gone) : [];
  const all = [...texts(named), ...texts(groups).map((handle) => `@${handle}`)].map(quote);
  const shown: string[] = [];
  let room = longestQuote;
  for (const name of all.slice(0, namesShown)) {
    room -= name.length;
    if (room < 0 && shown.length > 0) break;
    shown.push(name);
  }
  return { names: shown, others: all.length - shown.length };
}

const stances: readonly ArgumentKind[] = ['pro', 'con', 'neutral'];

function readStance(value: unknown): ArgumentKind {
  return stances.find((stance) => stance === value) ?? 'neutral';
}

const handoverEnds: readonly HandoverEnd[] = ['gone', 'taken out', 'handed on', 'declined'];

type FactReader<Kind extends EventKind> = (detail: Detail, language: Language) => EventFacts[Kind];

const nothing = () => ({});
const readReason = ({ reason }: Detail) => ({ reason: quote(reason) });
const readOutcome = ({ verdict, reason, departures, recordedBy }: Detail, language: Language) => ({
  reason: quote(whyDecided(language, verdict, reason)),
  against: readDepartures(language, departures),
  recordedBy: readAuthor(language, recordedBy),
});
const readSettled = ({ objection, about, reason }: Detail) => ({
  isHold: objection === 'hold',
  about: quote(about),
  reason: quote(reason),
});
const readCounts = ({ added, removed }: Detail) => ({ added: count(added), removed: count(removed) });

/** Reads the recorded data of an event. */
const readers: { readonly [Kind in EventKind]: FactReader<Kind> } = {
  draft: nothing,
  proposed: ({ options }) => ({ options: quote(texts(options).join(', ')) }),
  'argument given': ({ kind, option, text }) => ({
    stance: readStance(kind),
    option: quote(option),
    text: quote(text),
  }),
  'argument corrected': ({ author, option, before, after }, language) => ({
    author: readAuthor(language, author),
    option: quote(option),
    before: readReasonGiven(before),
    after: readReasonGiven(after),
  }),
  'argument withdrawn': ({ author, option, kind, text }, language) => ({
    author: readAuthor(language, author),
    option: quote(option),
    reason: readReasonGiven({ kind, text }),
  }),
  'option added': ({ title }) => ({ title: quote(title) }),
  'option corrected': ({ author, before, after }, language) => ({
    author: readAuthor(language, author),
    before: readOption(before),
    after: readOption(after),
  }),
  'option withdrawn': ({ author, title, description }, language) => ({
    author: readAuthor(language, author),
    option: readOption({ title, description }),
  }),
  edited: nothing,
  'recall changed': ({ tags, affects, revisit }) => {
    const { on, when } = (revisit ?? {}) as Detail;
    return {
      tags: quote(texts(tags).join(', ')),
      affects: quote(texts(affects).join(', ')),
      on: readDay(on),
      when: quote(when),
    };
  },
  'deciders named': ({ names, groups }, language) => readNames(language, names, groups),
  'voting asked for': ({ closesAt, ...rule }, language) => ({
    closesAt: date(closesAt),
    rule: quote(ruleName(language, rule)),
  }),
  'voting opened': ({ deciders, closesAt }) => ({ deciders: count(deciders), closesAt: date(closesAt) }),
  'reopening asked for': ({ closesAt, reason }) => ({ closesAt: date(closesAt), reason: quote(reason) }),
  'voting reopened': ({ round, deciders, closesAt, reason }) => ({
    round: count(round),
    deciders: count(deciders),
    closesAt: date(closesAt),
    reason: quote(reason),
  }),
  'deciders changed': ({ left, returned }) => ({ left: count(left), returned: count(returned) }),
  'taken out': ({ out, back }) => ({ out: count(out), back: count(back) }),
  'handed over': ({ to }, language) => ({ to: readAuthor(language, to) }),
  'handover taken back': ({ to }, language) => ({ to: readAuthor(language, to) }),
  'handover declined': ({ from }, language) => ({ from: readAuthor(language, from) }),
  'handovers ended': ({ count: votes, why }) => ({
    count: count(votes),
    why: handoverEnds.find((end) => end === why) ?? '',
  }),
  extended: ({ closesAt, reason, verdict }, { verdicts }) => ({
    closesAt: date(closesAt),
    reason: quote(isVerdict(verdict) ? verdicts.explain(verdict) : reason),
  }),
  shortened: ({ from, closesAt, reason }) => ({ from: date(from), closesAt: date(closesAt), reason: quote(reason) }),
  'final comments': ({ option, closesAt, isAnew }) => ({
    option: quote(option),
    closesAt: date(closesAt),
    isAnew: isAnew === true,
  }),
  'stall asked': nothing,
  'left open': nothing,
  'revisit asked': ({ dueOn }) => ({ on: readDay(dueOn) }),
  'still right': ({ next, note }) => ({ next: readDay(next), note: quote(note) }),
  'revisit day found': ({ from, to }) => ({ from: readDay(from), to: readDay(to) }),
  nudged: ({ missing }) => ({ missing: count(missing) }),
  'ballots reconciled': readCounts,
  'objection raised': ({ objection, until, reason, closesAt }) => ({
    isHold: objection === 'hold',
    until: date(until),
    reason: quote(reason),
    closesAt: date(closesAt),
  }),
  'objection resolved': readSettled,
  'objection overridden': readSettled,
  'hold ended': readReason,
  'outcome awaits': ({ chosen, reason, departures }, language) => ({
    chosen: quote(chosen),
    against: readDepartures(language, departures),
    reason: isReason(reason) ? quote(language.verdicts.giveReason(reason)) : '',
  }),
  'outcome declined': nothing,
  'outcome overtaken': nothing,
  'voting closed': ({ verdict, standing }, language) => readClosing(language, verdict, standing),
  'discussed on': ({ isClosed, reason }) => ({ isClosed: isClosed === true, reason: quote(reason) }),
  'undated votes': readCounts,
  accepted: readOutcome,
  rejected: readOutcome,
  withdrawn: readReason,
  published: ({ path, commit, wasThere }) => ({
    path: quote(path),
    commit: typeof commit === 'string' ? quote(commit.slice(0, 7)) : '',
    wasThere: Boolean(wasThere),
  }),
  'not published': ({ trouble }, language) => ({
    trouble: isTrouble(language, trouble) ? quote(wordTrouble(language, trouble)) : '',
  }),
  'review proposed': readReview,
  'review commented': ({ count, ...review }) => ({
    ...readReview(review),
    count: typeof count === 'number' ? count : 1,
  }),
  'proposal closed': readReview,
  'proposal merged': readReview,
  'review completed': readReview,
  'review opened': readReview,
  'review closed': ({ closedBy, ...review }) => ({ ...readReview(review), closedBy: quote(closedBy) }),
  'review reopened': readReview,
  'review left': readReview,
  'review renumbered': ({ before, after }) => ({ before: quote(before), after: quote(after) }),
  'edited in review': ({ chosen, status }) => ({
    chosen: quote(chosen),
    status: typeof status === 'string' ? quote(status) : undefined,
  }),
  deprecated: readReason,
  superseded: readReason,
  'card gone': nothing,
};

/** The number of a review, if its forge gave it one, as it is written there. */
function readReview({ number, url }: Detail): { readonly sign: string | undefined } {
  const at = typeof url === 'string' ? url : undefined;
  return { sign: reviewSign({ number: typeof number === 'number' ? number : undefined, url: at }) };
}

/**
 * A vote that objections block still has a winner. `standing`: how many objections there were, if an earlier version
 * recorded the verdict.
 */
function readClosing({ verdicts }: Language, verdict: unknown, standing: unknown): EventFacts['voting closed'] {
  if (!isVerdict(verdict)) return { blocking: 0, unconfirmed: 0, figures: '' };
  const figures = quote(verdicts.figures(verdict));
  if (verdict.kind !== 'blocked') return { blocking: count(standing), unconfirmed: 0, figures };
  const { standing: blocking, unconfirmed = 0 } = verdict.objections;
  return { blocking, unconfirmed, figures };
}

/** What an outcome is based on: the verdict, or the reason that somebody gave. */
function whyDecided({ verdicts }: Language, verdict: unknown, reason: unknown): string {
  if (isVerdict(verdict)) return verdicts.explain(verdict);
  return isReason(reason) ? verdicts.giveReason(reason) : '';
}

/** What an outcome went against, by the names that people had then; an earlier version did not record it. */
function readDepartures({ outcomes, people }: Language, departures: unknown): string {
  if (!Array.isArray(departures)) return '';
  const told = departures.filter(isDeparture).map((departure) => shortenDeparture(departure, departureDetail));
  return outcomes.against(renamePeople(told, (name) => name ?? people.gone));
}

const departureKinds: Readonly<Record<Departure['kind'], true>> = {
  'before voting': true,
  'nobody voted': true,
  'against the vote': true,
  'no winner': true,
  'votes unclear': true,
  'before the deadline': true,
  'objections standing': true,
  'objections overridden': true,
};

/** Whether this is a recorded departure. */
function isDeparture(value: unknown): value is Departure<string | null> {
  return isRecord(value) && typeof value.kind === 'string' && Object.hasOwn(departureKinds, value.kind);
}

const verdictKinds: Readonly<Record<KeptVerdict['kind'], true>> = {
  chosen: true,
  blocked: true,
  tied: true,
  'threshold missed': true,
  'no quorum': true,
  'no votes': true,
  'told before': true,
};

/** Whether this is a recorded verdict. */
function isVerdict(value: unknown): value is KeptVerdict {
  return isRecord(value) && typeof value.kind === 'string' && Object.hasOwn(verdictKinds, value.kind);
}

/** Whether this is a recorded trouble. */
function isTrouble({ troubles }: Language, value: unknown): value is Trouble {
  return isRecord(value) && typeof value.code === 'string' && Object.hasOwn(troubles, value.code);
}

/** Whether this is a recorded reason for an outcome. */
function isReason(value: unknown): value is Reason {
  if (!isRecord(value)) return false;
  return value.by === 'rule' ? isVerdict(value.verdict) : typeof value.text === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The name that the author of something had when somebody else changed it; '' if it was their own. */
function readAuthor({ people }: Language, author: unknown): string {
  return author === undefined ? '' : quote(author ?? people.gone);
}

/** A text that is no longer shown anywhere else, in full. */
function whole(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim() : '';
}

function readReasonGiven(value: unknown): EventFacts['argument corrected']['before'] {
  const { kind, text } = isRecord(value) ? value : {};
  return { kind: readStance(kind), text: whole(text) };
}

function readOption(value: unknown): EventFacts['option withdrawn']['option'] {
  const { title, description } = isRecord(value) ? value : {};
  return { title: whole(title), description: whole(description) };
}

/** The name of a vote's rule; an earlier version recorded its title. */
function ruleName({ rules }: Language, { ruleId, ruleName: name, ruleTitle }: Detail): unknown {
  if (typeof ruleId !== 'string') return ruleTitle;
  return rules.nameOf({ id: ruleId, ...(typeof name === 'string' ? { name } : {}) });
}

function isKnown(kind: string): kind is EventKind {
  return Object.hasOwn(readers, kind);
}

/** An event in words that follow a name. An event from a newer Gavel is described by its kind only. */
export function wordEvent(language: Language, kind: string, detail: object): Said {
  return isKnown(kind) ? wordKnown(language, kind, { ...detail }) : kind;
}

function wordKnown<Kind extends EventKind>(language: Language, kind: Kind, detail: Detail): Words {
  const read: FactReader<Kind> = readers[kind];
  const word: (facts: EventFacts[Kind]) => Words = language.history.events[kind];
  return word(read(detail, language));
}

/** Every kind of event that has words. */
export const wordedKinds: readonly string[] = Object.keys(readers);
