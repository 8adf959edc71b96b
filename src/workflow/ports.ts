import type { AdrEntry } from '../adr/entry.ts';
import type { ReadDraft } from '../adr/read-draft.ts';
import type { ArchiveFile } from '../adr/style/learn-style.ts';
import type { Ballot } from '../decision/ballot.ts';
import type { Cadence } from '../decision/cadence.ts';
import type { CardPlace, Decision, UserGroup } from '../decision/decision.ts';
import type { AdrChange, Summary } from '../decision/digest.ts';
import type { OwnRule } from '../decision/own-rule.ts';
import type { People, Person } from '../decision/person.ts';
import type { Status } from '../decision/status.ts';
import type { Tally } from '../decision/tally.ts';
import type { Announcement } from './announcement.ts';
import type { DraftForm } from './draft.ts';
import type { EventKind } from './event-kind.ts';

/** All that a step may ask of the world. `main` hands them in; tests hand in the same, started for the test. */
export interface Ports {
  readonly store: Store;
  readonly chat: Chat;
  readonly archive: Archive;
  readonly reader: Reader;
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
  readonly kind: EventKind;
  readonly detail: object;
}

/** An event as it was recorded, by this Gavel or by another version that has kinds of its own. */
export interface RecordedEvent extends Omit<HistoryEvent, 'decision' | 'kind'> {
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
  readonly isPrivate: boolean;
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

/** A vote that was cast when voting had ended: it is not counted, and who cast it is told so. */
export interface LateVote {
  readonly teamId: string;
  readonly decisionId: string;
  readonly round: number;
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

/** The background work, by name, with what each needs to know. Every job is safe to run twice. */
export interface Jobs {
  /**
   * `isLater`: the card is known already, so the channel is told that voting is open now. `again`: which round is to
   * begin, where it isn't the first, and why.
   */
  'open-voting': { decisionId: string; actorId: string; isLater: boolean; again?: { round: number; reason: string } };
  'close-voting': { decisionId: string };
  /** `objectionId`: the hold whose time is up. */
  'end-hold': { decisionId: string; objectionId: string };
  /** `dueAt`: the moment, as an ISO string, for which it was planned. */
  nudge: { decisionId: string; dueAt: string };
  'nudge-decider': { decisionId: string; dueAt: string; userId: string };
  'refresh-card': { decisionId: string };
  /** `place`: the card of a round that is over; `ended`: how, in words. */
  'retire-card': { decisionId: string; place: CardPlace; ended: string };
  reconcile: { decisionId: string };
  publish: { decisionId: string };
  tell: { teamId: string; key: string };
  'send-digest': { teamId: string; channelId: string };
  'follow-archive': { teamId: string };
  /** `key`: of the message that shows how far it is. */
  import: { teamId: string; key: string };
}

/** When a job is due, and the key under which a newer one of the same kind takes its place. */
export interface JobTiming {
  readonly runAt?: Date;
}

/** Which part of a list of ADRs. */
export interface AdrPage {
  readonly limit: number;
  readonly offset: number;
  readonly words?: readonly string[];
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
  /** What happened to a decision, in order: `most` of it after the first `skip`, and how much there is. */
  findEvents(
    decisionId: string,
    part: { readonly skip: number; readonly most: number },
  ): Promise<{ events: RecordedEvent[]; total: number }>;
  countVotes(decisionId: string): Promise<VoteCount[]>;
  /** Open votes in which somebody is a decider and has not voted, the earliest deadline first; proposals of theirs that nobody votes on now. */
  findWaiting(actor: Actor, now: Date): Promise<{ votes: WaitingDecision[]; proposals: WaitingDecision[] }>;

  /** Writes the ballot if the card is open for voting, and asks for a new card. Answers when it came too late. */
  castBallot(vote: Vote, now: Date): Promise<LateVote | undefined>;
  findBallots(decision: Decision): Promise<Ballot[]>;
  /** What people pressed or took off after the deadline: Slack's list has it, the count has not. */
  findLateVotes(decision: Decision): Promise<Pick<Ballot, 'optionId' | 'userId'>[]>;
  writeBallots(decision: Decision, ballots: readonly Ballot[]): Promise<void>;

  /** Those whom we know; with `since`, those whom we have asked Slack about since then. */
  findPeople(teamId: string, ids: readonly string[], since?: Date): Promise<People>;
  savePeople(teamId: string, people: readonly Person[], at: Date): Promise<void>;

  /** A decision, and how its card is posted. */
  findCard(decisionId: string): Promise<{ decision: Decision; posting: CardPosting } | undefined>;
  placeCard(decisionId: string, place: CardPlace): Promise<void>;
  markCardShown(decisionId: string, at: Date): Promise<void>;
  markOptionsSeeded(decisionId: string, count: number): Promise<void>;
  /** Forgets where the card was, because it is gone. */
  dropCard(decisionId: string): Promise<void>;

  findPublication(decisionId: string): Promise<Publication | undefined>;
  /** The numbers that decisions have or are about to get in an archive; nobody else takes one until we are done. */
  lockTakenNumbers(archive: string): Promise<number[]>;
  findTakenFiles(archive: string): Promise<string[]>;
  savePublication(decision: Decision, publication: Publication): Promise<void>;

  /** Writes a message to be said once; false when its key was written before. Adds the job that says it. */
  writeMessage(message: Message, at: Date): Promise<boolean>;
  findMessage(teamId: string, key: string): Promise<WrittenMessage | undefined>;
  markMessageSaid(teamId: string, key: string, ts: string): Promise<void>;
  /** Gives a message other words; where it is said already, `Chat.reword` shows them. */
  rewriteMessage(teamId: string, key: string, body: Announcement): Promise<void>;

  findSummaries(teamId: string): Promise<Summary[]>;

  /** Whether somebody takes direct messages about votes that wait for them. */
  wantsNudges(actor: Actor): Promise<boolean>;
  chooseNudges(actor: Actor, wantsNudges: boolean, at: Date): Promise<void>;
  /** When somebody was last nudged about a decision; without a person, the thread of its card. */
  findLastNudge(decisionId: string, userId: string | undefined): Promise<Date | undefined>;
  recordNudge(decision: Pick<Decision, 'id' | 'teamId'>, userId: string | undefined, at: Date): Promise<void>;

  /** What a channel has set for its votes. */
  findRuleSettings(place: ChannelPlace): Promise<RuleSettings>;
  saveRuleSetting(place: ChannelPlace, setting: RuleSetting, by: string, at: Date): Promise<void>;

  /** The open proposals that are bound to an ADR, the oldest first. */
  findBoundProposals(teamId: string, adrId: number): Promise<string[]>;
  /** The ADRs that are in the branch, by file name. */
  findAdrs(teamId: string, archive: string): Promise<IndexedAdr[]>;
  /** Undefined when there is no such ADR, or when its file is gone from the branch. */
  findAdr(id: number): Promise<IndexedAdr | undefined>;
  findAdrsByNumber(teamId: string, archive: string, number: number): Promise<IndexedAdr[]>;
  /** A part of the list, highest number first, of those in which each of `words` is found; `total` counts all of them. */
  listAdrs(teamId: string, archive: string, page: AdrPage): Promise<{ adrs: IndexedAdr[]; total: number }>;
  /** Our decisions whose files are in the branch. */
  findIndexedDecisions(teamId: string, archive: string): Promise<string[]>;
  /** What others did in git after `from` and until `to`, in order; not what our own publications did. */
  findAdrChanges(teamId: string, archive: string, from: Date, to: Date): Promise<AdrChange[]>;
  findSharedNumbers(teamId: string, archive: string): Promise<SharedNumber[]>;
  /** Our decisions, published before a time, whose files are not in the branch. */
  findLostDecisions(teamId: string, archive: string, before: Date): Promise<{ decisionId: string; fileName: string }[]>;
  /** What the index has, gone files included. */
  findIndexedFiles(teamId: string, archive: string): Promise<IndexedFile[]>;
  findIndexFigures(teamId: string, archive: string, since: Date): Promise<IndexFigures>;
  findArchiveReading(teamId: string, archive: string): Promise<ArchiveReading>;
  /** The same; nobody else writes to this index until the transaction ends. */
  lockArchiveReading(teamId: string, archive: string): Promise<ArchiveReading>;
  /** Saves it, and raises the version. */
  saveArchiveReading(teamId: string, archive: string, reading: ArchiveReading): Promise<void>;
  /** The text of `.gavel.yml`, as it was when the archive was last read through. */
  findArchiveSettings(teamId: string, archive: string): Promise<string | undefined>;
  /** Keeps it, beside a reading that is locked. */
  saveArchiveSettings(teamId: string, archive: string, settings: string | undefined): Promise<void>;
  /** Writes files that were read. Answers with the decisions of ours that go by another file name now. */
  writeAdrs(teamId: string, archive: string, writings: readonly AdrWriting[], sighting: Sighting): Promise<string[]>;
  /** Notes that files are gone. */
  removeAdrs(teamId: string, ids: readonly number[], sighting: Sighting): Promise<void>;

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
  /** Where the file of the ADR that the decision is bound to is on the web, on hosts that we know. */
  readonly boundAdrUrl: string | undefined;
  /** How many votes of this round were taken back. */
  readonly takenBack?: number;
  /** On the card of a round that is over, as everyone votes again on a new one: how it ended, in words. */
  readonly earlierRound?: string;
}

/** Slack, as far as the workflow needs it. */
export interface Chat {
  /** The workspace that we talk to. */
  readonly teamId: string;
  /** Gavel's own user id, whose reactions are no votes. */
  readonly botUserId: string;
  /** Undefined when Slack does not show us such a channel. */
  findChannel(channelId: string): Promise<Channel | undefined>;
  /** User ids of everybody in a channel, bots included. */
  listMembers(channelId: string): Promise<string[]>;
  /** The workspace's groups; undefined where Slack does not let us see them (Slack: scope usergroups:read). */
  listGroups(): Promise<readonly UserGroup[] | undefined>;
  /** User ids of everybody in a group; undefined when it is not there any more. */
  listGroupMembers(groupId: string): Promise<string[] | undefined>;
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
  /** Shows a message of the channel, said before, in its present words; one that is gone stays so. */
  reword(message: WrittenMessage, people: People): Promise<void>;
}

/** The text of a file. `isExact`: it is UTF-8, so that writing it back gives the same bytes; else it may only be read. */
export interface FileText {
  readonly text: string;
  readonly isExact: boolean;
}

/** The branch of the archive as it was when fetched. */
export interface Snapshot {
  readonly commit: string | undefined;
  /** Git's id of each file's content, by the name directly inside the folder. Links and submodules are left out. */
  readonly files: ReadonlyMap<string, string>;
  /** The texts of several files, with one question to the remote. Names that are not there are left out. */
  read(names: readonly string[]): Promise<ReadonlyMap<string, FileText>>;
  /** The text of `.gavel.yml`: of the folder, else of the top of the repository. */
  readSettings(): Promise<string | undefined>;
  /** Whether a path, from the folder (`../img/x.png`), is in the repository. */
  has(path: string): Promise<boolean>;
}

/** Reads ADRs: many at once on all cores, and long ones so that nobody has to wait. */
export interface Reader {
  /** The entries of files, in their order. */
  readEntries(files: readonly ArchiveFile[]): Promise<AdrEntry[]>;
  /** What a Markdown draft says, by the fields of a proposal. */
  readDraft(markdown: string): Promise<ReadDraft>;
}

/** An ADR as the index of its archive holds it. `blob` is git's id of the content that was read. */
export interface IndexedAdr extends AdrEntry {
  readonly id: number;
  readonly fileName: string;
  readonly blob: string;
  /** The decision that was published as this file, if it was one of ours. */
  readonly decisionId: string | undefined;
}

/** How far an archive has been read: the index shows the tree of `commit`, whole. */
export interface ArchiveReading {
  readonly commit: string | undefined;
  /** When the index was last brought in step; undefined until the first reading is through. */
  readonly checkedAt: Date | undefined;
  /** Who stopped a long reading: only `/adr import` goes on with it. */
  readonly stoppedBy: string | undefined;
  /** Grows by one with each write to the index, by which one of two processes that follow at once notices the other. */
  readonly version: number;
}

/** A file as the index knows it, as far as it takes to compare it with git. */
export interface IndexedFile {
  readonly id: number;
  readonly fileName: string;
  readonly blob: string;
  readonly number: number | undefined;
  readonly title: string;
  readonly status: Status | undefined;
  readonly statusText: string;
  /** No longer in the branch; such a file may return. */
  readonly isGone: boolean;
}

/** What is written of a file that has been read: over the row `id`, or as a new one, with what happened to it. */
export interface AdrWriting {
  readonly id: number | undefined;
  readonly fileName: string;
  readonly blob: string;
  readonly entry: AdrEntry;
  readonly events: readonly AdrEvent[];
}

/** When and in which commit something was seen. */
export interface Sighting {
  readonly at: Date;
  readonly commit: string | undefined;
}

/** A number that several files of an archive have. */
export interface SharedNumber {
  readonly number: number;
  /** By name. */
  readonly files: readonly { readonly fileName: string; readonly decisionId: string | undefined }[];
  /** When the latest of them came, or came under this name; undefined if all were there at the first reading. */
  readonly since: Date | undefined;
}

/** The index in figures: what is in it, and what happened in it since a time. */
export interface IndexFigures {
  readonly total: number;
  /** ADRs with warnings. */
  readonly doubtful: number;
  readonly added: number;
  readonly restated: number;
  readonly removed: number;
}

/** What happened to an ADR in git. `before` and `after`: its status, file name or content id, by the kind. */
export interface AdrEvent {
  readonly kind: 'added' | 'status' | 'renamed' | 'edited' | 'removed' | 'returned';
  readonly before: string | undefined;
  readonly after: string | undefined;
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
  /** The web address of a file of the folder, as the branch has it, on hosts that we know. */
  addressOfFile(name: string): string | undefined;
}
