import type { Status } from '../content/content.ts';
import type { AdrDocument } from '../read/document.ts';
import { readAdr } from '../read/read-adr.ts';
import type { HouseStyle } from '../style/house-style.ts';
import { styleOf } from '../style/style-of.ts';
import { editsOfLink, type NewLink } from './add-link.ts';
import { applyEdits, type Edit, toFile } from './edit.ts';
import { replaceStatus } from './replace-status.ts';
import { holdsSeveralAdrs } from './several-adrs.ts';
import { bareWord } from './status-word.ts';

/** A change to an ADR: a new status, or a link to another ADR. `date` (`YYYY-MM-DD`) goes into change logs. */
export type Amendment = NewStatusOfAdr | NewLink;

interface NewStatusOfAdr {
  readonly status: Status;
  readonly date: string;
}

/**
 * Changes the status of an ADR, or adds a link, in the dialect of the file. Everything else stays the same, including
 * line endings, trailing blanks, list markers and the final line feed. `file` must have been decoded without loss.
 * Words that it does not show are those of the house. A file with several ADRs stays as it is.
 */
export function amendAdr(file: string, amendment: Amendment, house?: HouseStyle): string {
  const document = readAdr(file);
  if (holdsSeveralAdrs(document)) return file;
  const edits =
    'status' in amendment ? editsOfStatus(document, amendment, house) : editsOfLink(document, amendment, house);
  return applyEdits(file, toFile(file, document, edits));
}

function editsOfStatus(document: AdrDocument, { status, date }: NewStatusOfAdr, house: HouseStyle | undefined): Edit[] {
  const word = bareWord(styleOf(document).statusWords[status] ?? status);
  return replaceStatus(document, { status, word, written: word, link: '', date, dateForm: house?.dateForm });
}
