import { readMetadata } from '../form/metadata.ts';

/** What can be pressed in the propose modal, in the offer of unfinished forms, and where a form is said to be kept. */
export const proposeActions = {
  addOption: 'add_option',
  bringBack: 'bring_back_option',
  addSection: 'add_section',
  addMarkdownSection: 'add_markdown_section',
  addRecall: 'add_recall',
  useDraft: 'use_draft',
  resume: 'resume_draft',
  discard: 'discard_draft',
  startAfresh: 'start_afresh',
  supersedeInstead: 'supersede_instead',
  fromThread: 'take_from_thread',
} as const;

/** What the propose modal carries along. */
export interface ProposeMetadata {
  readonly formId: string;
  /** The channel whose rules and repositories the modal offers; undefined until one is chosen. */
  readonly channelId: string | undefined;
  /** Where the modal was opened. */
  readonly openedIn?: string | undefined;
  readonly timeZone: string;
  /** Changes when a Markdown draft fills in the question anew. */
  readonly edition?: string;
  /** The repository whose rules are offered, where the channel has several. */
  readonly rulesOf?: string | undefined;
  /** The rule whose day to look again it suggests, where rules suggest different ones. */
  readonly suggestsFor?: string | undefined;
  /** What it shows as decided already. */
  readonly alike?: string | undefined;
  /** The patterns that it says may not be meant. */
  readonly doubted?: string | undefined;
}

/** `typedTitle` is what was typed behind the command, while an older form is offered. */
export type CarriedMetadata = ProposeMetadata & { readonly typedTitle?: string };

/** Writes what the modal carries along. */
export function writeProposeMetadata({ formId, ...rest }: CarriedMetadata): string {
  // The key that it always had: a modal may be open while a newer Gavel takes over.
  return JSON.stringify({ draftId: formId, ...rest });
}

/** Reads what the modal carries along. */
export function readProposeMetadata(view: { readonly private_metadata: string }): CarriedMetadata {
  const { draftId, ...rest } = readMetadata<Omit<CarriedMetadata, 'formId'> & { draftId: string }>(view);
  return { ...rest, formId: draftId };
}
