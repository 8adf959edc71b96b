import type { AdrLanguage } from '@gavel/adr/language/adr-language.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import type { Decision } from '../../decision/decision.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { checkRecall, emptyRecallForm, noRecall, type Recall, type RecallForm } from '../../decision/recall/recall.ts';
import { dayIn } from '../../decision/time/day.ts';
import type { AdrRecord } from '../../record/record.ts';
import { listVotes } from '../../record/vote-text.ts';
import { viewCard } from '../card/show-card.ts';
import type { Ports } from '../ports/ports.ts';
import type { ProposalInput } from '../ports/proposal-input.ts';
import type { ChannelPlace } from '../ports/records/rules.ts';
import { toAdrRecord } from './adr-record.ts';
import { languageOfArchive, zoneOfArchive } from './house-style.ts';

/** The text of an ADR in a house's style, and what is told elsewhere. */
export interface AdrText {
  readonly text: string;
  /** The votes in plain lines, if the house's ADRs have no place for them. */
  readonly votes: readonly string[];
  /** Headings of sections that were left out because they argue for something other than what was decided. */
  readonly leftOut: readonly string[];
}

/**
 * Writes a record in a house's style. Without a number, the heading has none, as in a house that names files by date.
 */
export async function writeInStyle(
  { reader }: Pick<Ports, 'reader'>,
  record: AdrRecord,
  style: HouseStyle,
  number: number | undefined,
): Promise<AdrText> {
  const isUnnumbered = number === undefined && record.status !== 'proposed';
  const hasNumbers = style.title.width > 0;
  const title = isUnnumbered && hasNumbers ? { ...style.title, before: '', width: 0, after: '' } : style.title;
  const votes = style.votesIn === 'section' ? [] : listVotes(record);
  return {
    ...(await reader.writeRecord(record, { ...style, title, language: style.language ?? record.language }, number)),
    votes,
  };
}

/** What a decision of a channel, or a proposal still being typed for it, would look like in a style. */
export async function previewAdr(
  ports: Ports,
  subject: Decision | ProposalInput,
  style: HouseStyle,
  channel: ChannelPlace,
): Promise<string> {
  const language = languageOfArchive(ports, style);
  const timeZone = await zoneOfArchive(ports, style, channel, 'id' in subject ? subject.timeZone : 'UTC');
  const record =
    'id' in subject
      ? toAdrRecord(await viewCard(ports, subject), undefined, { language, timeZone })
      : recordOfForm(subject, dayIn(timeZone, ports.now()), language);
  return (await writeInStyle(ports, record, style, undefined)).text;
}

function recordOfForm(form: ProposalInput, date: string, language: AdrLanguage): AdrRecord {
  const { title, context, options, sections, draft } = form;
  const lines = form.drivers.split('\n').filter((line) => line.trim() !== '');
  return {
    language,
    title,
    status: 'proposed',
    date,
    decisionMakers: [],
    consulted: [],
    informed: [],
    context,
    drivers: lines,
    options: options
      .filter((option) => option.title.trim() !== '')
      .map((option) => ({ ...option, arguments: option.arguments.map((argument) => ({ ...argument, by: '' })) })),
    recall: readable(form.recall),
    sections: sections.filter(({ heading }) => heading.trim() !== ''),
    draft,
    outcome: { chosen: undefined, reason: undefined },
    consequences: [],
    votes: undefined,
    discussionUrl: undefined,
  };
}

/** By what a form's decision would be met again, as far as it can be read already. */
function readable(form: RecallForm = emptyRecallForm): Recall {
  try {
    // Whatever day was chosen may stand here.
    const before = { ...noRecall, revisit: { ...noRecall.revisit, on: form.revisit.on } };
    return checkRecall(form, '', before);
  } catch (error) {
    if (error instanceof RuleBroken) return noRecall;
    throw error;
  }
}
