import type { ColumnType, GeneratedAlways, JSONColumnType } from 'kysely';

/** Columns that PostgreSQL fills in unless we do. */
type Defaulted<T> = ColumnType<T, T | undefined, T>;

interface PersonTable {
  team_id: string;
  user_id: string;
  name: string;
  time_zone: string;
  kind: 'member' | 'guest' | 'bot' | 'deactivated' | 'outsider';
  is_admin: Defaulted<boolean>;
  fetched_at: Date;
}

interface DraftTable {
  id: string;
  team_id: string;
  channel_id: string;
  user_id: string;
  form: JSONColumnType<object>;
  started_at: Date;
  saved_at: Date;
  ended_at: Date | null;
}

interface DecidingChannelTable {
  team_id: string;
  channel_id: string;
}

interface DecisionTable {
  id: string;
  team_id: string;
  channel_id: string;
  title: string;
  context: string;
  drivers: string[];
  status: 'draft' | 'proposed' | 'accepted' | 'rejected' | 'deprecated' | 'superseded' | 'withdrawn';
  proposer_id: string;
  named_deciders: string[];
  named_groups: ColumnType<object, string | undefined, string>;
  closes_at: Date;
  time_zone: string;
  round: Defaulted<number>;
  rule: JSONColumnType<object>;
  voting_opened_at: Date | null;
  voting_first_closes_at: Date | null;
  voting_was_extended: Defaulted<boolean>;
  voting_shortenings: ColumnType<object, string | undefined, string>;
  voting_has_buttons: Defaulted<boolean>;
  voting_final_comments: ColumnType<object | null, string | null | undefined, string | null>;
  voting_closed_at: Date | null;
  voting_discussed_on: ColumnType<object | null, string | null | undefined, string | null>;
  chosen_option_id: string | null;
  reason: ColumnType<object | null, string | null | undefined, string | null>;
  decided_by: string | null;
  outcome_title: string | null;
  confirmed_by: string | null;
  decided_at: Date | null;
  awaited: ColumnType<object | null, string | null | undefined, string | null>;
  departures: ColumnType<object, string | undefined, string>;
  card_ts: string | null;
  card_message_id: Defaulted<string>;
  card_link: string | null;
  card_shown_at: Date | null;
  card_shown: string | null;
  card_seeded: Defaulted<number>;
  version: Defaulted<number>;
  proposed_at: Date;
  sections: ColumnType<object, string | undefined, string>;
  tags: Defaulted<string[]>;
  affects: Defaulted<string[]>;
  /** A day. It is written and, in JSON, read as `YYYY-MM-DD`. */
  revisit_on: string | null;
  revisit_when: string | null;
  draft: string | null;
  bond: JSONColumnType<object> | null;
  source: JSONColumnType<object> | null;
  is_published: Defaulted<boolean>;
  has_search_entry: Defaulted<boolean>;
  archive: string;
  words: string;
}

interface OptionTable {
  id: string;
  decision_id: string;
  team_id: string;
  /** Null for an option that was withdrawn before voting opened, like its emoji. */
  position: number | null;
  title: string;
  description: string;
  emoji: string | null;
  added_by: string;
  withdrawn_by: string | null;
  withdrawn_at: Date | null;
  withdrawn_votes: number | null;
}

interface ArgumentTable {
  id: string;
  decision_id: string;
  option_id: string;
  team_id: string;
  kind: 'pro' | 'con' | 'neutral';
  text: string;
  author_id: string;
  taken_by: string | null;
  made_at: Date;
  withdrawn_by: string | null;
  withdrawn_at: Date | null;
}

interface ObjectionTable {
  id: string;
  decision_id: string;
  team_id: string;
  kind: 'objection' | 'hold';
  author_id: string;
  reason: string;
  raised_at: Date;
  until: Date | null;
  settled: 'resolved' | 'overridden' | 'ended' | null;
  settled_by: string | null;
  settled_reason: string | null;
  settled_at: Date | null;
}

interface DeciderTable {
  decision_id: string;
  round: number;
  user_id: string;
  team_id: string;
  excluded: 'guest' | 'bot' | 'deactivated' | 'outsider' | 'unknown' | null;
  gone: 'deactivated' | 'left' | null;
  taken_out_by: string | null;
  taken_out_at: Date | null;
  handed_to: string | null;
  handed_at: Date | null;
}

interface BallotTable {
  decision_id: string;
  round: number;
  option_id: string;
  user_id: string;
  team_id: string;
  is_cast: boolean;
  score: Defaulted<number>;
  event_us: number;
  card_ts: string;
  button: 'not compared' | 'listed' | 'not listed' | null;
}

interface LateVoteTable {
  decision_id: string;
  round: number;
  option_id: string;
  user_id: string;
  team_id: string;
  is_cast: boolean;
  event_us: number;
}

interface SeenReactionTable {
  decision_id: string;
  round: number;
  option_id: string;
  user_id: string;
  team_id: string;
  is_cast: boolean;
  seen_at: Date;
}

interface CardMarkTable {
  decision_id: string;
  task: 'show' | 'judge' | 'compare';
  team_id: string;
  urgency: number;
  since: Date;
  not_before: Defaulted<Date>;
  failures: Defaulted<number>;
  taken_by: string | null;
  leased_until: Date | null;
  is_renewed: Defaulted<boolean>;
}

interface ConsequenceTable {
  decision_id: string;
  position: number;
  team_id: string;
  kind: 'good' | 'bad' | 'neutral';
  text: string;
}

interface PublicationTable {
  decision_id: string;
  team_id: string;
  archive: string;
  number: number | null;
  file_name: string | null;
  commit: string | null;
  commit_url: string | null;
  trouble: ColumnType<object | null, string | null | undefined, string | null>;
  pushed_at: Date | null;
  taken_in: string | null;
  state: Defaulted<'not yet' | 'committed' | 'in review' | 'merged' | 'closed without merging'>;
  file_state: 'awaited' | 'there' | 'missing' | 'gone' | null;
}

interface ReviewTable {
  team_id: string;
  decision_id: string;
  archive: string;
  branch: string;
  into_branch: string;
  why: JSONColumnType<object>;
  named_at: Date;
  number: number | null;
  url: string | null;
  seen: ColumnType<object | null, string | null, string | null>;
  base: string | null;
  pushed: string | null;
  file_name: string | null;
  written: string | null;
  merged: string | null;
  opened_at: Date | null;
  seen_at: Date | null;
  next_look_at: Date | null;
  reminded_at: Date | null;
  answer: 'reopened' | 'left' | null;
  proposal: ColumnType<object | null, string | null, string | null>;
}

interface EventTable {
  id: GeneratedAlways<number>;
  team_id: string;
  decision_id: string;
  at: Date;
  actor_id: string | null;
  kind: string;
  detail: JSONColumnType<object>;
}

interface MessageTable {
  team_id: string;
  key: string;
  message_id: Defaulted<string>;
  channel_id: string;
  decision_id: string | null;
  body: JSONColumnType<object>;
  ts: string | null;
  written_at: Date;
}

interface DigestCadenceTable {
  team_id: string;
  channel_id: string;
  every: 'day' | 'week' | 'never';
  weekday: number;
  time_of_day: string;
  time_zone: string;
  told_until: Date;
  set_by: string;
}

interface ArchiveTable {
  team_id: string;
  archive: string;
  commit: string | null;
  checked_at: Date | null;
  stopped_by: string | null;
  version: Defaulted<number>;
  settings: Defaulted<string | null>;
  asked: Defaulted<string[] | null>;
  adrs: Defaulted<number>;
  has_foreign: Defaulted<boolean>;
  counts_by_area: Defaulted<boolean>;
  reader: Defaulted<number>;
}

interface AdrTable {
  id: GeneratedAlways<number>;
  team_id: string;
  archive: string;
  file_name: string;
  area: Defaulted<string>;
  blob: string;
  number: number | null;
  title: string;
  status: DecisionTable['status'] | null;
  status_text: string;
  date: string | null;
  date_order: 'day first' | 'month first' | 'perhaps day first' | 'perhaps month first' | null;
  deciders: JSONColumnType<object>;
  tags: Defaulted<string[]>;
  affects: Defaulted<string[]>;
  revisit_on: string | null;
  outcome: string | null;
  dialect: string;
  links: JSONColumnType<object>;
  warnings: number;
  removed_at: Date | null;
  words: string;
  reader: Defaulted<number>;
}

interface AdrEventTable {
  id: GeneratedAlways<number>;
  team_id: string;
  adr_id: number;
  at: Date;
  kind: 'added' | 'status' | 'renamed' | 'edited' | 'removed' | 'returned';
  before: string | null;
  after: string | null;
  commit: string | null;
}

interface NudgeChoiceTable {
  team_id: string;
  user_id: string;
  wants_nudges: boolean;
  chosen_at: Date;
}

interface AwayTable {
  team_id: string;
  user_id: string;
  /** A day, which is read as text. */
  back_on: ColumnType<Date, string, string>;
  said_at: Date;
}

interface FollowedTagTable {
  team_id: string;
  /** A channel, or a person. */
  follower_id: string;
  tag: string;
  followed_by: string;
  followed_at: Date;
}

interface PersonalTokenTable {
  team_id: string;
  id: string;
  user_id: string;
  secret_hash: string;
  made_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
}

interface NudgeTable {
  id: GeneratedAlways<number>;
  team_id: string;
  decision_id: string;
  user_id: string | null;
  told_at: Date;
}

interface RuleSettingTable {
  id: GeneratedAlways<number>;
  team_id: string;
  channel_id: string;
  name: string | null;
  value: ColumnType<unknown, string | null, never>;
  set_by: string;
  set_at: Date;
}

interface ChannelLanguageTable {
  team_id: string;
  channel_id: string;
  id: GeneratedAlways<number>;
  language: string | null;
  set_by: string;
  set_at: Date;
}

interface ChannelTimeZoneTable {
  team_id: string;
  channel_id: string;
  id: GeneratedAlways<number>;
  time_zone: string | null;
  set_by: string;
  set_at: Date;
}

interface VoteButtonSettingTable {
  team_id: string;
  channel_id: string;
  id: GeneratedAlways<number>;
  has_buttons: boolean;
  set_by: string;
  set_at: Date;
}

interface WorkspaceTable {
  team_id: string;
  archive: string | null;
  has_plain_jobs: Defaulted<boolean>;
}

interface InstallationTable {
  team_id: string;
  bot_user_id: string;
  key_id: string;
  sealed_token: Buffer;
  api_url: string | null;
  installed_at: Date;
  revoked_at: Date | null;
}

interface RepositorySettingTable {
  id: GeneratedAlways<number>;
  team_id: string;
  channel_id: string;
  archive: string | null;
  set_by: string;
  set_at: Date;
}

interface InformedReviewTable {
  team_id: string;
  archive: string;
  number: number;
  comment: string | null;
  shown: string | null;
  is_removed: Defaulted<boolean>;
  told_check: string | null;
  seen: Defaulted<string | null>;
}

interface RevisitTable {
  team_id: string;
  id: string;
  decision_id: string | null;
  adr_id: number | null;
  archive: string;
  channel_ids: string[];
  user_ids: Defaulted<string[]>;
  /** Days are written and read as `YYYY-MM-DD`. */
  due_on: string;
  asked_at: Date;
  reminded_at: Date | null;
  answered_by: string | null;
  answered_at: Date | null;
  note: string | null;
  next_on: string | null;
  noted: 'not yet' | 'in review' | 'closed' | 'on branch' | 'left' | null;
  review: ColumnType<object | null, string | null, string | null>;
}

interface HomeTable {
  team_id: string;
  user_id: string;
  looked_at: Date;
  renewed_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  shown: Defaulted<string | null>;
  place: ColumnType<object | null, string | null | undefined, string | null>;
}

interface SearchEntryTable {
  id: number;
  team_id: string;
  decision_id: string | null;
  adr_id: number | null;
  channel_id: string | null;
  archive: string | null;
  dated_on: string | null;
  title: string;
  body: string;
  key_words: string;
  words: string;
}

interface SearchLanguageTable {
  team_id: string;
  language: string;
}

interface SearchWordTable {
  team_id: string;
  word: string;
}

/** The tables as the migrations leave them; the SQL says what each one is for. */
export interface Database {
  installation: InstallationTable;
  workspace: WorkspaceTable;
  person: PersonTable;
  draft: DraftTable;
  decision: DecisionTable;
  deciding_channel: DecidingChannelTable;
  option: OptionTable;
  argument: ArgumentTable;
  objection: ObjectionTable;
  decider: DeciderTable;
  ballot: BallotTable;
  late_vote: LateVoteTable;
  seen_reaction: SeenReactionTable;
  card_mark: CardMarkTable;
  consequence: ConsequenceTable;
  publication: PublicationTable;
  review: ReviewTable;
  event: EventTable;
  message: MessageTable;
  digest_cadence: DigestCadenceTable;
  archive: ArchiveTable;
  adr: AdrTable;
  adr_event: AdrEventTable;
  nudge_choice: NudgeChoiceTable;
  away: AwayTable;
  followed_tag: FollowedTagTable;
  personal_token: PersonalTokenTable;
  nudge: NudgeTable;
  rule_setting: RuleSettingTable;
  channel_language: ChannelLanguageTable;
  channel_time_zone: ChannelTimeZoneTable;
  repository_setting: RepositorySettingTable;
  vote_button_setting: VoteButtonSettingTable;
  informed_review: InformedReviewTable;
  revisit: RevisitTable;
  home: HomeTable;
  search_entry: SearchEntryTable;
  search_language: SearchLanguageTable;
  search_word: SearchWordTable;
}
