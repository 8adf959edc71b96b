import type { AdrContent, AdrOption, Markdown, Point, PointKind } from '@gavel/adr/content/content.ts';
import { toArgument } from '@gavel/adr/draft/draft-options.ts';
import { type DraftSource, languageOfDraft } from '@gavel/adr/draft/draft-source.ts';
import type { DraftWords } from '@gavel/adr/draft/draft-words.ts';
import { adrLanguages } from '@gavel/adr/language/adr-language.ts';
import { foldWord } from '@gavel/adr/language/word-table.ts';
import { adrWords } from '@gavel/adr/language/words.ts';
import { embedAsWritten, embedWords } from '@gavel/adr/markdown/embed.ts';
import { blocksToMarkdown, escapeLine } from '@gavel/adr/markdown/to-markdown.ts';
import { splitReason } from '@gavel/adr/read/points/label.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import { toPlainLine } from '@gavel/adr/text/plain-text.ts';
import { stripBecause } from '@gavel/adr/text/reason.ts';
import { embedTyped, typedLine } from '@gavel/adr/typed/embed-typed.ts';
import type { RecordLanguage } from '../words/record-language.ts';
import { lowerOpening } from './lower-opening.ts';
import { languageOf, nameIn } from './names.ts';
import type { AdrRecord, NamedPerson } from './record.ts';

/** The options of a record, and whether they are unchanged from its draft. */
export interface RecordedOptions {
  readonly options: readonly AdrOption[];
  readonly isDrafted: boolean;
}

/**
 * The options as an ADR tells them: what is unchanged from the draft as written there, and everything else as text.
 * Points made in Slack are signed if the house does that.
 */
export function optionsOfRecord(record: AdrRecord, draft: DraftSource | undefined, style: HouseStyle): RecordedOptions {
  const language = languageOf(record);
  const drafted = [...(draft?.options ?? [])];
  const draftLanguage = draft === undefined ? 'en' : languageOfDraft(draft.document);
  const pointStyle = {
    namesAuthors: style.namesAuthors,
    verdictLabels: verdictLabelsOf(style),
  };
  let isDrafted =
    draft !== undefined &&
    drafted.length === record.options.length &&
    record.options.every(({ withdrawn }) => withdrawn === undefined);
  const options = record.options.map((option): AdrOption => {
    const at = drafted.findIndex(({ inFields }) => isSame(inFields.title, option.title));
    const [source] = at === -1 ? [] : drafted.splice(at, 1);
    const known = [...(source?.written?.points ?? [])];
    const points = option.arguments.flatMap((argument): Point[] => {
      const place = known.findIndex((point) => {
        const { kind, text } = toArgument(point, draftLanguage);
        return kind === argument.kind && isOfDraft(text, argument.text);
      });
      const [point] = place === -1 ? [] : known.splice(place, 1);
      if (point === undefined || place > 0) isDrafted = false;
      return point
        ? [{ kind: point.kind, text: embedAsWritten(point.text) }]
        : typedPoint(record, argument, pointStyle);
    });
    const isDescribed = source !== undefined && isOfDraft(source.inFields.description, option.description);
    if (at !== 0 || !isDescribed || known.length > 0) isDrafted = false;
    const { withdrawn } = option;
    const { notes, ...title } = titleOf(language, option.title, source?.written);
    return {
      ...title,
      notes: withdrawn ? [...notes, escapeLine(noteWithdrawal(language, withdrawn))] : notes,
      description:
        isDescribed && source.written
          ? embedAsWritten(source.written.description, 3)
          : blocksToMarkdown(embedTyped(option.description)),
      points,
      isChosen:
        withdrawn === undefined && record.outcome.chosen !== undefined && isSame(option.title, record.outcome.chosen),
    };
  });
  return { options, isDrafted };
}

function noteWithdrawal(
  language: RecordLanguage,
  { by, votes }: { readonly by: NamedPerson; readonly votes: number },
): string {
  return language.record.withdrawn(nameIn(language, by), votes);
}

/** Whether a text is what a field was filled with from a draft. Earlier versions filled it with plain text. */
export function isOfDraft({ typed, plain }: DraftWords, text: string): boolean {
  return isSame(typed, text) || isSame(plain, text);
}

/** Whether two texts are equal to a reader. */
export function isSame(one: string, other: string): boolean {
  return cleanLine(one) === cleanLine(other);
}

function titleOf(
  language: RecordLanguage,
  title: string,
  written: AdrOption | undefined,
): Pick<AdrOption, 'title' | 'notes' | 'otherTitle'> {
  if (written !== undefined) {
    const { otherTitle } = written;
    return {
      title: embedWords(written.title),
      notes: written.notes.map(embedWords),
      otherTitle: otherTitle === undefined ? undefined : embedWords(otherTitle),
    };
  }
  const { name, notes } = takeNote(title);
  return { title: name || language.record.untitledOption, notes, otherTitle: undefined };
}

/** A typed title, and the note in parentheses at its end, if both say apart what they say together. */
function takeNote(typed: string): { readonly name: Markdown; readonly notes: Markdown[] } {
  const whole = typedLine(typed);
  const parts = /^(?<name>[^()]*[^()\s])\s+\((?<note>[^()]+)\)$/.exec(cleanLine(typed))?.groups;
  if (parts === undefined) return { name: whole, notes: [] };
  const [name, note] = [typedLine(parts.name ?? ''), typedLine(parts.note ?? '')];
  // They don't if the note is blank, or a style goes on into it.
  const areApart = toPlainLine(whole) === `${toPlainLine(name)} (${toPlainLine(note)})`;
  return areApart ? { name, notes: [note] } : { name: whole, notes: [] };
}

/** How the points that people typed are written. */
interface PointStyle {
  readonly namesAuthors: boolean;
  /** “Verdict” in every language, and this house's word for it. */
  readonly verdictLabels: readonly string[];
}

/** The points that a person typed as one argument about these options: none if it has no words. */
export function typedPoint(
  record: AdrRecord,
  { kind, text, by }: { readonly kind: PointKind; readonly text: string; readonly by: NamedPerson },
  { namesAuthors, verdictLabels }: PointStyle,
): Point[] {
  const reason = stripBecause(cleanLine(text), record.language);
  const name = namesAuthors ? nameIn(languageOf(record), by) : '';
  const sign = name === '' ? '' : ` (${escapeLine(name)})`;
  if (reason === '') return [];
  const label = kind === 'neutral' ? splitReason(reason) : undefined;
  const isVerdict = label !== undefined && label.rest !== '' && verdictLabels.includes(foldWord(label.word));
  if (isVerdict) return [{ kind: 'verdict', text: typedLine(label.rest) + sign }];
  const lowered = lowerOpening(reason, record);
  const after = lowered === reason ? {} : { textAfterBecause: typedLine(lowered) + sign };
  return [{ kind, text: typedLine(reason) + sign, ...after }];
}

/** “Verdict” in every language, and this house's word for it, folded. */
function verdictLabelsOf({ sections }: HouseStyle): string[] {
  const leads = sections.flatMap(({ options }) => options?.points?.leads.verdict ?? []);
  const own = leads.map((lead) => splitReason(lead)?.word ?? '');
  return [...adrLanguages.map((language) => adrWords[language].verdicts.verdict), ...own]
    .map(foldWord)
    .filter((word) => word !== '');
}

/** The draft's own section of the options, if no form can express all of it and nobody changed the options. */
export function draftedBodies(
  { isDrafted }: RecordedOptions,
  { outcome }: AdrRecord,
  draft: DraftSource,
): AdrContent['bodies'] {
  const { document, content } = draft;
  const marked = draft.options.find(({ written }) => written?.isChosen === true);
  const isOtherChosen = marked !== undefined && !isSame(marked.inFields.title, outcome.chosen ?? '');
  const bodies: Partial<Record<'options' | 'option-details', Markdown>> = {};
  for (const part of ['options', 'option-details'] as const) {
    const carried = content.bodies[part];
    const section = document.sections.find((other) => other.part === part);
    if (carried === undefined || section?.options === undefined) continue;
    if (isDrafted && !isOtherChosen) bodies[part] = embedAsWritten(carried);
  }
  return bodies;
}

/** What the draft's section says around the options, which stays when they are changed. */
export function aroundOptions(
  draft: DraftSource,
  part: 'options' | 'option-details',
): { before: Markdown; after: Markdown } {
  const section = draft.document.sections.find((other) => other.part === part);
  const isUnderstood = draft.content.bodies[part] === undefined;
  if (isUnderstood || section?.options === undefined) return { before: '', after: '' };
  return { before: embedAsWritten(section.options.before), after: embedAsWritten(section.options.after) };
}
