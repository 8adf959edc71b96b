import type { RootContent } from 'mdast';
import { cleanLine } from '../clean-text.ts';
import { wordReason } from '../reason.ts';
import type { AdrOption } from '../record.ts';
import type { Section } from '../section.ts';
import { bulletList, heading, paragraphs } from '../tree.ts';
import { untitledOption } from './considered-options.ts';

/** MADR 4.0.0, "Pros and Cons of the Options": every option of which more than its title is known. */
export const prosAndCons: Section = (record) => {
  const options = record.options.flatMap(toOption);
  return options.length === 0 ? [] : [heading(2, 'Pros and Cons of the Options'), ...options];
};

function toOption(option: AdrOption): RootContent[] {
  const reasons = option.arguments.map(({ kind, text, by }) => wordReason(kind, text, by));
  const content = [...paragraphs(option.description), ...bulletList(reasons.filter((reason) => reason !== ''))];
  return content.length === 0 ? [] : [heading(3, cleanLine(option.title) || untitledOption), ...content];
}
