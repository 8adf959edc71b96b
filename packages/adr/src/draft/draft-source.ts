import type { AdrContent, Markdown } from '../content/content.ts';
import { contentOf } from '../content/content-of.ts';
import type { AdrPart } from '../content/part.ts';
import type { AdrLanguage } from '../language/adr-language.ts';
import type { AdrDocument } from '../read/document.ts';
import { plainTitle, readAdr } from '../read/read-adr.ts';
import { blocksAsWritten } from '../read/source/source.ts';
import type { AdrWarning } from '../read/warning.ts';
import { toPlainLine } from '../text/plain-text.ts';
import { dropComments } from './comments.ts';
import { cutOut } from './cut.ts';
import { doubtsAboutDraft } from './draft-doubts.ts';
import { type DraftFacts, findFacts } from './draft-facts.ts';
import { type SourceOption, toSourceOption } from './draft-options.ts';
import { type DraftSection, sectionsOfDraft } from './draft-sections.ts';
import { type DraftWords, toLineWords } from './draft-words.ts';
import { missingChoice } from './missing-choice.ts';

/** A draft, both as the fields of a proposal show it and as it is written. */
export interface DraftSource {
  readonly document: AdrDocument;
  readonly content: AdrContent;
  readonly title: { readonly plain: string; readonly markdown: Markdown };
  /** Without a section for the context, this is the text before the first section. */
  readonly context: { readonly markdown: Markdown; readonly place: 'section' | 'introduction' };
  readonly drivers: readonly { readonly inFields: DraftWords; readonly markdown: Markdown }[];
  readonly options: readonly SourceOption[];
  readonly facts: DraftFacts;
  /** Without the facts. */
  readonly sections: readonly DraftSection[];
  readonly warnings: readonly AdrWarning[];
}

/** The language of a draft's labels. */
export function languageOfDraft({ source }: AdrDocument): AdrLanguage {
  return source.language ?? 'en';
}

/** Reads a draft without its comments, which nobody would see. Never throws. */
export function readDraftSource(markdown: string): DraftSource {
  const { text, warnings: aboutComments } = dropComments(markdown);
  const whole = readAdr(text);
  const { facts, stretches } = findFacts(whole);
  const document = stretches.length === 0 ? whole : readAdr(cutOut(whole.source.text, stretches));
  const known = contentOf(document);
  const title = document.title?.value ?? '';
  const content = {
    ...known,
    title,
    closing: known.closing || blocksAsWritten(document.source, document.outline.closing),
  };
  const section = document.sections.find(({ part }) => part === 'context');
  // If the field can't contain everything, such as a sentence before the list, the drivers stay a section.
  const hasDrivers = content.bodies.drivers === undefined;
  const inFields = [
    ...(hasDrivers ? (['drivers'] as const) : []),
    ...document.sections.flatMap(({ part, options }): AdrPart[] => (part !== undefined && options ? [part] : [])),
  ];
  const missing = missingChoice(document);
  const listed = document.options.map((option) => toSourceOption(option, languageOfDraft(document)));
  return {
    document,
    content,
    title: { plain: toPlainLine(plainTitle(document) ?? ''), markdown: content.title },
    context: section
      ? { markdown: section.markdown, place: 'section' }
      : { markdown: content.introduction, place: 'introduction' },
    drivers: hasDrivers ? content.drivers.map((driver) => ({ inFields: toLineWords(driver), markdown: driver })) : [],
    facts,
    options: missing === undefined ? listed : [...listed, missing.option],
    sections: sectionsOfDraft(document, content, inFields),
    warnings: [...aboutComments, ...doubtsAboutDraft(whole, content), ...(missing?.warnings ?? [])],
  };
}
