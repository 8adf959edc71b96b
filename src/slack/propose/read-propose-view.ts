import type { Field } from '../../decision/failure/rule-broken.ts';
import type { ProposalForm } from '../../decision/proposal/proposal.ts';
import type { Rule } from '../../decision/rule/rule.ts';
import type { Language } from '../../words/language.ts';
import type { ProposalInput } from '../../workflow/ports/proposal-input.ts';
import { withAnswers } from '../../workflow/propose/asked-entries.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { questionBlockId, readQuestion } from '../form/question.ts';
import { findRecallBlock, readRecall, readSuggestedDay } from '../form/recall-input.ts';
import { repositoryBlock } from '../form/repository-input.ts';
import { ruleBlock } from '../form/rule-input.ts';
import type { RichTextNames } from '../text/rich-text/run.ts';
import { entriesIn, readAnswers } from './asked-entries.ts';
import { channelBlock } from './channel-input.ts';
import { decidersBlock } from './deciders-input.ts';
import { groupsBlock, readGroups } from './groups-input.ts';
import { optionBlockIds, readOptions } from './option-row.ts';
import { readProposeMetadata } from './propose-metadata.ts';
import { votingNow } from './propose-view.ts';
import { readSections, sectionBlockAt } from './section-view.ts';

/** A view as Slack sends it back, as far as it is read here. */
interface ReturnedView {
  readonly private_metadata: string;
  readonly state: { readonly values: unknown };
  readonly blocks: readonly { readonly type: string; readonly block_id?: string }[];
}

/** The id of a block that asks for something of a place; undefined if the view doesn't have it. */
function findBlockOfPlace(blockIds: readonly string[], block: string): string | undefined {
  return blockIds.find((id) => id === block || id.startsWith(`${block}:`));
}

/** The channel and the repository that are chosen in the modal now, whatever it was drawn for. */
export function chosenPlace(view: ReturnedView): { channelId: string | undefined; repository: string | undefined } {
  const state = new FormState(view.state.values as StateValues);
  const block = findBlockOfPlace(blockIdsOf(view), repositoryBlock);
  // Modals of an earlier version don't ask for the channel.
  const { channelId } = readProposeMetadata(view);
  return {
    channelId: state.has(channelBlock) ? state.conversation(channelBlock) : channelId,
    repository: block === undefined ? undefined : state.choice(block),
  };
}

/** Whether another place is chosen in the modal now than the one that it was drawn for. */
export function isMoved(view: ReturnedView): boolean {
  const { channelId, rulesOf } = readProposeMetadata(view);
  const chosen = chosenPlace(view);
  if (chosen.channelId !== channelId) return true;
  return rulesOf !== undefined && chosen.repository !== undefined && chosen.repository !== rulesOf;
}

/** Whether the modal shows the rules of the place that is chosen in it now. */
export function showsRules(view: ReturnedView): boolean {
  return findBlockOfPlace(blockIdsOf(view), ruleBlock) !== undefined && !isMoved(view);
}

function blockIdsOf({ blocks }: ReturnedView): readonly string[] {
  return blocks.map(({ block_id = '' }) => block_id);
}

/**
 * Reads the modal as it is now. `before` is the form as last saved: it has what the view does not show, such as the
 * Markdown draft, and the full texts where the view shows only the beginning.
 */
export function readProposalInput(view: ReturnedView, names: RichTextNames, before?: ProposalInput): ProposalInput {
  const state = new FormState(view.state.values as StateValues);
  const blockIds = blockIdsOf(view);
  const { edition } = readProposeMetadata(view);
  const rule = findBlockOfPlace(blockIds, ruleBlock);
  return {
    ...readQuestion(state, edition, names, before),
    options: readOptions(state, blockIds, before?.options ?? [], names),
    ...(before?.removed ? { removed: before.removed } : {}),
    sections: readSections(state, blockIds, before?.sections ?? [], names),
    answers: readAnswers(state, blockIds, before?.answers ?? []),
    ...recallIn(state, blockIds, before),
    draft: before?.draft,
    remarks: before?.remarks ?? [],
    bond: before?.bond,
    ...(before?.source ? { source: before.source } : {}),
    deciders: state.people(decidersBlock),
    groups: readGroups(state, before?.groups ?? []),
    ruleId: rule === undefined ? before?.ruleId : state.choice(rule),
    repository: rule === undefined ? before?.repository : chosenPlace(view).repository,
    closesAt: state.moment('deadline')?.toISOString(),
    opensVotingNow: state.choice('voting') === votingNow,
  };
}

function recallIn(
  state: FormState,
  blockIds: readonly string[],
  before: ProposalInput | undefined,
): Pick<ProposalInput, 'recall' | 'hasWholeRecall' | 'suggestedDay'> {
  const recall = readRecall(state, before?.recall);
  const suggestedDay = readSuggestedDay(blockIds);
  return {
    ...(recall ? { recall } : {}),
    ...(before?.hasWholeRecall ? { hasWholeRecall: true } : {}),
    ...(suggestedDay ? { suggestedDay } : {}),
  };
}

/**
 * What the modal holds as a form to be checked, with the rule that was chosen in it, and with the answers to what it
 * asks for.
 */
export function toProposal(language: Language, view: ReturnedView, form: ProposalInput, rule: Rule): ProposalForm {
  const entries = entriesIn(blockIdsOf(view));
  const answers = (form.answers ?? []).filter(({ entry }) => entries.includes(entry));
  const sections = withAnswers(form.sections, answers, language.proposeForm.metadata);
  return { ...form, sections, rule, closesAt: form.closesAt === undefined ? undefined : new Date(form.closesAt) };
}

/** The input under which an error belongs. */
export function proposeBlockOf(view: ReturnedView): (field: Field, position: number | undefined) => string | undefined {
  const { edition } = readProposeMetadata(view);
  const blockIds = blockIdsOf(view);
  const options = optionBlockIds(blockIds);
  const blocks: Partial<Record<Field, (position: number) => string | undefined>> = {
    title: () => questionBlockId('title', edition),
    context: () => questionBlockId('context', edition),
    drivers: () => questionBlockId('drivers', edition),
    deciders: () => 'deciders',
    groups: () => groupsBlock,
    channel: () => channelBlock,
    rule: () => findBlockOfPlace(blockIds, ruleBlock),
    repository: () => findBlockOfPlace(blockIds, repositoryBlock) ?? channelBlock,
    deadline: () => 'deadline',
    tags: () => findRecallBlock(blockIds, 'tags'),
    affects: () => findRecallBlock(blockIds, 'affects'),
    'revisit on': () => findRecallBlock(blockIds, 'revisit on'),
    'revisit when': () => findRecallBlock(blockIds, 'revisit when'),
    option: (position) => options[position],
    options: () => options[0],
    section: (position) => sectionBlockAt(view.blocks, position),
  };
  return (field, position = 0) => {
    const block = blocks[field]?.(position);
    // Slack drops an error for a block that is not there.
    return block !== undefined && blockIds.includes(block) ? block : undefined;
  };
}
