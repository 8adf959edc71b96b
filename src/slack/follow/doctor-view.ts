import { wordRenumbering, wordSummary, wordWarning } from '@gavel/adr/doctor/words.ts';
import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import type { KnownBlock, ModalView, RichTextElement, RichTextSection } from '@slack/types';
import { emoji, say } from '../../words/say.ts';
import type { ArchiveHealth } from '../../workflow/ports/archive-memory.ts';
import { language } from '../app/language.ts';
import { paginate } from '../find/adr-pages.ts';
import { nearestPage, pageView, turnCounted } from '../form/page.ts';
import { header, shorten } from '../text/blocks.ts';
import { splitElement } from '../text/rich-text/split.ts';
import { warnOfRules } from '../text/rule-doubt-text.ts';
import { paragraph } from '../text/words.ts';

export const doctorCallback = 'doctor';
export const doctorTitle = 'Health of the ADRs';

/** A doubt at its longest; who wants to know all of it runs `npm run doctor`. */
const longestLine = 1_000;

/** One page of what doctor says: figures, then errors, proposals for numbers given twice, and warnings. */
export function doctorView(health: ArchiveHealth, wanted: number): ModalView {
  const pages = paginate([paragraph(wordSummary(health.files)), ...parts(health)]);
  const page = nearestPage(wanted, pages.length);
  return pageView(language, {
    title: doctorTitle,
    callback: doctorCallback,
    about: {},
    head: [],
    blocks: pages[page] ?? [],
    ...turnCounted(page, pages.length),
  });
}

function parts({ files, findings, renumberings, ruleDoubts }: ArchiveHealth): KnownBlock[] {
  const doubts = files.flatMap(({ file, warnings }) =>
    warnings.map((warning) => ({ isError: warning.isError, line: toItem(wordWarning(warning), file) })),
  );
  const ofAll = [...warnOfRules(ruleDoubts), ...findings.filter(({ file }) => file === undefined)].map(
    ({ isError, message, advice }) => ({ isError, line: toItem(`${message} ${advice}`) }),
  );
  const [errors, warnings] = [true, false].map((isError) =>
    [...doubts, ...ofAll].filter((doubt) => doubt.isError === isError).map(({ line }) => line),
  );
  const all = [
    ...writePart('Errors', errors ?? []),
    ...writePart(
      'Proposed numbers',
      renumberings.map((renumbering) => toItem(wordRenumbering(renumbering))),
    ),
    ...writePart('Warnings', warnings ?? []),
  ];
  return all.length > 0 ? all : [paragraph(say`${emoji('white_check_mark')} Nothing to mend.`)];
}

function writePart(name: string, lines: readonly RichTextSection[]): KnownBlock[] {
  if (lines.length === 0) return [];
  const list = splitElement({ type: 'rich_text_list', style: 'bullet', elements: [...lines] });
  return [
    header(lines.length === 1 ? name : `${name} (${lines.length})`),
    ...list.map((element): KnownBlock => ({ type: 'rich_text', elements: [element] })),
  ];
}

/** Names of files and words of people: rich text, in which nothing comes to life. */
function toItem(words: string, file?: string): RichTextSection {
  const text = cleanLine(shorten(words, longestLine));
  const name: RichTextElement[] =
    file === undefined
      ? []
      : [{ type: 'text', text: `${cleanLine(shorten(file, 255)) || '?'} `, style: { bold: true } }];
  return { type: 'rich_text_section', elements: [...name, { type: 'text', text }] };
}
