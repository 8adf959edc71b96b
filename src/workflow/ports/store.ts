import type { AdrReference } from '@gavel/adr/name/adr-reference.ts';
import type { SeenReaction } from '../../decision/at-deadline.ts';
import type { Ballot } from '../../decision/ballot.ts';
import type { Cadence } from '../../decision/cadence.ts';
import type { Census } from '../../decision/census.ts';
import type { CardPlace, Decision } from '../../decision/decision.ts';
import type { AdrHappening, Summary } from '../../decision/digest.ts';
import type { OwnRule } from '../../decision/own-rule.ts';
import type { People, Person } from '../../decision/person.ts';
import type { Status } from '../../decision/status.ts';
import type { EventKind } from '../change/event-kind.ts';
import type { Announcement } from '../message/announcement.ts';
import type { Actor } from './actor.ts';
import type {
  AdrWriting,
  ArchiveReading,
  GoneAdr,
  GoneQuestion,
  IndexedAdr,
  IndexedFile,
  IndexFigures,
  SharedNumber,
  Sighting,
} from './adr-index.ts';
import type { CardTask, Most, TakenCard, Turn, Urgency } from './card-marks.ts';
import type { Message, WrittenMessage } from './chat.ts';
import type { DraftForm } from './draft-form.ts';
import type { Jobs, JobTiming } from './jobs.ts';
import type { Cut, ListCount, Part, UnindexedPart, UnpublishedPart } from './list.ts';
import type { Publication } from './publication.ts';

/** An entry in the history of a decision; nobody as actor means Gavel itself. */
export interface HistoryEvent {
  readonly decision: Pick<Decision, 'id' | 'teamId'>;
  readonly at: Date;
  readonly actorId: string | undefined;
  readonly kind: EventKind;
  readonly detail: object;
}

/** An event as it was recorded, by this Gavel or by another version that has kinds of its own. */
export interface RecordedEvent extends Omit<HistoryEvent, 'decision' | 'kind'> {
  readonly id: number;
  readonly kind: string;
}

/** How many votes were cast in a round, and how many of them were taken back. */
export interface VoteCount {
  readonly round: number;
  readonly cast: number;
  readonly takenBack: number;
}

/** A decision that waits for somebody. `isUndecided`: voting has closed, without a verdict. */
export interface WaitingDecision {
  readonly id: string;
  readonly channelId: string;
  readonly title: string;
  readonly closesAt: Date;
  readonly isUndecided: boolean;
  readonly cardLink: string | undefined;
}

/** A draft as kept between two looks at the modal. */
export interface Draft {
  readonly id: string;
  readonly teamId: string;
  readonly channelId: string;
  readonly userId: string;
  readonly form: DraftForm;
  readonly savedAt: Date;
}

/** What a decision was published as: a number or a file name. */
export type PublishedAs = AdrReference;

/** A publication as it was saved. `isGone`: its file was looked for in the archive, and is not there any more. */
export interface FoundPublication extends Publication {
  readonly isGone: boolean;
}

/** How the card is posted: the id that makes it one message, how many options have their emoji. */
export interface CardPosting {
  readonly messageId: string;
  /** When it was last compared with what it should show. */
  readonly shownAt: Date | undefined;
  /**
   * What Slack shows, as a fingerprint; or the sign of an attempt to change it of which nobody knows how it ended.
   * Undefined when nothing was sent under this message id.
   */
  readonly shown: string | undefined;
  readonly seeded: number;
}

/** An attempt to change a card that went well: its sign, and the fingerprint of what Slack shows since. */
export interface CardShowing {
  readonly sign: string;
  readonly fingerprint: string;
}

/** A vote as Slack reported it: someone added or removed the emoji of an option on a card. */
export interface Vote {
  readonly teamId: string;
  readonly channelId: string;
  readonly cardTs: string;
  readonly userId: string;
  readonly emoji: string;
  readonly isCast: boolean;
  readonly eventUs: number;
}

/** A vote that was cast when voting had ended: it is not counted, and who cast it is told so. */
export interface LateVote {
  readonly teamId: string;
  readonly decisionId: string;
  readonly round: number;
}

/** Something that somebody pressed or took off after the deadline. */
export type LateReaction = Pick<Ballot, 'optionId' | 'userId' | 'isCast' | 'eventUs'>;

/** A channel, and the workspace that it is in. */
export interface ChannelPlace {
  readonly teamId: string;
  readonly channelId: string;
}

/** Something that a channel sets for its votes: a rule of its own, or without a name which rule is offered first. */
export interface RuleSetting {
  readonly name: string | undefined;
  /** The parts of the rule, or the id of the one offered first; undefined takes it back. */
  readonly value: unknown;
}

/** What a channel has set for its votes, and who changed it last. */
export interface RuleSettings {
  readonly initialId: string | undefined;
  readonly own: readonly OwnRule[];
  readonly changed: { readonly by: string; readonly at: Date } | undefined;
}

/** A channel's digest: how often, and until when it has been told. */
export interface Subscription {
  readonly teamId: string;
  readonly channelId: string;
  readonly cadence: Cadence;
  readonly toldUntil: Date;
}

/** Proposals that somebody has not submitted yet. */
interface FormRecords {
  save(draft: Draft): Promise<void>;
  find(id: string): Promise<Draft | undefined>;
  findUnfinished(where: Pick<Draft, 'teamId' | 'channelId' | 'userId'>): Promise<Draft | undefined>;
  end(id: string, at: Date): Promise<void>;
}

/** Decisions, each read and saved whole. */
interface DecisionRecords {
  /** False, and nothing written, when a decision with this id exists. */
  insert(decision: Decision): Promise<boolean>;
  find(id: string): Promise<Decision | undefined>;
  /** Those of them that there are, in any order. */
  findAll(ids: readonly string[]): Promise<Decision[]>;
  /** Reads a decision and holds its row until the transaction ends. */
  lock(id: string): Promise<Decision | undefined>;
  /** Writes what a move changed, and raises the version. */
  save(decision: Decision): Promise<void>;
  /** The channels that decisions of a workspace were proposed in. */
  findChannels(teamId: string): Promise<string[]>;
  /** The open proposals that are bound to one of these ADRs, the oldest first. */
  findBoundTo(teamId: string, adrIds: readonly number[]): Promise<string[]>;
}

/** What happened to decisions. */
interface EventRecords {
  record(event: HistoryEvent): Promise<void>;
  /** What happened to a decision, in order: `most` of it after or before the event that it is cut at. */
  find(decisionId: string, part: { readonly cut: Cut<number>; readonly most: number }): Promise<RecordedEvent[]>;
  /** How much happened to a decision, counted up to `most` plus one. */
  count(decisionId: string, most: number): Promise<number>;
}

/** Ballots, and what was seen of reactions beyond them. */
interface BallotRecords {
  countByRound(decisionId: string): Promise<VoteCount[]>;
  /** Writes the ballot if the card is open for voting, and marks the card. Answers when it came too late. */
  cast(vote: Vote, now: Date): Promise<LateVote | undefined>;
  /** Those of the current round; of one person alone, if they are named. */
  find(decision: Decision, userId?: string): Promise<Ballot[]>;
  /** How everybody voted in the current rounds of decisions, by decision; nothing for those without a round. */
  takeCensus(decisions: readonly Decision[]): Promise<ReadonlyMap<Decision['id'], Census>>;
  /** What people pressed or took off after the deadline: Slack's list has it, the count has not. */
  findLate(decision: Decision): Promise<LateReaction[]>;
  /** Takes down where Slack's list differed from the ballots after the deadline, as it was seen first. */
  noteSeen(
    decision: Decision,
    seen: readonly Pick<Ballot, 'optionId' | 'userId' | 'isCast'>[],
    at: Date,
  ): Promise<void>;
  findSeen(decision: Decision): Promise<SeenReaction[]>;
  write(decision: Decision, ballots: readonly Ballot[]): Promise<void>;
}

/** People, as Slack told of them. */
interface PersonRecords {
  /** Those whom we know; with `since`, those whom we have asked Slack about since then. */
  find(teamId: string, ids: readonly string[], since?: Date): Promise<People>;
  /** Those whom we have asked Slack about since then, from memory: what another process has learned may be missing. */
  recall(teamId: string, ids: readonly string[], since: Date): Promise<People>;
  save(teamId: string, people: readonly Person[], at: Date): Promise<void>;
}

/** Where cards are, and what they show. */
interface CardRecords {
  /** Decisions, those that there are, and how their cards are posted. */
  find(decisionIds: readonly string[]): Promise<{ decision: Decision; posting: CardPosting }[]>;
  place(decisionId: string, place: CardPlace): Promise<void>;
  /** Notes that a card is about to change, by the sign of this attempt: until it has, nobody knows what Slack shows. */
  announce(decisionId: string, sign: string): Promise<void>;
  /** Notes when a card was looked at and, unless another attempt has begun since this one, what Slack shows now. */
  markShown(decisionId: string, at: Date, showing?: CardShowing): Promise<void>;
  markOptionsSeeded(decisionId: string, count: number): Promise<void>;
  /** Forgets where the card was, because it is gone. */
  drop(decisionId: string): Promise<void>;
}

/** What cards are marked for: to be shown, judged or compared with Slack. */
interface MarkRecords {
  /**
   * Has a card shown as it will be when the transaction is committed, and its vote judged, if its rule may close it
   * early. However often that is asked for, it is done once.
   */
  mark(decisionId: string, urgency: Urgency): Promise<void>;
  /** Has open proposals compared with Slack, in this order, behind those that wait for it already. */
  markToCompare(decisionIds: readonly string[]): Promise<void>;
  /**
   * Takes so many of a workspace's cards, at the most, whose turn it is. Whoever takes one keeps it, finishes it or puts
   * it back; should they do none of that, it is free again after a few seconds.
   */
  take(teamId: string, task: CardTask, most: Most): Promise<Turn>;
  /** Says that somebody is still at work on a card. */
  keep(card: TakenCard): Promise<void>;
  /** What was asked for is done. What was asked for meanwhile is not. */
  finish(card: TakenCard): Promise<void>;
  /** It failed, and is tried again at that time, or sooner when the card changes. */
  putBack(card: TakenCard, notBefore: Date): Promise<void>;
  /** Whether somebody is at work on showing a card. */
  isTaken(decisionId: string): Promise<boolean>;
}

/** How far decisions are on their way into git. */
interface PublicationRecords {
  find(decisionId: string): Promise<FoundPublication | undefined>;
  /**
   * The highest number that a decision has or is about to get in an archive, or that an ADR has or had; 0 for none.
   * Nobody else takes one until we are done.
   */
  lockHighestNumber(teamId: string, archive: string): Promise<number>;
  /** Which of these file names decisions have, or are about to get, in an archive. */
  findTakenFiles(teamId: string, archive: string, names: readonly string[]): Promise<string[]>;
  save(decision: Decision, publication: Publication): Promise<void>;
  /** The decisions that could not be brought into an archive when that was tried. */
  findTroubled(teamId: string, archive: string): Promise<string[]>;
  /** Our decisions whose files are gone from the index, or were published before a time and never came: each once. */
  markLost(teamId: string, archive: string, before: Date): Promise<{ decisionId: string; fileName: string }[]>;
}

/** What Gavel says, each once. */
interface MessageRecords {
  /** Writes a message to be said once; false when its key was written before. Adds the job that says it. */
  write(message: Message, at: Date): Promise<boolean>;
  find(teamId: string, key: string): Promise<WrittenMessage | undefined>;
  markSaid(teamId: string, key: string, ts: string): Promise<void>;
  /** Gives a message other words; where it is said already, `Chat.reword` shows them. */
  rewrite(teamId: string, key: string, body: Announcement): Promise<void>;
}

/** Decisions in short, for lists and digests. */
interface SummaryRecords {
  /**
   * Open votes in which somebody is a decider and has not voted, the earliest deadline first; and proposals of theirs that
   * nobody votes on now, the oldest first. No more than `most` of each.
   */
  findWaiting(
    actor: Actor,
    now: Date,
    most: number,
  ): Promise<{ votes: WaitingDecision[]; proposals: WaitingDecision[] }>;
  /** These decisions of a workspace, in their order; not those that there are not. */
  find(teamId: string, ids: readonly string[]): Promise<Summary[]>;
  /** Decisions that were published under a number or a file name, the latest first. */
  findPublishedAs(teamId: string, reference: PublishedAs): Promise<Summary[]>;
  /** Decisions whose titles have all of these words, newest first; where some are called exactly so, only those. */
  findTitled(
    teamId: string,
    words: readonly string[],
    which: { readonly channelIds: readonly string[]; readonly most: number },
  ): Promise<Summary[]>;
  findUnpublished(teamId: string, part: UnpublishedPart): Promise<Summary[]>;
  findUnindexed(teamId: string, part: UnindexedPart): Promise<Summary[]>;
  /** How many lines the list has: unpublished decisions of these channels, those that the index does not have, and ADRs. */
  countListed(
    teamId: string,
    archive: string,
    which: { readonly words: readonly string[]; readonly channelIds: readonly string[]; readonly most: number },
  ): Promise<ListCount>;
  /** What was decided in a period, in its order: what is in git, and what stands in these channels. */
  findDecided(
    teamId: string,
    channelIds: readonly string[],
    period: { readonly after: Date; readonly until: Date },
  ): Promise<Summary[]>;
  /** The votes that are open in these channels, the first to close first. */
  findOpenVotes(teamId: string, channelIds: readonly string[]): Promise<Summary[]>;
}

/** Reminders to vote. */
interface NudgeRecords {
  /** Whether somebody takes direct messages about votes that wait for them. */
  areWanted(actor: Actor): Promise<boolean>;
  choose(actor: Actor, wantsNudges: boolean, at: Date): Promise<void>;
  /** When somebody was last nudged about a decision; without a person, the thread of its card. */
  findLast(decisionId: string, userId: string | undefined): Promise<Date | undefined>;
  record(decision: Pick<Decision, 'id' | 'teamId'>, userId: string | undefined, at: Date): Promise<void>;
  /** Open votes, before their deadline, for which no nudge is planned; also those that get no more nudges. */
  findVotesWithout(teamId: string, now: Date): Promise<string[]>;
}

/** What channels set for their votes. */
interface RuleRecords {
  /** What a channel has set for its votes. */
  find(place: ChannelPlace): Promise<RuleSettings>;
  save(place: ChannelPlace, setting: RuleSetting, by: string, at: Date): Promise<void>;
}

/** The ADRs of an archive, as its index has them. */
interface AdrRecords {
  /** The ADRs that are in the branch, by file name. */
  findAll(teamId: string, archive: string): Promise<IndexedAdr[]>;
  /** Undefined when there is no such ADR, or when its file is gone from the branch. */
  find(id: number): Promise<IndexedAdr | undefined>;
  findByNumber(teamId: string, archive: string, number: number): Promise<IndexedAdr[]>;
  /** Those whose file has a name, in whatever case, with or without its ending. */
  findNamed(teamId: string, archive: string, name: string): Promise<IndexedAdr[]>;
  /** ADRs whose files are gone from the branch, the latest first. */
  findGone(teamId: string, archive: string, which: GoneQuestion): Promise<GoneAdr[]>;
  /** A part of the list of those that are in the branch, highest number first. */
  list(teamId: string, archive: string, part: Part<number>): Promise<IndexedAdr[]>;
  /** What others did in git after `from` and until `to`, in order; not what our own publications did. */
  findChanges(teamId: string, archive: string, from: Date, to: Date): Promise<AdrHappening[]>;
  /** The numbers that several files have; with a period, those of ADRs to which something happened in it. */
  findSharedNumbers(
    teamId: string,
    archive: string,
    period?: { readonly after: Date; readonly until: Date },
  ): Promise<SharedNumber[]>;
  /** Writes files that were read. Answers with the decisions of ours that go by another file name now. */
  write(teamId: string, archive: string, writings: readonly AdrWriting[], sighting: Sighting): Promise<string[]>;
  /** Notes that files are gone. */
  remove(teamId: string, archive: string, ids: readonly number[], sighting: Sighting): Promise<void>;
}

/** How far an archive has been read, and its settings. */
interface ReadingRecords {
  /** What the index has, gone files included. */
  findFiles(teamId: string, archive: string): Promise<IndexedFile[]>;
  findFigures(teamId: string, archive: string, since: Date): Promise<IndexFigures>;
  find(teamId: string, archive: string): Promise<ArchiveReading>;
  /** Reads it and keeps everybody else from writing to this index until the transaction ends. */
  lock(teamId: string, archive: string): Promise<ArchiveReading>;
  /** Saves it, but for `hasForeign`, which follows from what is written; and raises the version. */
  save(teamId: string, archive: string, reading: ArchiveReading): Promise<void>;
  /** The text of `.gavel.yml`, as it was when the archive was last read through. */
  findSettings(teamId: string, archive: string): Promise<string | undefined>;
  /** Keeps it, beside a reading that is locked. */
  saveSettings(teamId: string, archive: string, settings: string | undefined): Promise<void>;
}

/** Which channels get digests, and until when they have been told. */
interface DigestRecords {
  find(teamId: string, channelId: string): Promise<Subscription | undefined>;
  lock(teamId: string, channelId: string): Promise<Subscription | undefined>;
  save(subscription: Subscription, by: string): Promise<void>;
  markTold(subscription: Subscription, until: Date): Promise<void>;
}

/** Background work. */
interface JobRecords {
  /** What an absence may have left undone: proposals that nobody votes on now, open votes by their deadlines, decisions of these statuses not yet in git, digests. */
  findUnfinishedWork(
    teamId: string,
    published: readonly Status[],
  ): Promise<{ waiting: string[]; voting: string[]; unpublished: string[]; subscriptions: Subscription[] }>;
  /** Takes over the jobs of our workspace that an earlier version of Gavel left waiting. */
  adopt(): Promise<void>;
  /** Adds a job, in place of one like it that still waits. */
  add<Name extends keyof Jobs>(name: Name, payload: Jobs[Name], timing?: JobTiming): Promise<void>;
  /** Adds a job unless there is one like it. */
  ensure<Name extends keyof Jobs>(name: Name, payload: Jobs[Name], timing?: JobTiming): Promise<void>;
}

/** Reading and writing, either on its own or inside one transaction: by what it is about. */
export interface Records {
  readonly forms: FormRecords;
  readonly decisions: DecisionRecords;
  readonly events: EventRecords;
  readonly ballots: BallotRecords;
  readonly people: PersonRecords;
  readonly cards: CardRecords;
  readonly marks: MarkRecords;
  readonly publications: PublicationRecords;
  readonly messages: MessageRecords;
  readonly summaries: SummaryRecords;
  readonly nudges: NudgeRecords;
  readonly rules: RuleRecords;
  readonly adrs: AdrRecords;
  readonly readings: ReadingRecords;
  readonly digests: DigestRecords;
  readonly jobs: JobRecords;
}

/** The database. */
export interface Store {
  /**
   * Makes the database ours, if it is nobody's. Throws, with words for whoever runs Gavel, when it belongs to another
   * workspace. Where decisions go to another archive than before, what isn't in git yet goes there from now on.
   */
  claim(): Promise<void>;
  readonly read: Records;
  /** Runs `work` in one transaction; no network call belongs inside. */
  transaction<T>(work: (records: Records) => Promise<T>): Promise<T>;
  /** Calls `listener` whenever cards were marked through this store, once they are free to be taken. Answers with the way to end that. */
  onMarked(listener: () => void): () => void;
}
