import type { AdrWarning } from '@gavel/adr/read/warning.ts';
import type { Bond, SourceMessage, UserGroup } from '../../decision/decision.ts';
import type { DraftedArgument } from '../../decision/proposal/argument.ts';
import type { DraftRemark } from '../../decision/proposal/draft-remark.ts';
import type { OptionForm } from '../../decision/proposal/option.ts';
import type { Section } from '../../decision/proposal/section.ts';
import type { RecallForm } from '../../decision/recall/recall.ts';

/** A reason for or against an option, in a form. */
interface RowArgument extends DraftedArgument {
  /** The message of the thread that it was taken from. */
  readonly from?: string | undefined;
}

/** A row for an option; `key` tells rows apart while they come and go. */
export interface OptionRow extends OptionForm {
  readonly key: string;
  /** What is said for and against it, in a Markdown draft or in messages. */
  readonly arguments: readonly RowArgument[];
  /** The message of the thread that it was taken from. */
  readonly from?: string | undefined;
  /** It leaves the ADR that the proposal is bound to as it is. */
  readonly keepsAdr?: boolean | undefined;
  /** Its description is shown in an input, and not only its beginning. */
  readonly isOpen?: boolean | undefined;
}

/** A row for a section. */
export interface SectionRow extends Section {
  readonly key: string;
  /** It is typed in Markdown, and not in Slack's editor. */
  readonly isMarkdown?: boolean | undefined;
}

/** What somebody said about a metadata entry that only people know. */
export interface EntryAnswer {
  readonly entry: string;
  readonly text: string;
}

/** The message that a form was opened from. */
export interface FormSource extends SourceMessage {
  /** Whether not everybody in the workspace may read it. */
  readonly isPrivate: boolean;
}

/** What the propose modal holds so far, finished or not. */
export interface ProposalInput {
  readonly title: string;
  readonly context: string;
  readonly drivers: string;
  readonly options: readonly OptionRow[];
  /** Options that were removed and can be brought back, the last one first. */
  readonly removed?: readonly OptionRow[] | undefined;
  readonly sections: readonly SectionRow[];
  /** The metadata entries that the house asks for; forms from before there were such questions have none. */
  readonly answers?: readonly EntryAnswer[] | undefined;
  /** By what it is to be met again; undefined until there was an input for it. */
  readonly recall?: RecallForm | undefined;
  /** Whether somebody asked for all these inputs: else there are those for what the house asks for. */
  readonly hasWholeRecall?: boolean | undefined;
  /** The day to look again that the rules suggested, `YYYY-MM-DD`. */
  readonly suggestedDay?: string | undefined;
  /** The Markdown draft that it was filled in from; the modal does not show it. */
  readonly draft: string | undefined;
  /**
   * What was taken from the draft, and what its reader doubts: a line each. Forms that were filled in before these were
   * facts have them in words.
   */
  readonly remarks: readonly (DraftRemark | AdrWarning | string)[];
  readonly bond: Bond | undefined;
  /** Left out if it was not opened from a message. */
  readonly source?: FormSource | undefined;
  readonly deciders: readonly string[];
  /** User groups; forms from before there was this choice have none. */
  readonly groups?: readonly UserGroup[] | undefined;
  /** Which of the rules that the channel offers; forms from before there was a choice have none. */
  readonly ruleId?: string | undefined;
  /** What the repository that it goes to is called, where the channel has several. */
  readonly repository?: string | undefined;
  /** ISO date and time. */
  readonly closesAt: string | undefined;
  readonly opensVotingNow: boolean;
}
