import { aroundLink } from '../language/link-words.ts';
import { foldWord } from '../language/word-table.ts';
import type { AdrDocument } from '../read/document.ts';
import { linkedFile } from '../read/links/linked-file.ts';
import { meaningOfStatus } from '../read/metadata/status.ts';
import { readAdr } from '../read/read-adr.ts';
import type { StatedLink } from '../read/warning.ts';
import type { HouseStyle } from '../style/house-style.ts';
import { styleOf } from '../style/style-of.ts';
import { applyEdits, type Edit } from './edit.ts';
import { inMetadata, type LinkWords, waysToAdd } from './link-places.ts';
import { type LinkedAdr, linkTo, referenceTo } from './link-to.ts';
import type { NewStatus } from './new-status.ts';
import { addEntry, fillEntry } from './own-entry.ts';
import { replaceStatus } from './replace-status.ts';
import { bareWord } from './status-word.ts';

/** The word for superseded ADRs: as the house shows it, or else of this file, if it has one. */
function supersededWord(document: AdrDocument, house: HouseStyle | undefined): string {
  const own = bareWord(styleOf(document).statusWords.superseded ?? 'superseded');
  const common = house?.statusWords.superseded && bareWord(house.statusWords.superseded);
  if (isSuperseded(document) || common === undefined) return own;
  const isShown = house?.linkForms['superseded by'] !== undefined;
  return !isShown && foldWord(common) === foldWord(own) ? own : common;
}

const isSuperseded = ({ statuses }: AdrDocument) =>
  statuses.some(({ value }) => meaningOfStatus(value.word) === 'superseded');

/** A link to be added to an ADR. */
export interface NewLink {
  readonly link: StatedLink;
  readonly to: LinkedAdr;
  readonly date: string;
}

/**
 * The changes that add a link: in the words and at the place of the house where it shows them, or else in those of the
 * language. None if the ADR says so already. Takes the first way that is read again as it was meant.
 */
export function editsOfLink(document: AdrDocument, amendment: NewLink, house: HouseStyle | undefined): Edit[] {
  const { link, to } = amendment;
  const isNamed = (number: number | undefined) => number !== undefined && number === to.number;
  if (
    document.links.some(
      ({ kind, url, number }) => kind === link && (url === '' ? isNamed(number) : linkedFile(url) === to.file),
    )
  )
    return [];
  const word = supersededWord(document, house);
  const around = aroundLink(link, word, styleOf(document).labelLanguage);
  const usual = { before: around.before, link: linkTo(document, to) + around.after };
  // These are said by the ADR that is just being written.
  const isNew = link === 'supersedes' || link === 'amends';
  const form = house?.linkForms[link];
  const before = form?.place === 'text' ? form.words : form?.place === 'entry' ? `${form.key}: ` : undefined;
  const said = before === undefined ? undefined : { before, link: linkTo(document, to) };
  const own = [
    fillEntry(document, link, to, form),
    addEntry(document, link, to, form),
    form?.place === 'entry' && said ? inMetadata(document, said.before, said.link, isNew) : undefined,
  ].flatMap((edit) => edit ?? []);
  const add =
    link === 'superseded by'
      ? waysToSupersede(
          document,
          { ...amendment, dateForm: house?.dateForm },
          word,
          own,
          form?.place === 'text' ? said : undefined,
          usual,
        )
      : [...own, ...waysToAdd(document, said, isNew), ...waysToAdd(document, usual, isNew)].map((edit) => [edit]);
  return add.find((edits) => isFoundAgain(document, edits, amendment)) ?? add.at(-1) ?? [];
}

/** The ways to say that an ADR is superseded, the best first: in an entry for it, or with its status. */
function waysToSupersede(
  document: AdrDocument,
  { to, date, dateForm }: NewLink & Pick<NewStatus, 'dateForm'>,
  word: string,
  own: readonly Edit[],
  said: LinkWords | undefined,
  usual: LinkWords,
): Edit[][] {
  const link = linkTo(document, to);
  const changed = (written: string, withLink = true) => {
    const withoutLink = to.number === undefined ? word : written.replace(link, referenceTo(document, to));
    return replaceStatus(document, {
      ...{ status: 'superseded', word, written, date, dateForm },
      ...(withLink ? { link, withoutLink } : { link: '' }),
    });
  };
  const status = isSuperseded(document) ? [] : changed(word, false);
  const sentences = [said, usual].flatMap((words) => (words === undefined ? [] : [words.before + words.link]));
  return [
    ...own.map((edit) => [...status, edit]),
    ...sentences.map((written) => changed(written)),
    // There is no room for a link beside the status.
    ...waysToAdd(document, usual, false).map((edit) => [...status, edit]),
  ];
}

/** Whether the link can be read again. An unclosed comment or code block would swallow text added after it. */
function isFoundAgain({ source }: AdrDocument, edits: readonly Edit[], { link, to }: NewLink): boolean {
  const amended = readAdr(applyEdits(source.text, edits));
  if (link === 'superseded by' && !isSuperseded(amended)) return false;
  return amended.links.some(
    ({ kind, url, number }) =>
      kind === link && (url === '' ? number !== undefined && number === to.number : linkedFile(url) === to.file),
  );
}
