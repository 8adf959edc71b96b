import type { Words } from '../../words/say.ts';

/** Words as a text in which Slack looks for no marks: the fields of a Work Object that are not Markdown. */
export function plainWords(said: Words): string {
  return said.map((piece) => (piece.kind === 'text' || piece.kind === 'link' ? piece.text : '')).join('');
}
