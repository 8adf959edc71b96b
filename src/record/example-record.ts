import type { AdrLanguage } from '@gavel/adr/language/adr-language.ts';
import { recordLanguages } from '../words/record-languages.ts';
import type { AdrRecord } from './record.ts';

/** A proposal that shows what an ADR looks like. */
export function exampleRecord(language: AdrLanguage, date: string): AdrRecord {
  const { title, context, drivers, options } = recordLanguages[language].record.example;
  return {
    language,
    title,
    status: 'proposed',
    date,
    decisionMakers: [],
    consulted: [],
    informed: [],
    context,
    drivers,
    options: options.map(({ title: option, description, pro, con }) => ({
      title: option,
      description,
      arguments: [
        { kind: 'pro', text: pro, by: '' },
        { kind: 'con', text: con, by: '' },
      ],
    })),
    sections: [],
    draft: undefined,
    outcome: { chosen: undefined, reason: undefined },
    consequences: [],
    votes: undefined,
    discussionUrl: undefined,
  };
}
