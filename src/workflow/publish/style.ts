import { checkMayUseCommands, findSeenChannel } from '../access/access.ts';
import type { Actor } from '../ports/actor.ts';
import type { LearnedStyle } from '../ports/archive-memory.ts';
import type { DraftForm } from '../ports/draft-form.ts';
import { inRepository, type Ports } from '../ports/ports.ts';
import { findUnfinishedDraft } from '../propose/unfinished.ts';
import { previewAdr } from './adr-text.ts';
import { learnHouseStyle } from './house-style.ts';

/** A style, and what something would look like in it. */
export interface StylePreview {
  readonly learned: LearnedStyle;
  /** What is shown: the asker's own draft, a decision of the channel, or an example. */
  readonly subject: 'draft' | 'decision' | 'example';
  readonly title: string;
  readonly markdown: string;
}

/**
 * Learns the style of the archive and shows it on what somebody is about to write: their unfinished draft in this
 * channel, else the latest open decision of the channel if they see it, else an example. Throws ArchiveError;
 * RuleBroken for who has no commands.
 */
export async function previewStyle(ports: Ports, actor: Actor, channelId: string): Promise<StylePreview> {
  await checkMayUseCommands(ports, actor);
  const at = inRepository(ports, ports.repositories.first);
  const learned = await learnHouseStyle(at, await at.archive.fetch());
  at.memory.shownStyle = learned;
  return preview(ports, actor, channelId, learned);
}

/** Shows another page of a preview without asking git again. */
export async function recallPreview(ports: Ports, actor: Actor, channelId: string): Promise<StylePreview> {
  await checkMayUseCommands(ports, actor);
  const learned = ports.repositories.first.memory.shownStyle;
  return learned ? preview(ports, actor, channelId, learned) : previewStyle(ports, actor, channelId);
}

async function preview(ports: Ports, actor: Actor, channelId: string, learned: LearnedStyle): Promise<StylePreview> {
  const { style } = learned;
  const draft = await findUnfinishedDraft(ports, actor, channelId);
  if (draft) {
    const title = draft.form.title.trim() || 'Untitled';
    const markdown = await previewAdr(ports, { ...draft.form, title }, style);
    return { learned, subject: 'draft', title, markdown };
  }
  const [latest] = await ports.store.read.summaries.findUnpublished(actor.teamId, {
    statuses: ['proposed'],
    channelIds: [channelId],
    cut: { side: 'after', id: undefined },
    most: 1,
    search: { words: [], isCommon: false },
  });
  const decision = latest && (await ports.store.read.decisions.find(latest.id));
  if (decision && (await findSeenChannel(ports, channelId, actor))) {
    const markdown = await previewAdr(ports, decision, style);
    return { learned, subject: 'decision', title: decision.title, markdown };
  }
  return { learned, subject: 'example', title: example.title, markdown: await previewAdr(ports, example, style) };
}

const pro = (text: string) => ({ kind: 'pro', text }) as const;
const con = (text: string) => ({ kind: 'con', text }) as const;

const example: DraftForm = {
  title: 'Choose where sessions are kept',
  context: 'Sessions are lost whenever the application starts anew.',
  drivers: 'one thing less to run\nfast enough for every request',
  options: [
    {
      key: 'one',
      title: 'PostgreSQL',
      description: 'A table beside the others.',
      arguments: [pro('we run it already'), con('a query for each request')],
    },
    {
      key: 'two',
      title: 'Redis',
      description: '',
      arguments: [pro('it is made for this'), con('one more thing to run')],
    },
  ],
  sections: [],
  draft: undefined,
  remarks: [],
  bond: undefined,
  deciders: [],
  closesAt: undefined,
  opensVotingNow: true,
};
