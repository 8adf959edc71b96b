import type { BondKind } from '../decision/decision.ts';
import type { Words } from './say.ts';

/** What the form of a proposal says. */
export interface ProposeFormWords {
  readonly title: string;
  readonly submit: string;
  /** Closes the form; what was typed is kept. */
  readonly close: string;
  /** Asks for the channel that decides. */
  readonly channel: string;
  readonly noChannel: string;
  /** Shown below it until a channel is chosen in which something can be proposed. */
  readonly channelHint: string;
  /** Says that what is typed is kept. */
  readonly keptAsTyped: Words;
  readonly question: string;
  readonly questionExample: string;
  /** Something was decided under such a title, or is being decided: its name, and its status and date. */
  alike(name: string, facts: string): Words;
  /** The button that makes the form a proposal to supersede it. */
  readonly supersede: string;
  readonly context: string;
  readonly contextExample: string;
  /** Shown instead of a context that is too long for the form. */
  contextTooLong(length: number): string;
  readonly drivers: string;
  readonly driversExample: string;
  /** Options are counted from 1. */
  option(position: number): string;
  readonly optionExample: string;
  aboutOption(position: number): string;
  readonly aboutOptionExample: string;
  /** Shows the input for an option's description, if there is none yet, or one already. */
  readonly describeOption: string;
  readonly changeDescription: string;
  /** Hides that input; the description stays. */
  readonly hideDescription: string;
  readonly moveUp: string;
  readonly moveDown: string;
  readonly removeOption: string;
  /** Takes that back in the form that edits a decision. */
  readonly keepOption: string;
  /** Brings a removed option back; '' if it has no name. */
  bringBack(title: string): string;
  /** The option that leaves the ADR of the bond as it is. */
  keepingOption(position: number): string;
  readonly keepingOptionExample: string;
  readonly keepingOptionHint: string;
  /** How many reasons an option begins with, from a Markdown draft or from messages: “3 pros, 1 con”. */
  reasonsGiven(reasons: string): string;
  readonly noMoreOptions: string;
  readonly addOption: string;
  readonly addSection: string;
  readonly addMarkdownSection: string;
  /** Below the input for a metadata entry of the ADR. */
  readonly entryHint: string;
  /** The same for a section that the ADRs have. */
  readonly sectionHint: string;
  /** The heading of the section that has the metadata of the ADR. */
  readonly metadata: string;
  readonly useDraft: string;
  readonly deciders: string;
  readonly everyone: string;
  readonly decidersHint: string;
  readonly groups: string;
  readonly noGroup: string;
  readonly groupsHint: string;
  readonly deadline: string;
  readonly voting: string;
  readonly voteNow: string;
  readonly voteLater: string;
  /** Shown in place of the rules until a channel is chosen. */
  readonly rulesLater: string;
  /** Shown above the rules after the form was submitted for a place whose rules nobody had seen. */
  readonly rulesChanged: string;
  /** Offers to continue an unfinished form; its title is '' if it has none. `channelName`: if it is not for here. */
  unfinished(title: string, savedAt: Date, channelName: string | undefined): Words;
  readonly resume: string;
  readonly startAfresh: string;
  readonly discard: string;
  /** Asks whether to discard an unfinished form; '' as its title if it has none. */
  readonly discardTitle: string;
  discardQuestion(title: string): string;
  /** Said when a form was closed: it is kept, and where `/adr propose` brings it back; undefined: in direct messages. */
  kept(title: string, channelName: string | undefined): Words;
}

/**
 * Which form the sections are in: a proposal can still be given a new Markdown draft, while an edited decision would
 * have to be proposed again.
 */
export type SectionFormKind = 'propose' | 'edit';

/** What the inputs for sections of the ADR say. */
export interface SectionFormWords {
  /** Sections are counted from 1. */
  heading(position: number): string;
  readonly headingExample: string;
  /** The text of a section, or one part of it if it takes several inputs. */
  text(position: number, part: number, parts: number): string;
  readonly textExample: string;
  readonly hint: string;
  /** The hint for a text in Markdown, which may have more than Slack's editor has a place for. */
  readonly markdownHint: string;
  /** Why a text is in several inputs. */
  partsHint(length: number, parts: number): string;
  /** Names a section that the form has no room for. */
  tooLong(heading: string, length: number, form: SectionFormKind): string;
  /** Names sections that the form has no input for; `others` is how many more there are. */
  left(headings: readonly string[], others: number, form: SectionFormKind): string;
}

/** What the form for a Markdown draft says. */
export interface DraftFormWords {
  readonly title: string;
  readonly submit: string;
  readonly introduction: string;
  readonly draft: string;
  readonly draftExample: string;
  /** How much fits; anything longer goes into a file, if the form takes one. */
  draftHint(most: number, takesFiles: boolean): string;
  readonly file: string;
  readonly fileHint: string;
}

/** What the form that edits a decision says, beyond the form of a proposal. */
export interface EditFormWords {
  /** What can't be changed once voting is open. */
  readonly fixed: string;
  /** Shown instead of a context that is too long for the form. */
  readonly contextTooLong: string;
  /** An option that is removed once the form is saved. */
  readonly removedOption: string;
  readonly aboutRemovedOption: string;
  readonly removedHint: string;
}

/** What the form for one more option says. */
export interface OptionFormWords {
  readonly title: string;
  readonly option: string;
  readonly optionExample: string;
  readonly about: string;
  readonly aboutExample: string;
}

/** An ADR that a proposal is bound to. */
export interface BoundAdr {
  readonly number: number | undefined;
  readonly title: string;
}

/** What became of the bound ADR in the meantime, and which other ADR caused it. */
export interface ToldObstacle {
  readonly kind: 'superseded' | 'deprecated' | 'gone';
  readonly by: Words | undefined;
}

/** What is said about the ADR that a proposal supersedes, amends or deprecates. */
export interface BondWords {
  /** The question that such a proposal asks; an ADR whose title is a question is asked again, or named by its number. */
  ask(kind: BondKind, adr: BoundAdr): string;
  /** The name of the option that leaves the ADR as it is. */
  keep(adr: BoundAdr): string;
  /** The two options of a proposal to deprecate an ADR. */
  readonly deprecate: readonly [does: string, doesNot: string];
  /** What accepting the proposal does; `offersToKeep`: one of the options is to leave the ADR as it is. */
  announce(kind: BondKind, adr: BoundAdr, offersToKeep: boolean): string;
  /** When an open proposal would do it: always, only if an option is chosen, or unless one is. */
  proposed(kind: BondKind, adr: Words, when?: { readonly chosen: string } | { readonly notChosen: string }): Words;
  /** Says that an open proposal can no longer change the ADR. */
  proposedInVain(adr: Words, obstacle: ToldObstacle): Words;
  gone(adr: Words): Words;
  /** Says that a decision leaves the ADR as it is. */
  kept(adr: Words): Words;
  /** Says that something else had already changed the ADR. */
  overtaken(adr: Words, obstacle: ToldObstacle): Words;
  /** What a decision does once it is published, and what it has done then. */
  pending(kind: BondKind, adr: Words): Words;
  done(kind: BondKind, adr: Words): Words;
  /** What choosing an option means for the ADR. */
  keptIfChosen(adr: string): string;
  deprecatedIfChosen(adr: string): string;
}
