import { wordDoubt as wordAdrDoubt } from '@gavel/adr/doctor/warning-words.ts';
import type { AdrDoubt, AdrWarning } from '@gavel/adr/read/warning.ts';
import type { ForgeTrouble, PublicationTrouble } from '../decision/failure/forge-trouble.ts';
import type { PushRefusal } from '../decision/failure/push-refusal.ts';
import type { Refusal } from '../decision/failure/refusal.ts';
import type { Trouble } from '../decision/failure/trouble.ts';
import type { LanguageCode } from '../decision/language-code.ts';
import type { Progress } from '../decision/outcome/progress.ts';
import type { KeptVerdict, VerdictFacts } from '../decision/outcome/verdict-facts.ts';
import type { DraftRemark, ReasonCount } from '../decision/proposal/draft-remark.ts';
import type { PublicationRemark } from '../decision/publication/publication-remark.ts';
import type { NamedRule } from '../decision/rule/named-rule.ts';
import type { PresetName } from '../decision/rule/preset.ts';
import type { Overrider, Rule } from '../decision/rule/rule.ts';
import type { RuleDoubt } from '../decision/rule/rule-doubt.ts';
import type { AdrPageWords } from './adr-page-words.ts';
import type { AnnouncementWords } from './announcement-words.ts';
import type { WriteAnswerTitle } from './answer-title.ts';
import type { AwayWords } from './away-words.ts';
import type { CardWords } from './card-words.ts';
import type { CommandWords, PublishNowWords, WaitingWords } from './command-words.ts';
import type { ConfirmationWords } from './confirmation-words.ts';
import type { CorrectionWords } from './correction-words.ts';
import type { OutcomeFormWords, WithdrawFormWords } from './decide-words.ts';
import type { ArgumentFormWords, ObjectionFormWords, SettleFormWords, WholeDecisionWords } from './deliberate-words.ts';
import type { DigestWords } from './digest-words.ts';
import type { DoctorWords } from './doctor-words.ts';
import type { FindWords } from './find-words.ts';
import type { FollowWords } from './follow-words.ts';
import type { FormWords } from './form-words.ts';
import type { HandoverWords } from './handover-words.ts';
import type { HistoryWords } from './history-words.ts';
import type { HomeWords } from './home-words.ts';
import type { ImportWords } from './import-words.ts';
import type { ListWords } from './list-words.ts';
import type { ObjectWords } from './object-words.ts';
import type { ObjectionWords } from './objection-words.ts';
import type { OutcomeWords } from './outcome-words.ts';
import type { PeopleWords } from './people-words.ts';
import type {
  BondWords,
  DraftFormWords,
  EditFormWords,
  OptionFormWords,
  ProposeFormWords,
  SectionFormWords,
} from './propose-words.ts';
import type { RecallWords } from './recall-words.ts';
import type { RecordLanguage, RecordVerdictWords } from './record-language.ts';
import type { RepositoryWords } from './repository-words.ts';
import type { ReviewWords } from './review-words.ts';
import type { RevisitWords } from './revisit-words.ts';
import type { OwnRuleFormWords, RuleHelpWords, SettingsFormWords } from './settings-words.ts';
import type { ShortcutWords } from './shortcut-words.ts';
import type { StalledWords } from './stalled-words.ts';
import type { StyleWords } from './style-words.ts';
import type { ToolWords } from './tool-words.ts';
import type { TurnoutWords } from './turnout-words.ts';
import type { DeadlineFormWords, PressWords, ScoreFormWords } from './vote-words.ts';

/** What is needed to tell a verdict. */
export interface VerdictWords extends RecordVerdictWords {
  /** The figures behind a verdict, without the objections that block it. */
  figures(verdict: KeptVerdict): string;
  /** The reason that a verdict itself gives, to follow a colon. '' if there is no winner. */
  justify(verdict: VerdictFacts): string;
  /** Why a rule rejects a decision, to follow a colon. '' if there is a winner. */
  reject(verdict: VerdictFacts): string;
}

/** What people read of a preset. */
interface PresetWords {
  readonly title: string;
  /** At most 75 characters (Slack: option object, description). */
  readonly sentence: string;
  /** What it is good for, as `/adr help rules` says. */
  readonly purpose: string;
}

/** What is needed to describe rules and the progress of votes under them. */
export interface RuleWords {
  readonly presets: Readonly<Record<PresetName, PresetWords>>;
  /** A rule in a few plain sentences, for any parameters. */
  describe(rule: Rule): string;
  /** The name of a rule. */
  nameOf(rule: Pick<NamedRule, 'id' | 'name'>): string;
  /** What a rule says, in a sentence or a few. */
  introduce(rule: NamedRule): string;
  /** “1 vote”, “11 points”. */
  countVotes(rule: Pick<Rule, 'method'>, votes: number): string;
  /** Those who may override a rule: “the proposer, the deciders, …”; in German, what follows “wer”. */
  nameOverriders(overriders: readonly Overrider[]): string;
  /** Minutes in words. */
  duration(minutes: number): string;
  /** The progress of an open vote, in phrases. */
  progress(vote: Progress): string[];
}

/** A sentence for each code, made from its facts; the type checker reports any code that a language lacks. */
type SentencesFor<Fact extends { readonly code: string }> = {
  readonly [Code in Fact['code']]: (facts: Extract<Fact, { readonly code: Code }>) => string;
};

export type RefusalWords = SentencesFor<Refusal>;
export type RuleDoubtWords = SentencesFor<RuleDoubt>;
type LeftOut = Extract<DraftRemark, { readonly code: 'left out of the form' }>;

export type DraftRemarkWords = SentencesFor<Exclude<DraftRemark, LeftOut>> & {
  /** `why` is the sentence for what is refused where people type it. */
  readonly 'left out of the form': (facts: Pick<LeftOut, 'texts' | 'others'> & { readonly why: string }) => string;
  /** What the reader of a draft doubts, in words, with the line. */
  readonly 'doubt about a line': (facts: { readonly line: number; readonly doubt: string }) => string;
};
/** What is wrong with the repository or with its forge, and what to do. */
export type TroubleWords = SentencesFor<Trouble | Exclude<ForgeTrouble, PushRefusal>>;
/** The part of it that is about the API of forges. */
export type ForgeTroubleWords = SentencesFor<Exclude<ForgeTrouble, PushRefusal>>;
/** What else the thread is told about a publication. */
export type PublicationRemarkWords = SentencesFor<PublicationRemark>;

/** What is said when Slack or Gavel itself failed. */
export interface FailureWords {
  readonly noAnswer: () => string;
  readonly tooManyCalls: (seconds: number) => string;
  readonly unexpected: (reference: string) => string;
}

/**
 * Everything that Gavel says, in Slack and in records, in one language. The type checker reports anything that a language
 * lacks.
 */
export interface Language extends RecordLanguage {
  readonly code: LanguageCode;
  /** The language's name for itself. */
  readonly name: string;
  readonly verdicts: VerdictWords;
  readonly rules: RuleWords;
  readonly refusals: RefusalWords;
  /** What comes before and after the name of the proposal that an ADR already has. */
  readonly aroundOpenProposal: (adr: string) => readonly [before: string, after: string];
  readonly ruleDoubts: RuleDoubtWords;
  /** What happens until somebody corrects what could not be used from `.gavel.yml`. */
  readonly ruleDoubtAdvice: (doubt: RuleDoubt) => string;
  readonly draftRemarks: DraftRemarkWords;
  /** “3 pros, 1 con”; '' if there are no reasons. */
  readonly wordReasons: (reasons: ReasonCount) => string;
  readonly failures: FailureWords;
  readonly troubles: TroubleWords;
  readonly publicationRemarks: PublicationRemarkWords;
  readonly people: PeopleWords;
  readonly card: CardWords;
  readonly outcomes: OutcomeWords;
  readonly announcements: AnnouncementWords;
  readonly corrections: CorrectionWords;
  readonly objections: ObjectionWords;
  readonly objects: ObjectWords;
  readonly digest: DigestWords;
  readonly imports: ImportWords;
  readonly reviews: ReviewWords;
  readonly repository: RepositoryWords;
  readonly turnout: TurnoutWords;
  readonly doctor: DoctorWords;
  readonly style: StyleWords;
  readonly list: ListWords;
  readonly find: FindWords;
  readonly home: HomeWords;
  readonly tools: ToolWords;
  readonly history: HistoryWords;
  readonly adrPage: AdrPageWords;
  readonly forms: FormWords;
  readonly settingsForm: SettingsFormWords;
  readonly ownRuleForm: OwnRuleFormWords;
  readonly ruleHelp: RuleHelpWords;
  readonly recall: RecallWords;
  readonly proposeForm: ProposeFormWords;
  readonly sectionForm: SectionFormWords;
  readonly draftForm: DraftFormWords;
  readonly editForm: EditFormWords;
  readonly optionForm: OptionFormWords;
  readonly bonds: BondWords;
  readonly shortcut: ShortcutWords;
  readonly commands: CommandWords;
  readonly waiting: WaitingWords;
  readonly away: AwayWords;
  readonly handover: HandoverWords;
  readonly follow: FollowWords;
  readonly stalled: StalledWords;
  readonly revisit: RevisitWords;
  readonly publishNow: PublishNowWords;
  readonly argumentForm: ArgumentFormWords;
  readonly objectionForm: ObjectionFormWords;
  readonly settleForm: SettleFormWords;
  readonly wholeDecision: WholeDecisionWords;
  readonly deadlineForm: DeadlineFormWords;
  readonly press: PressWords;
  readonly scoreForm: ScoreFormWords;
  readonly confirmation: ConfirmationWords;
  readonly outcomeForm: OutcomeFormWords;
  readonly answerTitle: WriteAnswerTitle;
  readonly withdrawForm: WithdrawFormWords;
}

/** The sentence for an expected failure. */
export function wordRefusal({ refusals }: Pick<Language, 'refusals'>, refusal: Refusal): string {
  return wordFacts(refusals, refusal);
}

/** The sentence for what could not be used from the rules that somebody wrote. */
export function wordRuleDoubt({ ruleDoubts }: Pick<Language, 'ruleDoubts'>, doubt: RuleDoubt): string {
  return wordFacts(ruleDoubts, doubt);
}

/** The sentences for trouble with the repository or with its forge. */
export function wordTrouble({ troubles }: Pick<Language, 'troubles'>, trouble: PublicationTrouble): string {
  return wordFacts(troubles, trouble);
}

/** The sentences for what a publication left out, or could not change. */
export function wordPublicationRemark(
  { publicationRemarks }: Pick<Language, 'publicationRemarks'>,
  remark: PublicationRemark,
): string {
  return wordFacts(publicationRemarks, remark);
}

/** The sentence for what was taken from a Markdown draft, or for what its reader doubts. */
export function wordDraftRemark(
  language: Pick<Language, 'draftRemarks' | 'doctor' | 'refusals'>,
  remark: DraftRemark | AdrWarning,
): string {
  const { draftRemarks, doctor } = language;
  if (remark.code === 'left out of the form')
    return draftRemarks[remark.code]({ ...remark, why: wordRefusal(language, remark.because) });
  if (!('line' in remark)) return wordFacts<Exclude<DraftRemark, LeftOut>>(draftRemarks, remark);
  return draftRemarks['doubt about a line']({ line: remark.line, doubt: wordDoubt({ doctor }, remark) });
}

/** The sentences for something doubtful about ADRs: what it is, and what to do about it. */
export function wordDoubt({ doctor }: Pick<Language, 'doctor'>, doubt: AdrDoubt): string {
  const { message, advice } = wordAdrDoubt(doctor.doubts, doubt);
  return `${message} ${advice}`;
}

function wordFacts<Fact extends { readonly code: string }>(sentences: SentencesFor<Fact>, fact: Fact): string {
  // The type checker does not see that a code and its facts belong together.
  const sentence = sentences[fact.code as Fact['code']] as (facts: Fact) => string;
  return sentence(fact);
}
