import { dayIn } from '../../decision/time/day.ts';
import { exampleRecord } from '../../record/example-record.ts';
import { checkMayUseCommands, findSeenChannel } from '../access/access.ts';
import type { Actor } from '../ports/actor.ts';
import type { LearnedStyle } from '../ports/archive/archive-memory.ts';
import type { Ports, RepositoryPorts } from '../ports/ports.ts';
import { findUnfinishedForm } from '../propose/unfinished-form.ts';
import { openRepository } from '../settings/repository.ts';
import { previewAdr, writeInStyle } from './adr-text.ts';
import { languageOfArchive, learnHouseStyle, zoneOfArchive } from './house-style.ts';

/** The channel that somebody asks in, and which of its repositories they mean: the channel's own by default. */
export interface StyleQuestion {
  readonly channelId: string;
  readonly name?: string | undefined;
}

/** A style, and an example written in it. */
export interface StylePreview {
  readonly learned: LearnedStyle;
  /** What is shown: the asker's own unfinished form, a decision of the channel, or an example. */
  readonly subject: 'form' | 'decision' | 'example';
  /** '' for a form that has none yet. */
  readonly title: string;
  readonly markdown: string;
}

/**
 * Learns the style of the archive and shows it on what somebody is about to write: their unfinished form in this
 * channel, else the latest open decision of the channel if they see it, else an example. Throws ArchiveError;
 * RuleBroken for who has no commands.
 */
export async function previewStyle(
  ports: Ports,
  actor: Actor,
  { channelId, name }: StyleQuestion,
): Promise<StylePreview> {
  await checkMayUseCommands(ports, actor);
  const at = await openRepository(ports, actor, channelId, name);
  const learned = await learnHouseStyle(at, await at.archive.fetch());
  at.memory.shownStyle = learned;
  return preview(at, actor, channelId, learned);
}

/** Shows another page of a preview without asking git again. */
export async function recallPreview(ports: Ports, actor: Actor, question: StyleQuestion): Promise<StylePreview> {
  await checkMayUseCommands(ports, actor);
  const { channelId, name } = question;
  const at = await openRepository(ports, actor, channelId, name);
  const learned = at.memory.shownStyle;
  return learned ? preview(at, actor, channelId, learned) : previewStyle(ports, actor, question);
}

async function preview(
  ports: RepositoryPorts,
  actor: Actor,
  channelId: string,
  learned: LearnedStyle,
): Promise<StylePreview> {
  const { style } = learned;
  const channel = { teamId: actor.teamId, channelId };
  const unfinished = await findUnfinishedForm(ports, actor, channelId);
  if (unfinished) {
    const markdown = await previewAdr(ports, unfinished.form, style, channel);
    return { learned, subject: 'form', title: unfinished.form.title.trim(), markdown };
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
    const markdown = await previewAdr(ports, decision, style, channel);
    return { learned, subject: 'decision', title: decision.title, markdown };
  }
  const today = dayIn(await zoneOfArchive(ports, style, channel, 'UTC'), ports.now());
  const example = exampleRecord(languageOfArchive(ports, style), today);
  const { text } = await writeInStyle(ports, example, style, undefined);
  return { learned, subject: 'example', title: example.title, markdown: text };
}
