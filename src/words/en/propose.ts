import { adrNumber } from '@gavel/adr/name/adr-name.ts';
import type { BondKind } from '../../decision/decision.ts';
import type {
  BondWords,
  BoundAdr,
  DraftFormWords,
  EditFormWords,
  OptionFormWords,
  ProposeFormWords,
  SectionFormKind,
  SectionFormWords,
  ToldObstacle,
} from '../propose-words.ts';
import { bold, code, say, type Words } from '../say.ts';
import { number, quote } from './grammar.ts';
import { people } from './people.ts';

/** The form of a proposal in English. */
export const proposeForm: ProposeFormWords = {
  title: 'Propose a decision',
  submit: 'Propose',
  close: 'Keep as draft',
  channel: 'Channel',
  noChannel: 'Choose a channel',
  channelHint: 'Where it is discussed and voted on. I have to be in it: type “/invite @Gavel” there.',
  keptAsTyped: say`What you type is kept as you go.`,
  question: 'Question',
  alike: (name, facts) => say`💡 There is a decision about this: ${bold(name)} (${facts}).`,
  supersede: 'Supersede it',
  questionExample: 'Choose the backend language for …',
  context: 'Context and problem statement',
  contextExample: 'What is the problem, and why now?',
  contextTooLong: (length) =>
    `The draft has ${number(length)} characters here, more than there is room for. They are kept as they are; to change them, use a new draft.`,
  drivers: 'Decision drivers',
  driversExample: 'What a good answer must satisfy',
  option: (position) => `Option ${position}`,
  optionExample: 'A possible answer',
  aboutOption: (position) => `About option ${position}`,
  aboutOptionExample: 'What it would mean, in a sentence or two',
  describeOption: 'Describe it',
  changeDescription: 'Change the description',
  hideDescription: 'Hide the description',
  moveUp: 'Move up',
  moveDown: 'Move down',
  removeOption: 'Remove',
  keepOption: 'Keep it',
  bringBack: (title) => (title === '' ? 'Bring the removed option back' : `Bring back ${quote(title)}`),
  keepingOption: (position) => `Option ${position}: keep the ADR`,
  keepingOptionExample: 'Keep it as it is',
  keepingOptionHint:
    'If this one is chosen, nothing changes in it. Leave this empty if keeping it is out of the question.',
  reasonsGiven: (reasons) => `Reasons: ${reasons}`,
  noMoreOptions: 'Ten options is the maximum.',
  addOption: 'Add an option',
  addSection: 'Add a section',
  addMarkdownSection: 'Add a section in Markdown',
  entryHint: 'The other ADRs of this repository say this at the top.',
  sectionHint: 'The other ADRs of this repository have this section.',
  metadata: 'Metadata',
  useDraft: 'Use a Markdown draft',
  deciders: 'Deciders',
  everyone: 'Everyone in the channel',
  decidersHint: 'Who may vote. Leave it empty for everyone in the channel.',
  groups: 'Groups of deciders',
  noGroup: 'No group',
  groupsHint: 'Whoever is in them when voting opens may vote; guests only if you name them above.',
  deadline: 'Voting closes',
  voting: 'Voting',
  voteNow: 'Open voting now',
  voteLater: 'Discuss first, vote later',
  rulesLater: 'Which rules there are depends on the channel. Choose one above, and they appear here.',
  rulesChanged:
    'Other rules apply where you want to propose this now. Please check the rule, and press “Propose” again.',
  unfinished: (title, savedAt, channelName) => {
    const where = channelName === undefined ? 'here' : `in #${channelName}`;
    return title === ''
      ? say`You left a draft without a title unfinished ${where}, ${savedAt}.`
      : say`You left ${quote(title)} unfinished ${where}, ${savedAt}.`;
  },
  resume: 'Go on with it',
  startAfresh: 'Start afresh',
  discard: 'Discard',
  discardTitle: 'Discard this draft?',
  discardQuestion: (title) =>
    title === '' ? 'I won’t offer it to you again.' : `I won’t offer you ${quote(title)} again.`,
  kept: (title, channelName) => {
    const draft = title === '' ? 'Your draft' : `Your draft ${quote(title)}`;
    const where = channelName === undefined ? 'here' : `in #${channelName}`;
    return say`${draft} is kept, and only you see it. ${code('/adr propose')} ${where} brings it back, and so does this button.`;
  },
};

const wayOut: Readonly<Record<SectionFormKind, string>> = {
  propose: 'use a new draft',
  edit: 'withdraw this decision and propose it again with a new draft',
};

/** The inputs for sections in English. */
export const sectionForm: SectionFormWords = {
  heading: (position) => `Section ${position}`,
  headingExample: 'A heading, such as Rationale',
  text: (position, part, parts) =>
    parts === 1 ? `Text of section ${position}` : `Text of section ${position}, part ${part} of ${parts}`,
  textExample: 'What the ADR says there',
  hint: 'If your ADRs have a section with this heading, such as “Rationale” or “References”, it goes there.',
  markdownHint: 'Markdown, which has more than Slack’s editor, such as tables and headings.',
  partsHint: (length, parts) =>
    `Markdown. It has ${number(length)} characters, more than one field holds, so it is in ${parts}.`,
  tooLong: (heading, length, form) =>
    `The section ${quote(heading)} has ${number(length)} characters, more than there is room for here. It is kept as it is. To change it, ${wayOut[form]}.`,
  left: (headings, others, form) => {
    const all = headings.length + others;
    const named = people.list(headings.map(quote), others);
    const [they, them] = all === 1 ? ['it is', 'it'] : ['they are', 'them'];
    return `And ${number(all)} more from the draft, kept as ${they}: ${named}. To change ${them}, ${wayOut[form]}.`;
  },
};

/** The form for a Markdown draft in English. */
export const draftForm: DraftFormWords = {
  title: 'Use a Markdown draft',
  submit: 'Fill in the form',
  introduction: 'What the draft has takes its place in the form; what it does not have stays there as it is.',
  draft: 'Draft',
  draftExample: '# Choose the backend language\n\n## Context\n\n…',
  draftHint: (most, takesFiles) =>
    `Markdown, ${number(most)} characters at the most; ${takesFiles ? 'a longer draft fits into a file' : 'a longer draft fits after `/adr propose`'}.`,
  file: 'Or a file',
  fileHint: 'One .md, .markdown or .txt file of up to 1 MB.',
};

/** The form that edits a decision in English. */
export const editForm: EditFormWords = {
  fixed:
    'Voting has opened, so the options and sections stay as people have voted on them, and the deciders as they are.',
  contextTooLong: `It is longer than there is room for here, and stays as it is. To change it, ${wayOut.edit}.`,
  removedOption: 'Will be removed',
  aboutRemovedOption: 'About the option that will be removed',
  removedHint: 'It goes when you save this, with the pros and cons about it. The history keeps it.',
};

/** The form for one more option in English. */
export const optionForm: OptionFormWords = {
  title: 'Add an option',
  option: 'Option',
  optionExample: 'A possible answer',
  about: 'About it',
  aboutExample: 'What it would mean',
};

const questions: Readonly<Record<BondKind, string>> = {
  supersedes: 'Supersede',
  amends: 'Amend',
  deprecates: 'Deprecate',
};

const changes: Readonly<Record<BondKind, string>> = {
  supersedes: 'Supersedes',
  amends: 'Amends',
  deprecates: 'Deprecates',
};

/** “ADR 0003 “Use Go””. */
function nameAdr({ number: given, title }: BoundAdr): string {
  return given === undefined ? `the ADR ${quote(title)}` : `${adrNumber(given)} ${quote(title)}`;
}

function capitalize(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

const withAnyOption = 'That is so with each of the options: to leave it as it is, reject or withdraw the proposal.';
const unlessKept = 'unless the option to keep it is chosen';

const announcements: Readonly<Record<BondKind, (name: string, offersToKeep: boolean) => string>> = {
  supersedes: (name, offersToKeep) =>
    offersToKeep
      ? `${capitalize(name)} becomes superseded, ${unlessKept}.`
      : `If it is accepted, ${name} becomes superseded. ${withAnyOption}`,
  amends: (name, offersToKeep) =>
    offersToKeep ? `This amends ${name}, ${unlessKept}.` : `If it is accepted, it amends ${name}. ${withAnyOption}`,
  deprecates: (name) => `If the first option is chosen, ${name} becomes deprecated.`,
};

/** “ADR 0003 Use Go is superseded already, by ADR 0010 Use Rust”. */
function wordObstacle(adr: Words, { kind, by }: ToldObstacle): Words {
  if (kind === 'gone') return wordGone(adr);
  return by === undefined ? say`${adr} is ${kind} already` : say`${adr} is ${kind} already, by ${by}`;
}

function wordGone(adr: Words): Words {
  return say`${adr} is no longer in the repository`;
}

/** What is said in English about the ADR that a proposal is bound to. */
export const bonds: BondWords = {
  ask: (kind, { number: given, title }) => {
    if (!title.endsWith('?')) return `${questions[kind]} ${quote(title)}?`;
    if (kind === 'supersedes') return title;
    return given === undefined ? `${questions[kind]} ${quote(title)}` : `${questions[kind]} ${adrNumber(given)}?`;
  },
  keep: ({ number: given, title }) => `Keep ${given === undefined ? quote(title) : adrNumber(given)} as it is`,
  deprecate: ['Deprecate it', 'Keep it'],
  announce: (kind, adr, offersToKeep) => announcements[kind](nameAdr(adr), offersToKeep),
  proposed: (kind, adr, when) => {
    const does = say`${changes[kind]} ${adr}`;
    if (when === undefined) return say`${does} when accepted`;
    return 'chosen' in when
      ? say`${does} if ${quote(when.chosen)} is chosen`
      : say`${does} when accepted, unless ${quote(when.notChosen)} is chosen`;
  },
  proposedInVain: (adr, obstacle) => say`${wordObstacle(adr, obstacle)}. Accepting this won’t change it.`,
  gone: wordGone,
  kept: (adr) => say`${adr} stays as it is`,
  overtaken: (adr, obstacle) => say`${wordObstacle(adr, obstacle)}, and stays so`,
  pending: (kind, adr) => say`${changes[kind]} ${adr} once the record is in the repository`,
  done: (kind, adr) => say`${changes[kind]} ${adr}`,
  keptIfChosen: (adr) => `If this is chosen, ${adr} stays as it is.`,
  deprecatedIfChosen: (adr) => `If this is chosen, ${adr} becomes deprecated.`,
};
