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

/** Reading and writing, either on its own or inside one transaction. */
export interface Records {
  saveDraft(draft: Draft): Promise<void>;
  findDraft(id: string): Promise<Draft | undefined>;
  findUnfinishedDraft(where: Pick<Draft, 'teamId' | 'channelId' | 'userId'>): Promise<Draft | undefined>;
  endDraft(id: string, at: Date): Promise<void>;

  /** False, and nothing written, when a decision with this id exists. */
  insertDecision(decision: Decision): Promise<boolean>;
  findDecision(id: string): Promise<Decision | undefined>;
  /** Those of them that there are, in any order. */
  findDecisions(ids: readonly string[]): Promise<Decision[]>;
  /** As `findDecision`, holding the row until the transaction ends. */
  lockDecision(id: string): Promise<Decision | undefined>;
  /** Writes what a move changed, and raises the version. */
  saveDecision(decision: Decision): Promise<void>;
  recordEvent(event: HistoryEvent): Promise<void>;
  /** What happened to a decision, in order: `most` of it after or before the event that it is cut at. */
  findEvents(decisionId: string, part: { readonly cut: Cut<number>; readonly most: number }): Promise<RecordedEvent[]>;
  /** How much happened to a decision, counted up to `most` plus one. */
  countEvents(decisionId: string, most: number): Promise<number>;
  countVotes(decisionId: string): Promise<VoteCount[]>;
  /**
   * Open votes in which somebody is a decider and has not voted, the earliest deadline first; and proposals of theirs that
   * nobody votes on now, the oldest first. No more than `most` of each.
   */
  findWaiting(
    actor: Actor,
    now: Date,
    most: number,
  ): Promise<{ votes: WaitingDecision[]; proposals: WaitingDecision[] }>;

  /** Writes the ballot if the card is open for voting, and marks the card. Answers when it came too late. */
  castBallot(vote: Vote, now: Date): Promise<LateVote | undefined>;
  /** Those of the current round; of one person alone, if they are named. */
  findBallots(decision: Decision, userId?: string): Promise<Ballot[]>;
  /** How everybody voted in the current rounds of decisions, by decision; nothing for those without a round. */
  takeCensus(decisions: readonly Decision[]): Promise<ReadonlyMap<Decision['id'], Census>>;
  /** What people pressed or took off after the deadline: Slack's list has it, the count has not. */
  findLateVotes(decision: Decision): Promise<LateReaction[]>;
  /** Takes down where Slack's list differed from the ballots after the deadline, as it was seen first. */
  noteSeenReactions(
    decision: Decision,
    seen: readonly Pick<Ballot, 'optionId' | 'userId' | 'isCast'>[],
    at: Date,
  ): Promise<void>;
  findSeenReactions(decision: Decision): Promise<SeenReaction[]>;
  writeBallots(decision: Decision, ballots: readonly Ballot[]): Promise<void>;

  /** Those whom we know; with `since`, those whom we have asked Slack about since then. */
  findPeople(teamId: string, ids: readonly string[], since?: Date): Promise<People>;
  /** As `findPeople` with `since`; what another process has learned since then may be missing. */
  recallPeople(teamId: string, ids: readonly string[], since: Date): Promise<People>;
  savePeople(teamId: string, people: readonly Person[], at: Date): Promise<void>;

  /** Decisions, those that there are, and how their cards are posted. */
  findCards(decisionIds: readonly string[]): Promise<{ decision: Decision; posting: CardPosting }[]>;
  placeCard(decisionId: string, place: CardPlace): Promise<void>;
  /** Notes that a card is about to change, by the sign of this attempt: until it has, nobody knows what Slack shows. */
  announceCard(decisionId: string, sign: string): Promise<void>;
  /** Notes when a card was looked at and, unless another attempt has begun since this one, what Slack shows now. */
  markCardShown(decisionId: string, at: Date, showing?: CardShowing): Promise<void>;
  markOptionsSeeded(decisionId: string, count: number): Promise<void>;
  /** Forgets where the card was, because it is gone. */
  dropCard(decisionId: string): Promise<void>;

  /**
   * Has a card shown as it will be when the transaction is committed, and its vote judged, if its rule may close it
   * early. However often that is asked for, it is done once.
   */
  markCard(decisionId: string, urgency: Urgency): Promise<void>;
  /** Has open proposals compared with Slack, in this order, behind those that wait for it already. */
  markToCompare(decisionIds: readonly string[]): Promise<void>;
  /**
   * Takes so many of a workspace's cards, at the most, whose turn it is. Whoever takes one keeps it, finishes it or puts
   * it back; should they do none of that, it is free again after a few seconds.
   */
  takeCards(teamId: string, task: CardTask, most: Most): Promise<Turn>;
  /** Says that somebody is still at work on a card. */
  keepCard(card: TakenCard): Promise<void>;
  /** What was asked for is done. What was asked for meanwhile is not. */
  finishCard(card: TakenCard): Promise<void>;
  /** It failed, and is tried again at that time, or sooner when the card changes. */
  putCardBack(card: TakenCard, notBefore: Date): Promise<void>;
  /** Whether somebody is at work on showing a card. */
  isCardTaken(decisionId: string): Promise<boolean>;

  findPublication(decisionId: string): Promise<FoundPublication | undefined>;
  /**
   * The highest number that a decision has or is about to get in an archive, or that an ADR has or had; 0 for none.
   * Nobody else takes one until we are done.
   */
  lockHighestNumber(teamId: string, archive: string): Promise<number>;
  /** Which of these file names decisions have, or are about to get, in an archive. */
  findTakenFiles(teamId: string, archive: string, names: readonly string[]): Promise<string[]>;
  savePublication(decision: Decision, publication: Publication): Promise<void>;
  /** The decisions that could not be brought into an archive when that was tried. */
  findTroubledPublications(teamId: string, archive: string): Promise<string[]>;

  /** Writes a message to be said once; false when its key was written before. Adds the job that says it. */
  writeMessage(message: Message, at: Date): Promise<boolean>;
  findMessage(teamId: string, key: string): Promise<WrittenMessage | undefined>;
  markMessageSaid(teamId: string, key: string, ts: string): Promise<void>;
  /** Gives a message other words; where it is said already, `Chat.reword` shows them. */
  rewriteMessage(teamId: string, key: string, body: Announcement): Promise<void>;

  /** These decisions of a workspace, in their order; not those that there are not. */
  findSummaries(teamId: string, ids: readonly string[]): Promise<Summary[]>;
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
  /** The channels that decisions of a workspace were proposed in. */
  findChannels(teamId: string): Promise<string[]>;

  /** Whether somebody takes direct messages about votes that wait for them. */
  wantsNudges(actor: Actor): Promise<boolean>;
  chooseNudges(actor: Actor, wantsNudges: boolean, at: Date): Promise<void>;
  /** When somebody was last nudged about a decision; without a person, the thread of its card. */
  findLastNudge(decisionId: string, userId: string | undefined): Promise<Date | undefined>;
  recordNudge(decision: Pick<Decision, 'id' | 'teamId'>, userId: string | undefined, at: Date): Promise<void>;
  /** Open votes, before their deadline, for which no nudge is planned; also those that get no more nudges. */
  findVotesWithoutNudge(teamId: string, now: Date): Promise<string[]>;

  /** What a channel has set for its votes. */
  findRuleSettings(place: ChannelPlace): Promise<RuleSettings>;
  saveRuleSetting(place: ChannelPlace, setting: RuleSetting, by: string, at: Date): Promise<void>;

  /** The open proposals that are bound to one of these ADRs, the oldest first. */
  findBoundProposals(teamId: string, adrIds: readonly number[]): Promise<string[]>;
  /** The ADRs that are in the branch, by file name. */
  findAdrs(teamId: string, archive: string): Promise<IndexedAdr[]>;
  /** Undefined when there is no such ADR, or when its file is gone from the branch. */
  findAdr(id: number): Promise<IndexedAdr | undefined>;
  findAdrsByNumber(teamId: string, archive: string, number: number): Promise<IndexedAdr[]>;
  /** Those whose file has a name, in whatever case, with or without its ending. */
  findAdrsNamed(teamId: string, archive: string, name: string): Promise<IndexedAdr[]>;
  /** ADRs whose files are gone from the branch, the latest first. */
  findGoneAdrs(teamId: string, archive: string, which: GoneQuestion): Promise<GoneAdr[]>;
  /** A part of the list of those that are in the branch, highest number first. */
  listAdrs(teamId: string, archive: string, part: Part<number>): Promise<IndexedAdr[]>;
  /** What others did in git after `from` and until `to`, in order; not what our own publications did. */
  findAdrChanges(teamId: string, archive: string, from: Date, to: Date): Promise<AdrHappening[]>;
  /** The numbers that several files have; with a period, those of ADRs to which something happened in it. */
  findSharedNumbers(
    teamId: string,
    archive: string,
    period?: { readonly after: Date; readonly until: Date },
  ): Promise<SharedNumber[]>;
  /** Our decisions whose files are gone from the index, or were published before a time and never came: each once. */
  markLost(teamId: string, archive: string, before: Date): Promise<{ decisionId: string; fileName: string }[]>;
  /** What the index has, gone files included. */
  findIndexedFiles(teamId: string, archive: string): Promise<IndexedFile[]>;
  findIndexFigures(teamId: string, archive: string, since: Date): Promise<IndexFigures>;
  findArchiveReading(teamId: string, archive: string): Promise<ArchiveReading>;
  /** The same; nobody else writes to this index until the transaction ends. */
  lockArchiveReading(teamId: string, archive: string): Promise<ArchiveReading>;
  /** Saves it, but for `hasForeign`, which follows from what is written; and raises the version. */
  saveArchiveReading(teamId: string, archive: string, reading: ArchiveReading): Promise<void>;
  /** The text of `.gavel.yml`, as it was when the archive was last read through. */
  findArchiveSettings(teamId: string, archive: string): Promise<string | undefined>;
  /** Keeps it, beside a reading that is locked. */
  saveArchiveSettings(teamId: string, archive: string, settings: string | undefined): Promise<void>;
  /** Writes files that were read. Answers with the decisions of ours that go by another file name now. */
  writeAdrs(teamId: string, archive: string, writings: readonly AdrWriting[], sighting: Sighting): Promise<string[]>;
  /** Notes that files are gone. */
  removeAdrs(teamId: string, archive: string, ids: readonly number[], sighting: Sighting): Promise<void>;

  findSubscription(teamId: string, channelId: string): Promise<Subscription | undefined>;
  lockSubscription(teamId: string, channelId: string): Promise<Subscription | undefined>;
  saveSubscription(subscription: Subscription, by: string): Promise<void>;
  markTold(subscription: Subscription, until: Date): Promise<void>;

  /** What an absence may have left undone: proposals that nobody votes on now, open votes by their deadlines, decisions of these statuses not yet in git, digests. */
  findUnfinishedWork(
    teamId: string,
    published: readonly Status[],
  ): Promise<{ waiting: string[]; voting: string[]; unpublished: string[]; subscriptions: Subscription[] }>;
  /** Takes over the jobs of our workspace that an earlier version of Gavel left waiting. */
  adoptJobs(): Promise<void>;
  /** Adds a job, in place of one like it that still waits. */
  addJob<Name extends keyof Jobs>(name: Name, payload: Jobs[Name], timing?: JobTiming): Promise<void>;
  /** Adds a job unless there is one like it. */
  ensureJob<Name extends keyof Jobs>(name: Name, payload: Jobs[Name], timing?: JobTiming): Promise<void>;
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
