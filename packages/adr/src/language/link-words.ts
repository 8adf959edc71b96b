import { meaningOfStatus, statusLanguage, statusWords } from '../read/metadata/status.ts';
import type { StatedLink } from '../read/warning.ts';
import type { AdrLanguage } from './adr-language.ts';
import { wordToWrite } from './adr-words.ts';
import { isReadOnly } from './read-only.ts';
import { foldWord } from './word-table.ts';
import { adrWords } from './words.ts';

/** The text before a link to another ADR and after it. */
export interface AroundLink {
  readonly before: string;
  readonly after: string;
}

/**
 * What is said of another ADR, in the language and the spelling of the word for superseded ADRs: whoever writes
 * “superceded” writes “supercedes”, too.
 */
export function aroundLink(kind: StatedLink, superseded: string, language: AdrLanguage): AroundLink {
  const spoken = statusLanguage(superseded, language);
  const phrase = wordToWrite(adrWords[spoken].links[kind]);
  const [before = '', after = ''] = phrase.split('…');
  if (kind === 'superseded by') {
    // There is no phrase in its language.
    if (isReadOnly(superseded)) return { before: `${superseded}: `, after: '' };
    const usual = statusWords(spoken, superseded).superseded;
    const plain = wordToWrite(adrWords[spoken].statuses.superseded).split('/')[0] ?? usual;
    const isOwn = before.startsWith(plain) && meaningOfStatus(superseded) === 'superseded';
    return { before: isOwn ? superseded + before.slice(plain.length) : capital(before), after };
  }
  const isMisspelled = kind === 'supersedes' && foldWord(superseded).includes('superceded');
  return { before: capital(isMisspelled ? 'supercedes ' : before), after };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
