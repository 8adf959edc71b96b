import type { Ballot } from '../decision/ballot.ts';
import type { Cadence } from '../decision/cadence.ts';
import type { CardPlace, Decision } from '../decision/decision.ts';
import type { Summary } from '../decision/digest.ts';
import type { People, Person } from '../decision/person.ts';
import type { Status } from '../decision/status.ts';
import type { Tally } from '../decision/tally.ts';
import type { Announcement } from './announcement.ts';
import type { DraftForm } from './draft.ts';

/** All that a step may ask of the world. `main` hands them in; tests hand in the same, started for the test. */
export interface Ports {
  readonly store: Store;
  readonly chat: Chat;
  readonly archive: Archive;
  readonly now: () => Date;
  readonly log: Log;
  readonly settings: Settings;
}

/** What an operator can choose about the workflow. */
export interface Settings {
  /** Whether rejected decisions are committed too, so that nobody has to argue them again. */
  readonly publishesRejected: boolean;
}

/** Structured logging, as pino has it. */
export interface Log {
  info(context: object, message: string): void;
  warn(context: object, message: string): void;
  error(context: object, message: string): void;
}

/** Where a person is when they do something. */
export interface Actor {
  readonly teamId: string;
  readonly userId: string;
}

/** An entry in the history of a decision; nobody as actor means Gavel itself. */
export interface HistoryEvent {
  readonly decision: Pick<Decision, 'id' | 'teamId'>;
  readonly at: Date;
  readonly actorId: string | undefined;
  readonly kind: string;
  readonly detail: object;
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

/** How far an outcome is on its way into git. */
export interface Publication {
  readonly archive: string;
  readonly number: number | undefined;
  readonly fileName: string | undefined;
  readonly commit: string | undefined;
  readonly commitUrl: string | undefined;
  readonly pushedAt: Date | undefined;
  /** Why it is not there yet, in words for people. */
  readonly trouble: string | undefined;
}

/** How the card is posted: the id that makes it one message, when it was last shown, how many options have their emoji. */
export interface CardPosting {
  readonly messageId: string;
  readonly shownAt: Date | undefined;
  readonly seeded: number;
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

/** Something Gavel says once. */
export interface Message {
  readonly teamId: string;
  readonly key: string;
  readonly channelId: string;
  /** The decision in whose thread it is said; none for the channel itself. */
  readonly decisionId: string | undefined;
  readonly body: Announcement;
}

/** A message with the id under which Slack knows a second attempt for what it is, and its `ts` once it is said. */
export interface WrittenMessage extends Message {
  readonly messageId: string;
  readonly ts: string | undefined;
}

/** A channel's digest: how often, and until when it has been told. */
export interface Subscription {
  readonly teamId: string;
  readonly channelId: string;
  readonly cadence: Cadence;
  readonly toldUntil: Date;
}

/** The background work, by name, with what each needs to know. Every job is safe to run twice. */
export interface Jobs {
  /** `isLater`: the card is known already, so the channel is told that voting is open now. */
  'open-voting': { decisionId: string; actorId: string; isLater: boolean };
  'close-voting': { decisionId: string };
  'refresh-card': { decisionId: string };
  reconcile: { decisionId: string };
  publish: { decisionId: string };
  tell: { teamId: string; key: string };
  'send-digest': { teamId: string; channelId: string };
}

/** When a job is due, and the key under which a newer one of the same kind takes its place. */
export interface JobTiming {
  readonly runAt?: Date;
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
  /** As `findDecision`, holding the row until the transaction ends. */
  lockDecision(id: string): Promise<Decision | undefined>;
  /** Writes what a move changed, and raises the version. */
  saveDecision(decision: Decision): Promise<void>;
  recordEvent(event: HistoryEvent): Promise<void>;

  /** Writes the ballot if the card is open for voting, and asks for a new card. */
  castBallot(vote: Vote, now: Date): Promise<void>;
  findBallots(decision: Decision): Promise<Ballot[]>;
  writeBallots(decision: Decision, ballots: readonly Ballot[]): Promise<void>;

  findPeople(teamId: string, ids: readonly string[]): Promise<People>;
  /** Those whom we don't know, or learnt of before `since`. */
  findStrangers(teamId: string, ids: readonly string[], since: Date): Promise<string[]>;
  savePeople(teamId: string, people: readonly Person[], at: Date): Promise<void>;

  findCardPosting(decisionId: string): Promise<CardPosting>;
  placeCard(decisionId: string, place: CardPlace): Promise<void>;
  markCardShown(decisionId: string, at: Date): Promise<void>;
  markOptionsSeeded(decisionId: string, count: number): Promise<void>;
  /** Forgets where the card was, because it is gone. */
  dropCard(decisionId: string): Promise<void>;

  findPublication(decisionId: string): Promise<Publication | undefined>;
  /** The numbers that decisions have or are about to get in an archive; nobody else takes one until we are done. */
  lockTakenNumbers(archive: string): Promise<number[]>;
  savePublication(decision: Decision, publication: Publication): Promise<void>;

  /** Writes a message to be said once; false when its key was written before. Adds the job that says it. */
  writeMessage(message: Message, at: Date): Promise<boolean>;
  findMessage(teamId: string, key: string): Promise<WrittenMessage | undefined>;
  markMessageSaid(teamId: string, key: string, ts: string): Promise<void>;

  findSummaries(teamId: string): Promise<Summary[]>;

  findSubscription(teamId: string, channelId: string): Promise<Subscription | undefined>;
  lockSubscription(teamId: string, channelId: string): Promise<Subscription | undefined>;
  saveSubscription(subscription: Subscription, by: string): Promise<void>;
  markTold(subscription: Subscription, until: Date): Promise<void>;

  /** What an absence may have left undone: proposals that nobody votes on now, open votes, decisions of these statuses not yet in git, digests. */
  findUnfinishedWork(
    published: readonly Status[],
  ): Promise<{ waiting: string[]; voting: string[]; unpublished: string[]; subscriptions: Subscription[] }>;
  /** Adds a job, in place of one like it that still waits. */
  addJob<Name extends keyof Jobs>(name: Name, payload: Jobs[Name], timing?: JobTiming): Promise<void>;
  /** Adds a job unless there is one like it. */
  ensureJob<Name extends keyof Jobs>(name: Name, payload: Jobs[Name], timing?: JobTiming): Promise<void>;
}

/** The database. */
export interface Store {
  readonly read: Records;
  /** Runs `work` in one transaction; no network call belongs inside. */
  transaction<T>(work: (records: Records) => Promise<T>): Promise<T>;
}

/** What Slack says of a channel. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly hasGavel: boolean;
}

/** Everything that a card shows. */
export interface CardView {
  readonly decision: Decision;
  readonly tally: Tally | undefined;
  readonly people: People;
  readonly publication: Publication | undefined;
}

/** Slack, as far as the workflow needs it. */
export interface Chat {
  /** Gavel's own user id, whose reactions are no votes. */
  readonly botUserId: string;
  /** Undefined when Slack does not show us such a channel. */
  findChannel(channelId: string): Promise<Channel | undefined>;
  /** User ids of everybody in a channel, bots included. */
  listMembers(channelId: string): Promise<string[]>;
  /** Those of them whom Slack knows. */
  findPeople(ids: readonly string[]): Promise<Person[]>;
  /** Posts a card; with the same `messageId`, it is one card however often it is tried. */
  postCard(view: CardView, messageId: string): Promise<CardPlace>;
  /** False when the card is gone. */
  updateCard(view: CardView, place: CardPlace): Promise<boolean>;
  seedEmoji(channelId: string, ts: string, emoji: string): Promise<void>;
  /** User ids by plain emoji name, without our own; undefined when the message is gone. */
  readReactions(channelId: string, ts: string): Promise<ReadonlyMap<string, readonly string[]> | undefined>;
  /** Says a message; with the same `messageId`, it is one message however often it is tried. Answers with its ts. */
  say(message: WrittenMessage, context: { decision: Decision | undefined; people: People }): Promise<string>;
}

/** The branch of the archive as it was when fetched. */
export interface Snapshot {
  readonly commit: string | undefined;
  /** Names directly inside the folder. */
  readonly files: readonly string[];
  read(name: string): Promise<string | undefined>;
}

/** Files to commit together, and for which decision. The date makes the commit repeatable. */
export interface Change {
  readonly decisionId: string;
  readonly files: readonly { readonly name: string; readonly content: string }[];
  readonly message: string;
  readonly at: Date;
}

/** Where a change ended up. `url` is the web address of the commit on hosts that we know. */
export interface Published {
  readonly commit: string;
  readonly path: string;
  readonly url: string | undefined;
}

/** The team's git repository of ADRs, as the bot sees it. */
export interface Archive {
  /** Names the place in which numbers are unique: repository, branch and folder, without credentials. */
  readonly id: string;
  readonly label: string;
  /** Where the ADRs are, from the root of the repository. */
  readonly folder: string;
  fetch(): Promise<Snapshot>;
  /** The commit that has this decision already. */
  find(decisionId: string, snapshot: Snapshot): Promise<string | undefined>;
  /** One commit on top of `on`, pushed. Throws BranchMoved, or ArchiveError with words for people. */
  commit(change: Change, on: Snapshot): Promise<Published>;
  /** The web address of a commit on hosts that we know. */
  addressOf(commit: string): string | undefined;
}
