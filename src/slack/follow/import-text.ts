import type { KnownBlock } from '@slack/types';
import type { People } from '../../decision/person.ts';
import { type Language, wordTrouble } from '../../words/language.ts';
import { lines, type Words } from '../../words/say.ts';
import type { ImportAnnouncement } from '../../workflow/message/announcement.ts';
import { actions, button } from '../text/blocks.ts';
import { paragraph, writeFallback } from '../text/words.ts';

/** The button that stops a long import; its value is the key of the message. */
export const stopImportAction = 'stop-import';

function wordState(language: Language, state: ImportAnnouncement, people: People): Words {
  const { imports } = language;
  const { done, total } = state;
  if (state.state === 'done') return imports.found(state.figures);
  if (state.state === 'stopped') return imports.stopped(people.get(state.by)?.name, done, total);
  const trouble = state.trouble ? imports.keepTrying(wordTrouble(language, state.trouble)) : [];
  return lines(imports.reading(done, total), trouble);
}

/** The message that shows the progress of a long import, with a button that stops it. */
export function renderImport(
  language: Language,
  state: ImportAnnouncement,
  people: People,
): { text: string; blocks: KnownBlock[] } {
  const said = wordState(language, state, people);
  const text = writeFallback(said);
  const stop = actions('import', [button(stopImportAction, language.imports.stop, { value: state.key })]);
  return { text, blocks: state.state === 'reading' ? [paragraph(said), stop] : [paragraph(said)] };
}
