import type { ArchiveFinding } from '@gavel/adr/doctor/findings.ts';
import { countFaults } from '@gavel/adr/doctor/report.ts';
import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import type { KnownBlock, ModalView, RichTextElement, RichTextSection } from '@slack/types';
import { type Language, wordDoubt } from '../../words/language.ts';
import { emoji, say } from '../../words/say.ts';
import type { ArchiveHealth } from '../../workflow/ports/archive/archive-memory.ts';
import { paginate } from '../find/adr-pages.ts';
import { nearestPage, pageView, turnCounted } from '../form/page.ts';
import { header, shorten } from '../text/blocks.ts';
import { splitElement } from '../text/rich-text/split.ts';
import { wordArchiveRuleDoubts } from '../text/rule-doubt-text.ts';
import { paragraph } from '../text/words.ts';

export const doctorCallback = 'doctor';

/** The longest warning shown; `npm run doctor` shows everything. */
const longestLine = 1_000;

/** What the modal carries along: the channel it was requested in, and which of its repositories it is about. */
export interface DoctorAbout {
  readonly channelId: string;
  readonly name?: string | undefined;
}

/** One page of doctor's findings: figures, then errors, suggestions for duplicate numbers, and warnings. */
export function doctorView(language: Language, health: ArchiveHealth, about: DoctorAbout, wanted: number): ModalView {
  const { doctor } = language;
  const pages = paginate([paragraph(doctor.summary(countFaults(health.files))), ...parts(language, health)]);
  const page = nearestPage(wanted, pages.length);
  return pageView(language, {
    title: doctor.title,
    callback: doctorCallback,
    about,
    head: [],
    blocks: pages[page] ?? [],
    ...turnCounted(page, pages.length),
  });
}

function parts(language: Language, { files, findings, renumberings, ruleDoubts }: ArchiveHealth): KnownBlock[] {
  const { doctor } = language;
  const ofFiles = files.flatMap(({ file, warnings }) => warnings.map((warning) => ({ file, warning })));
  const ofAll = findings.filter(({ file }) => file === undefined);
  const linesOf = (doubts: readonly ArchiveFinding[], isError: boolean) =>
    doubts
      .filter(({ warning }) => warning.isError === isError)
      .map(({ file, warning }) => {
        const doubt = wordDoubt(language, warning);
        return file === undefined ? toItem(doubt) : toItem(doctor.atLine(warning.line, doubt), file);
      });
  const ofRules = wordArchiveRuleDoubts(language, ruleDoubts).map((doubt) => toItem(doubt));
  const all = [
    ...writePart(doctor.parts.errors, [...linesOf(ofFiles, true), ...linesOf(ofAll, true)]),
    ...writePart(
      doctor.parts.numbers,
      renumberings.map((renumbering) => toItem(doctor.renumbering(renumbering))),
    ),
    ...writePart(doctor.parts.warnings, [...linesOf(ofFiles, false), ...ofRules, ...linesOf(ofAll, false)]),
  ];
  return all.length > 0 ? all : [paragraph(say`${emoji('white_check_mark')} ${doctor.nothingToMend}`)];
}

function writePart(heading: (lines: number) => string, lines: readonly RichTextSection[]): KnownBlock[] {
  if (lines.length === 0) return [];
  const list = splitElement({ type: 'rich_text_list', style: 'bullet', elements: [...lines] });
  return [
    header(heading(lines.length)),
    ...list.map((element): KnownBlock => ({ type: 'rich_text', elements: [element] })),
  ];
}

/** Names of files and words of people: rich text, which shows them as plain text. */
function toItem(words: string, file?: string): RichTextSection {
  const text = cleanLine(shorten(words, longestLine));
  const name: RichTextElement[] =
    file === undefined
      ? []
      : [{ type: 'text', text: `${cleanLine(shorten(file, 255)) || '?'} `, style: { bold: true } }];
  return { type: 'rich_text_section', elements: [...name, { type: 'text', text }] };
}
