import { toString as textOf } from 'mdast-util-to-string';
import { contentOf } from '../content/content-of.ts';
import { parseMarkdown } from '../markdown/markdown.ts';
import { haveSameTree } from '../markdown/same-tree.ts';
import type { AdrDocument } from '../read/document.ts';
import { meaningOfStatus } from '../read/metadata/status.ts';
import { plainTitle } from '../read/read-adr.ts';
import type { AdrWarning } from '../read/warning.ts';
import { styleOf } from '../style/style-of.ts';
import { textOfFile } from '../text/file-text.ts';
import { trimEnd } from '../text/trim-end.ts';
import { writeAdr } from '../write/write-adr.ts';

/** What `doctor` says about one file; missing values are null. */
export interface AdrReport {
  readonly file: string;
  readonly number: number | null;
  readonly title: string | null;
  /** The house's word for it if it is known, otherwise as it is written. */
  readonly status: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly deciders: readonly string[];
  readonly dialect: string;
  readonly options: readonly OptionReport[];
  /** The chosen option, or the first paragraph of the decision. */
  readonly outcome: string | null;
  /** The names of all sections, in order. */
  readonly sections: readonly string[];
  /** Whether it has the same tree after being written back in its own style. */
  readonly lossless: boolean;
  readonly warnings: readonly AdrWarning[];
}

/** An option with the numbers of its points. */
interface OptionReport {
  readonly title: string;
  readonly pros: number;
  readonly cons: number;
  readonly neutral: number;
  readonly chosen: boolean;
}

/** How many files there are, how many would change when written back, and how many errors they have. */
export interface FaultCount {
  readonly adrs: number;
  readonly lost: number;
  readonly errors: number;
}

/** Counts what is wrong with files. */
export function countFaults(files: readonly Pick<AdrReport, 'lossless' | 'warnings'>[]): FaultCount {
  return {
    adrs: files.length,
    lost: files.filter(({ lossless }) => !lossless).length,
    errors: files.flatMap(({ warnings }) => warnings).filter(({ isError }) => isError).length,
  };
}

/** Reports on one ADR. `text` is the whole file, as it was read. */
export function reportOn(document: AdrDocument, text: string): AdrReport {
  const { number, date, roles, options, outcome, chosen, statuses, sections, dialect, warnings, fileName } = document;
  const [status] = statuses;
  const lossless = isLossless(document, text);
  return {
    file: fileName ?? '',
    number: number?.value ?? null,
    title: plainTitle(document) ?? null,
    status: status === undefined ? null : (meaningOfStatus(status.value.word) ?? status.value.word),
    date: date?.value ?? null,
    deciders: (roles.deciders?.value ?? []).map(plain),
    dialect,
    options: options.map(({ title, points, isChosen }) => ({
      title: plain(title),
      pros: points.filter(({ kind }) => kind === 'pro').length,
      cons: points.filter(({ kind }) => kind === 'con').length,
      neutral: points.filter(({ kind }) => kind === 'neutral').length,
      chosen: isChosen,
    })),
    outcome:
      outcome === undefined ? null : plain(chosen?.title ?? outcome.value.chosen ?? firstBlock(outcome.value.text)),
    sections: sections.map(({ name }) => name),
    lossless,
    warnings: lossless ? warnings : [...warnings, notLossless],
  };
}

const notLossless: AdrWarning = { code: 'not lossless', line: 1, isError: true };

/** Whether a file that is read and written back in its own style has the same tree. */
export function isLossless(document: AdrDocument, text: string): boolean {
  const style = styleOf(document);
  const written = writeAdr(contentOf(document, style), style);
  const { rest } = document.source;
  if (rest === '') return haveSameTree(text, written);
  const [plain, plainWritten, end] = [textOfFile(text).trimEnd(), textOfFile(written).trimEnd(), rest.trimEnd()];
  if (!plain.endsWith(end) || !plainWritten.endsWith(end)) return false;
  return haveSameTree(beforeRest(plain, end), beforeRest(plainWritten, end));
}

/** What comes before the part that isn't read, without blanks, which would count in a code block that goes on there. */
function beforeRest(text: string, rest: string): string {
  // Other white space, such as a line separator, belongs to the last words.
  return trimEnd(text.slice(0, text.length - rest.length), ' \t\n');
}

function firstBlock(markdown: string): string {
  return markdown.slice(0, parseMarkdown(markdown).children[0]?.position?.end.offset ?? 0);
}

function plain(markdown: string): string {
  return textOf(parseMarkdown(markdown)).replaceAll(/\s+/g, ' ').trim();
}
