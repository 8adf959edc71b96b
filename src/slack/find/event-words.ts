import type { Reason } from '../../decision/decision.ts';
import { listNames } from '../../decision/person.ts';
import type { Trouble } from '../../decision/trouble.ts';
import type { KeptVerdict } from '../../decision/verdict-facts.ts';
import { wordTrouble } from '../../words/language.ts';
import { type Said, say, type Words } from '../../words/say.ts';
import type { EventKind } from '../../workflow/change/event-kind.ts';
import { language } from '../app/language.ts';
import { shorten } from '../text/blocks.ts';

/** What an event tells beyond its kind, as it was recorded: fields that an older Gavel did not know are missing. */
type Detail = Readonly<Record<string, unknown>>;

/** What somebody typed is shown up to here; the card and the record have the rest. */
const longestQuote = 400;

function quote(value: unknown): string {
  return typeof value === 'string' ? shorten(value.replaceAll(/\s+/g, ' ').trim(), longestQuote) : '';
}

/** `lead` with what follows it, if anything does. */
function follow(value: unknown, lead = ': '): string {
  const text = quote(value);
  return text === '' ? '' : `${lead}${text}`;
}

function date(value: unknown, lead: string): Words {
  const at = new Date(typeof value === 'string' ? value : Number.NaN);
  return Number.isNaN(at.getTime()) ? [] : say`${lead}${at}`;
}

function aside(said: string | Words): Said {
  return said.length === 0 ? '' : say` (${said})`;
}

function count(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' ? value : 0;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** “Ben, Chloe and @architects”, as they were called then. */
function wordNaming(names: unknown, groups: unknown): string {
  const all = [...texts(names), ...texts(groups).map((handle) => `@${handle}`)];
  return all.length === 0 ? 'everyone in the channel' : quote(listNames(all, 20));
}

function list(value: unknown): string {
  return texts(value).join(', ');
}

const stances: Readonly<Record<string, string>> = { pro: 'spoke for', con: 'spoke against', neutral: 'spoke about' };

/** What is told of an event, after the name of who did it; “Gavel” where nobody did. */
const tellers: { readonly [Kind in EventKind]: (detail: Detail) => Said } = {
  draft: () => 'made it a draft',
  proposed: ({ options }) => `proposed it${follow(list(options), ', with the options ')}`,
  'argument given': ({ kind, option, text }) =>
    `${stances[String(kind)] ?? 'spoke about'} “${quote(option)}”${follow(text)}`,
  'option added': ({ title }) => `added the option “${quote(title)}”`,
  edited: () => 'edited the question',
  'deciders named': ({ names, groups }) => `named the deciders anew: ${wordNaming(names, groups)}`,
  'voting asked for': ({ closesAt, ...rule }) =>
    say`asked for a vote${date(closesAt, ' until ')}${follow(ruleName(rule), ', under another rule: ')}`,
  'voting opened': ({ deciders, closesAt }) =>
    say`opened voting for ${people(count(deciders))}${date(closesAt, ', until ')}`,
  'reopening asked for': ({ closesAt, reason }) =>
    say`asked for a new vote${date(closesAt, ' until ')}${follow(reason)}`,
  'voting reopened': ({ round, deciders, closesAt, reason }) =>
    say`opened round ${count(round)} of the vote for ${people(count(deciders))}${date(closesAt, ', until ')}${follow(reason)}`,
  'deciders changed': ({ left, returned }) =>
    `noted that ${[
      ...(count(left) > 0 ? [`${people(count(left))} can’t take part any more`] : []),
      ...(count(returned) > 0 ? [`${people(count(returned))} can again`] : []),
    ].join(', and ')}`,
  extended: ({ closesAt, reason, verdict }) =>
    say`moved the deadline${date(closesAt, ' to ')}${follow(isVerdict(verdict) ? language.verdicts.explain(verdict) : reason)}`,
  shortened: ({ from, closesAt, reason }) =>
    say`made the deadline earlier${date(from, ', from ')}${date(closesAt, ' to ')}${follow(reason)}`,
  nudged: ({ missing }) => `reminded ${people(count(missing))} to vote`,
  'ballots reconciled': ({ added, removed }) =>
    `corrected the votes after Slack’s own list: ${count(added)} added, ${count(removed)} removed`,
  'objection raised': ({ objection, until, reason, closesAt }) =>
    say`${objection === 'hold' ? say`asked for time${date(until, ' until ')}` : 'objected'}${follow(reason)}${aside(date(closesAt, 'voting closes '))}`,
  'objection resolved': ({ objection, about, reason }) =>
    say`${objection === 'hold' ? 'needs no more time' : 'resolved their objection'}${aside(quote(about))}${follow(reason)}`,
  'objection overridden': ({ objection, about, reason }) =>
    say`overrode ${objection === 'hold' ? 'a request for time' : 'an objection'}${aside(quote(about))}${follow(reason)}`,
  'hold ended': ({ reason }) => `noted that the time somebody needed is up${follow(reason)}`,
  'voting closed': ({ verdict, standing }) => wordClosing(verdict, standing),
  'undated votes': ({ added, removed }) =>
    `did not count what nobody can tell to have been in time: ${count(added)} added in Slack’s own list, ${count(removed)} removed`,
  accepted: ({ verdict, reason }) => `accepted it${follow(whyDecided(verdict, reason))}`,
  rejected: ({ verdict, reason }) => `rejected it${follow(whyDecided(verdict, reason))}`,
  withdrawn: ({ reason }) => `withdrew it${follow(reason)}`,
  published: ({ path, commit, wasThere }) =>
    `${wasThere ? 'found its record in the repository' : 'published it'}${follow(path, ' as ')}${follow(shortCommit(commit), ', commit ')}`,
  'not published': ({ trouble }) =>
    `could not publish it${follow(isTrouble(trouble) ? wordTrouble(language, trouble) : '')}`,
  deprecated: ({ reason }) => `marked it as deprecated${follow(reason)}`,
  superseded: ({ reason }) => `marked it as superseded${follow(reason)}`,
  'card gone': () => 'found the card deleted, and posted it anew',
};

/**
 * A vote that objections block has a winner all the same. `standing`: how many objections they were, where an earlier
 * version told the verdict.
 */
function wordClosing(verdict: unknown, standing: unknown): string {
  if (!isVerdict(verdict)) return 'closed voting without a winner';
  const blocking = verdict.kind === 'blocked' ? verdict.objections.standing : count(standing);
  const figures = follow(language.verdicts.figures(verdict));
  if (blocking === 0) return `closed voting without a winner${figures}`;
  return `closed voting, and ${blocking === 1 ? 'an objection stands' : `${blocking} objections stand`}${figures}`;
}

/** What an outcome rests on: the verdict, or the reason that somebody gave. */
function whyDecided(verdict: unknown, reason: unknown): string {
  if (isVerdict(verdict)) return language.verdicts.explain(verdict);
  return isReason(reason) ? language.verdicts.giveReason(reason) : '';
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

/** Whether this is a verdict as it is recorded. */
function isVerdict(value: unknown): value is KeptVerdict {
  return isRecord(value) && typeof value.kind === 'string' && Object.hasOwn(verdictKinds, value.kind);
}

/** Whether this is trouble as it is recorded. */
function isTrouble(value: unknown): value is Trouble {
  return isRecord(value) && typeof value.code === 'string' && Object.hasOwn(language.troubles, value.code);
}

/** Whether this is the reason for an outcome as it is recorded. */
function isReason(value: unknown): value is Reason {
  if (!isRecord(value)) return false;
  return value.by === 'rule' ? isVerdict(value.verdict) : typeof value.text === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** What the rule of a vote is called; an earlier version recorded its title. */
function ruleName({ ruleId, ruleName: name, ruleTitle }: Detail): unknown {
  if (typeof ruleId !== 'string') return ruleTitle;
  return language.rules.nameOf({ id: ruleId, ...(typeof name === 'string' ? { name } : {}) });
}

function people(number: number): string {
  return number === 1 ? '1 person' : `${number} people`;
}

function shortCommit(commit: unknown): string {
  return typeof commit === 'string' ? commit.slice(0, 7) : '';
}

function isKnown(kind: string): kind is EventKind {
  return Object.hasOwn(tellers, kind);
}

/** An event in words, to stand after a name. One that a newer Gavel recorded is told by its kind alone. */
export function wordEvent(kind: string, detail: object): Said {
  return isKnown(kind) ? tellers[kind]({ ...detail }) : kind;
}

/** Every kind of event that has words. */
export const wordedKinds: readonly string[] = Object.keys(tellers);
