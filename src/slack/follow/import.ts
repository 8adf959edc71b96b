import { wordTrouble } from '../../words/language.ts';
import { emoji, say } from '../../words/say.ts';
import { startImport, stopImport } from '../../workflow/follow/import.ts';
import { ArchiveError } from '../../workflow/ports/archive/archive-error.ts';
import { type Answer, answer, tellPrivately } from '../app/answer.ts';
import type { ActionGesture, CommandGesture, Desk } from '../app/gesture.ts';
import { readRepositoryName } from '../text/repository-text.ts';

/** `/adr import [repository]`: reads the repository now. A long reading shows its progress in the channel. */
export async function onImport(
  desk: Desk,
  { actor, channelId, words, language }: CommandGesture,
): Promise<Answer | undefined> {
  const { client, ports } = desk;
  const where = { client, userId: actor.userId, channelId };
  await tellPrivately(where, answer(say`${language.imports.looking}`), ports.log);
  try {
    const figures = await startImport(ports, actor, channelId, readRepositoryName(words));
    return figures && answer(language.imports.found(figures));
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return answer(say`${emoji('warning')} ${wordTrouble(language, error.trouble)}`);
  }
}

/** The button below a long import. */
export async function onStopImport({ ports }: Desk, { actor, value }: ActionGesture): Promise<void> {
  await stopImport(ports, actor, value);
}
