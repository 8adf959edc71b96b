import { availableParallelism } from 'node:os';
import type { Outcome, Plan } from './run.ts';
import { voteCases } from './vote-case.ts';

/** One turn of each: the yardstick, then Gavel in both cases. */
export interface Round {
  readonly bolt: Outcome;
  readonly spread: Outcome;
  readonly crowd: Outcome;
}

/** The figures of one bot, each the median over the rounds; times in milliseconds. */
export interface Figures {
  readonly name: string;
  readonly eventsPerSecond: number;
  readonly ratioToBareBolt: number;
  /** Of the acknowledgement, at the steady rate. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /**
   * How long the disk took on average to sync PostgreSQL's log meanwhile; each acknowledgement waits for one at least.
   */
  readonly diskSync: number | undefined;
  /** Of the acknowledgement, while saturated. */
  readonly saturatedP95: number;
  readonly processorMicrosecondsPerEvent: number;
  readonly processorRatioToBareBolt: number;
  /** That of PostgreSQL; undefined with the yardstick. */
  readonly postgresMicrosecondsPerEvent: number | undefined;
  /** Of both together. */
  readonly allMicrosecondsPerEvent: number | undefined;
  readonly peakMegabytes: number;
  readonly memoryRatioToBareBolt: number;
  readonly updatesPerMinute: number | undefined;
  readonly outOfTurn: number;
  readonly refusedCalls: number;
  readonly lastVoteShownAfter: number | undefined;
  readonly notAcknowledged: number;
  readonly miscounted: number;
  readonly wrongCards: number;
  readonly unknownMethods: readonly string[];
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}

function summarize(name: string, rounds: readonly Round[], of: (round: Round) => Outcome): Figures {
  const outcomes = rounds.map(of);
  const middle = (pick: (outcome: Outcome) => number) => round(median(outcomes.map(pick)));
  // Pair by pair, so that a change in the machine's speed touches both sides of a ratio.
  const ratio = (pick: (outcome: Outcome) => number) =>
    round(median(rounds.map((each) => pick(of(each)) / pick(each.bolt))), 2);
  const cards = outcomes.flatMap((outcome) => outcome.cards ?? []);
  const hasCards = cards.length > 0;
  const knowsPostgres = outcomes.every(({ postgresPerEvent }) => postgresPerEvent !== undefined);
  const postgres = ({ postgresPerEvent = 0 }: Outcome) => postgresPerEvent;
  const syncs = outcomes.flatMap(({ diskSync }) => diskSync ?? []);
  const refused = outcomes.map(({ saturation, steady }) => saturation.refused + steady.refused);
  return {
    name,
    eventsPerSecond: round(median(outcomes.map(({ saturation }) => saturation.perSecond)), 0),
    ratioToBareBolt: ratio(({ saturation }) => saturation.perSecond),
    p50: middle(({ steady }) => steady.p50),
    p95: middle(({ steady }) => steady.p95),
    p99: middle(({ steady }) => steady.p99),
    diskSync: syncs.length > 0 ? round(median(syncs), 2) : undefined,
    saturatedP95: middle(({ saturation }) => saturation.p95),
    processorMicrosecondsPerEvent: middle(({ processorPerEvent }) => processorPerEvent),
    processorRatioToBareBolt: ratio(({ processorPerEvent }) => processorPerEvent),
    postgresMicrosecondsPerEvent: knowsPostgres ? middle(postgres) : undefined,
    allMicrosecondsPerEvent: knowsPostgres
      ? middle((outcome) => outcome.processorPerEvent + postgres(outcome))
      : undefined,
    peakMegabytes: middle(({ peakMemory }) => peakMemory / 2 ** 20),
    memoryRatioToBareBolt: ratio(({ peakMemory }) => peakMemory),
    updatesPerMinute: hasCards ? round(median(cards.map(({ perMinute }) => perMinute))) : undefined,
    outOfTurn: cards.reduce((sum, { outOfTurn }) => sum + outOfTurn, 0),
    refusedCalls: cards.reduce((sum, { refusedCalls }) => sum + refusedCalls, 0),
    lastVoteShownAfter: hasCards
      ? round(median(cards.map(({ lastVoteShownAfter }) => lastVoteShownAfter)), 0)
      : undefined,
    notAcknowledged: refused.reduce((sum, count) => sum + count, 0),
    miscounted: outcomes.reduce((sum, outcome) => sum + outcome.miscounted, 0),
    wrongCards: cards.reduce((sum, { wrongCards }) => sum + wrongCards, 0),
    unknownMethods: [...new Set(cards.flatMap(({ unknownMethods }) => unknownMethods))],
  };
}

/** The medians of all rounds: bare Bolt, then Gavel in each case. */
export function summarizeRounds(rounds: readonly Round[]): Figures[] {
  return [
    summarize('bare Bolt', rounds, ({ bolt }) => bolt),
    summarize(voteCases.spread.name, rounds, ({ spread }) => spread),
    summarize(voteCases.crowd.name, rounds, ({ crowd }) => crowd),
  ];
}

/** Whether each vote was acknowledged, each acknowledged one counted, and all of them shown in the end. */
export function isRight({ notAcknowledged, miscounted, wrongCards }: Figures): boolean {
  return notAcknowledged + miscounted + wrongCards === 0;
}

/** How long the last vote of the slowest card may take to be shown: a steady share of fifty changes a minute is 42. */
function longest(name: string): number {
  return name === voteCases.crowd.name ? 2_000 : (voteCases.spread.cards * 60_000) / 42 + 5_000;
}

/** What Gavel should reach on two processors, with the load and PostgreSQL beside it. */
const aims: readonly { words: string; isMet: (figures: Figures) => boolean }[] = [
  { words: '100,000 ballots a minute', isMet: ({ eventsPerSecond }) => eventsPerSecond * 60 >= 100_000 },
  { words: 'half of bare Bolt’s rate', isMet: ({ ratioToBareBolt }) => ratioToBareBolt >= 0.5 },
  { words: 'p95 under 15 ms at 1,000 a second', isMet: ({ p95 }) => p95 < 15 },
  { words: 'twice bare Bolt’s processor time', isMet: ({ processorRatioToBareBolt }) => processorRatioToBareBolt <= 2 },
  { words: '1.5 times bare Bolt’s memory', isMet: ({ memoryRatioToBareBolt }) => memoryRatioToBareBolt <= 1.5 },
  { words: 'no call too soon for Slack', isMet: ({ refusedCalls }) => refusedCalls === 0 },
  {
    words: 'the last vote shown within 2 s on one card, and as soon as Slack allows on a hundred',
    isMet: ({ name, lastVoteShownAfter = 0 }) => lastVoteShownAfter <= longest(name),
  },
  { words: 'the stalest card first', isMet: ({ outOfTurn }) => outOfTurn === 0 },
  { words: 'every vote acknowledged, counted and shown', isMet: isRight },
];

const rows: readonly [string, (figures: Figures) => string | number | undefined][] = [
  ['events per second, saturated', (figures) => figures.eventsPerSecond],
  ['  of bare Bolt’s', (figures) => figures.ratioToBareBolt],
  ['  p95, ms', (figures) => figures.saturatedP95],
  ['  processor time per event, µs', (figures) => figures.processorMicrosecondsPerEvent],
  ['  of bare Bolt’s', (figures) => figures.processorRatioToBareBolt],
  ['  PostgreSQL’s beside it, µs', (figures) => figures.postgresMicrosecondsPerEvent],
  ['  both together, µs', (figures) => figures.allMicrosecondsPerEvent],
  ['acknowledged at the steady rate, p50, ms', (figures) => figures.p50],
  ['  p95, ms', (figures) => figures.p95],
  ['  p99, ms', (figures) => figures.p99],
  ['  a sync of the disk meanwhile, ms', (figures) => figures.diskSync],
  ['not acknowledged, all rounds', (figures) => figures.notAcknowledged],
  ['people miscounted, all rounds', (figures) => figures.miscounted],
  ['cards that end wrong, all rounds', (figures) => figures.wrongCards],
  ['peak memory, MB', (figures) => figures.peakMegabytes],
  ['  of bare Bolt’s', (figures) => figures.memoryRatioToBareBolt],
  ['chat.update a minute', (figures) => figures.updatesPerMinute],
  ['  calls refused by Slack, all rounds', (figures) => figures.refusedCalls],
  ['  cards shown out of turn, all rounds', (figures) => figures.outOfTurn],
  ['last vote shown after, ms', (figures) => figures.lastVoteShownAfter],
];

/** Prints a table, the aims, and all figures as one line of JSON. */
export function printReport(figures: readonly Figures[], plan: Plan): void {
  const width = 28;
  const print = (label: string, cells: readonly (string | number)[]) =>
    console.log(label.padEnd(42) + cells.map((cell) => String(cell).padStart(width)).join(''));
  print(
    `steady rate: ${plan.steadyPerSecond} a second`,
    figures.map(({ name }) => name),
  );
  for (const [label, pick] of rows) {
    print(
      label,
      figures.map((each) => pick(each) ?? '–'),
    );
  }
  console.log();
  const gavel = figures.slice(1);
  for (const { words, isMet } of aims) console.log(`${gavel.every(isMet) ? 'met   ' : 'MISSED'}  ${words}`);
  console.log();
  console.log(JSON.stringify({ node: process.version, processors: availableParallelism(), plan, figures }));
}
