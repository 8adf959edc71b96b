import type { AdrLanguage } from '@gavel/adr/language/adr-language.ts';
import { adrWords } from '@gavel/adr/language/words.ts';
import { adrName } from '@gavel/adr/name/adr-name.ts';
import type { CommitMessage } from './commit-message.ts';

/** What is noted in an ADR: on which day, `YYYY-MM-DD`, somebody found that it is still right. */
export interface NotedStillRight {
  readonly language: AdrLanguage;
  readonly number: number | undefined;
  readonly title: string;
  readonly on: string;
  /** What they said about it, or ''. */
  readonly note: string;
}

/** The message of the commit that notes in an ADR that it is still right; its first line is the title of a review. */
export function writeStillRight({ language, number, title, on, note }: NotedStillRight): CommitMessage {
  const [, alone = ''] = adrWords[language].stillRight.split(' | ');
  const said = alone.replace('{day}', on).replace(/[.。]$/, '');
  const name = adrName({ number, title });
  return { subject: `${name}: ${said}`, body: note === '' ? [] : [note] };
}
