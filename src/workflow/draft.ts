import type { ArgumentDraft } from '../decision/argument.ts';
import type { Bond } from '../decision/bond.ts';
import type { UserGroup } from '../decision/decision.ts';
import type { OptionDraft } from '../decision/option.ts';
import type { Section } from '../decision/section.ts';
import type { Draft } from './ports/store.ts';
import type { Actor, Ports } from './ports.ts';

/** A row for an option; `key` tells rows apart while they come and go. */
export interface OptionRow extends OptionDraft {
  readonly key: string;
  /** What a Markdown draft says for and against it. */
  readonly arguments: readonly ArgumentDraft[];
  /** It leaves the ADR that the proposal is bound to as it is. */
  readonly keepsAdr?: boolean | undefined;
}

/** A row for a section. */
export interface SectionRow extends Section {
  readonly key: string;
}

/** What the propose modal holds so far, finished or not. */
export interface DraftForm {
  readonly title: string;
  readonly context: string;
  readonly drivers: string;
  readonly options: readonly OptionRow[];
  readonly sections: readonly SectionRow[];
  /** The Markdown draft that it was filled in from; the modal does not show it. */
  readonly draft: string | undefined;
  /** What was taken from the draft, and what its reader doubts: a line each. */
  readonly remarks: readonly string[];
  readonly bond: Bond | undefined;
  readonly deciders: readonly string[];
  /** User groups; drafts from before there was this choice have none. */
  readonly groups?: readonly UserGroup[] | undefined;
  /** Which of the rules that the channel offers; drafts from before there was a choice have none. */
  readonly ruleId?: string | undefined;
  /** ISO date and time. */
  readonly closesAt: string | undefined;
  readonly opensVotingNow: boolean;
}

/** Keeps what somebody has typed so far; `savedAt` is when they typed it, as such looks may come out of order. */
export async function keepDraft(ports: Ports, draft: Draft): Promise<void> {
  await ports.store.read.saveDraft(draft);
}

/** The draft that somebody left unfinished in a channel, if there is one. */
export async function findUnfinishedDraft(ports: Ports, actor: Actor, channelId: string): Promise<Draft | undefined> {
  return ports.store.read.findUnfinishedDraft({ ...actor, channelId });
}

/** A draft by its id, if it is this person's own. */
export async function findOwnDraft(ports: Ports, { teamId, userId }: Actor, id: string): Promise<Draft | undefined> {
  const draft = await ports.store.read.findDraft(id);
  return draft?.teamId === teamId && draft.userId === userId ? draft : undefined;
}

/** Puts somebody's own draft aside: it is not offered again. */
export async function putDraftAside(ports: Ports, actor: Actor, draftId: string): Promise<void> {
  if (await findOwnDraft(ports, actor, draftId)) await ports.store.read.endDraft(draftId, ports.now());
}
