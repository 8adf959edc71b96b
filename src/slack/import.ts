import { ArchiveError } from '../workflow/archive-error.ts';
import { startImport, stopImport } from '../workflow/import.ts';
import { tellPrivately } from './answer.ts';
import { escapeMrkdwn } from './blocks.ts';
import type { Answer } from './command.ts';
import type { ActionGesture, CommandGesture, Desk } from './gesture.ts';
import { wordFigures } from './import-text.ts';

/** `/adr import`: reads the repository now. A long reading shows in the channel how far it is. */
export async function onImport(desk: Desk, { actor, channelId }: CommandGesture): Promise<Answer> {
  const { client, ports } = desk;
  await tellPrivately({ client, userId: actor.userId, channelId }, 'I am looking at the repository…', ports.log);
  try {
    const figures = await startImport(ports, actor, channelId);
    return figures && { text: wordFigures(figures) };
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return { text: `:warning: ${escapeMrkdwn(error.message)}` };
  }
}

/** The button under a long import. */
export async function onStopImport({ ports }: Desk, { actor, value }: ActionGesture): Promise<void> {
  await stopImport(ports, actor, value);
}
