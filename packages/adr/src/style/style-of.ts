import type { AdrDocument } from '../read/document.ts';
import { guessLanguage } from '../text/guess-language.ts';
import { namesAuthorsIn } from './author-names.ts';
import { dateFormOf } from './date-form.ts';
import { fileNameFormOf } from './file-name-form.ts';
import type { HouseStyle } from './house-style.ts';
import { labelLanguageOf } from './label-language.ts';
import { linkFormsOf } from './link-forms.ts';
import { marksOf } from './marks.ts';
import { sectionsIn } from './sections/section-form.ts';
import { bareStatus } from './status-form.ts';
import { statusWordsOf } from './status-words.ts';
import { wrappingOf } from './wrapping.ts';

/** The style of a single file, as far as it shows. */
export function styleOf(document: AdrDocument): HouseStyle {
  const { outline, frontMatter, metadata, closing, fileName } = document;
  const documents = [document];
  const labelLanguage = labelLanguageOf(documents);
  return {
    learnedFrom: { how: 'majority', files: fileName === undefined ? [] : [fileName] },
    dialect: document.dialect,
    language: guessLanguage(document.source.text),
    labelLanguage,
    frontMatter: frontMatter?.form,
    title: document.titleForm,
    metadata: metadata?.form,
    closing: closing?.form,
    sections: sectionsIn(document),
    hasRules: outline.hasRules,
    dateForm: dateFormOf(documents),
    timeZone: undefined,
    statusWords: statusWordsOf(documents, labelLanguage),
    statusForm: bareStatus,
    linkForms: linkFormsOf(documents),
    fileName: fileNameFormOf(fileName === undefined ? [] : [fileName]),
    subfolders: true,
    hasIndexes: true,
    marks: marksOf(documents),
    wrapping: wrappingOf(documents),
    namesAuthors: namesAuthorsIn(documents),
    votesIn: document.sections.some(({ part }) => part === 'more-information') ? 'section' : 'commit message',
  };
}
