import type { LanguageCode } from '../decision/language-code.ts';
import { languages } from '../words/languages.ts';
import type { AdrRecord } from './record.ts';

/** A proposal that shows what an ADR looks like. */
export function exampleRecord(language: LanguageCode, date: string): AdrRecord {
  const { title, context, drivers, options } = languages[language].record.example;
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
