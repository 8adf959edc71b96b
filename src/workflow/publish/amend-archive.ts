import { type Amendment, amendAdr } from '@gavel/adr/amend/amend.ts';
import { type IndexEntry, updateIndex } from '@gavel/adr/amend/index-line.ts';
import { typedWords } from '@gavel/adr/markdown/typed.ts';
import { adrName } from '@gavel/adr/name/adr-name.ts';
import { writeDate } from '@gavel/adr/read/date.ts';
import { readEntry } from '@gavel/adr/read/entry.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { readStatus } from '@gavel/adr/read/status.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import { isIndexFile } from '@gavel/adr/style/learn-style.ts';
import { changesBoundAdr, isPastChange } from '../../decision/bond.ts';
import type { Bond, BondKind, Decision } from '../../decision/decision.ts';
import type { AdrRecord } from '../../record/record.ts';
import type { IndexedAdr } from '../ports/adr-index.ts';
import type { Change, FileText, Snapshot } from '../ports/archive.ts';
import type { Ports } from '../ports/ports.ts';
import type { AdrPlace } from './take-number.ts';

/** What a new ADR changes in the files that are there: the ADR that it is bound to, and the index. */
export interface ArchiveAmendment {
  /** The new ADR with its link. */
  readonly text: string;
  readonly files: Change['files'];
  /** What the message of the commit says of it. */
  readonly said: readonly string[];
  /** Why the ADR that it is bound to was left as it is, in a sentence. */
  readonly trouble: string | undefined;
}

/** A new ADR on its way into the archive. */
export interface NewAdr extends AdrPlace {
  readonly text: string;
  readonly record: AdrRecord;
  readonly style: HouseStyle;
}

interface Links {
  readonly verb: string;
  readonly forth: 'supersedes' | 'amends';
  readonly back: 'superseded by' | 'amended by';
}

const linksOf: Readonly<Record<BondKind, Links>> = {
  supersedes: { verb: 'Supersedes', forth: 'supersedes', back: 'superseded by' },
  amends: { verb: 'Amends', forth: 'amends', back: 'amended by' },
  deprecates: { verb: 'Deprecates', forth: 'amends', back: 'amended by' },
};

/**
 * Plans the changes of the files around a new ADR. Old ADRs change on acceptance only, and so that every byte stays
 * that says something else; what can't be changed so is left as it is, and said.
 */
export async function amendArchive(
  ports: Ports,
  snapshot: Snapshot,
  decision: Decision,
  adr: NewAdr,
): Promise<ArchiveAmendment> {
  const known = await ports.store.read.findAdrs(ports.chat.teamId, ports.archive.id);
  const { bond } = decision;
  const old = bond && known.find(({ id }) => id === bond.adrId);
  const indexFiles = [...snapshot.files.keys()].filter(isIndexFile);
  const texts = await snapshot.read([...(old ? [old.fileName] : []), ...indexFiles]);
  const isKept = decision.status === 'accepted' && !changesBoundAdr(decision);
  const bound = bond && changesBoundAdr(decision) ? amendOld(bond, old, texts, adr) : undefined;
  const files = bound?.files ?? [];
  const entries = [newEntry(adr), ...(bound?.entries ?? [])];
  const indexes = indexFiles.flatMap((name) => {
    const file = texts.get(name);
    if (file === undefined || !file.isExact) return [];
    const content = entries.reduce((text, entry) => {
      const form = known.some(({ date }) => date && text.includes(date)) ? '2024-12-27' : adr.style.dateForm;
      const inForm = (one: IndexEntry) => ({ ...one, date: one.date && writeDate(one.date, form) });
      return updateIndex(text, inForm(entry), known.map(toIndexEntry).map(inForm));
    }, file.text);
    return content === file.text ? [] : [{ name, content }];
  });
  return {
    text: bound?.text ?? adr.text,
    files: [...files, ...indexes],
    said: bound?.said ?? (old && isKept ? [`Leaves ${old.fileName} as it is.`] : []),
    trouble: bound?.trouble,
  };
}

type Amended = Omit<ArchiveAmendment, 'trouble'> & { readonly entries: readonly IndexEntry[] };
type Bound = Partial<Amended> & { readonly trouble?: string };

function amendOld(bond: Bond, old: IndexedAdr | undefined, texts: ReadonlyMap<string, FileText>, adr: NewAdr): Bound {
  const name = adrName(old ?? bond);
  const file = old && texts.get(old.fileName);
  if (old === undefined || file === undefined)
    return { trouble: `${name} is not in the repository any more, so nothing was changed in it.` };
  const { verb, forth, back } = linksOf[bond.kind];
  if (file.tooLong)
    return {
      trouble: `${name} is longer than any ADR should be, so it was not read and left as it is. Please change its status by hand.`,
    };
  const now = readEntry(file.text, old.fileName);
  if (now.links.some((link) => link.kind === back && link.file === adr.fileName)) return { said: [] };
  if (isPastChange(now.status, bond.kind))
    return { trouble: `${name} is ${now.status} already (“${now.statusText}”), so it was left as it is.` };
  if (!file.isExact)
    return { trouble: `${name} is not UTF-8 text, so it was left as it is. Please change its status by hand.` };

  const { source, statuses } = readAdr(file.text);
  if (source.rest !== '' && statuses.length === 0)
    return {
      trouble: `${name} is too long to be read to its end, and its status was not found, so it was left as it is. Please change it by hand.`,
    };

  const { date } = adr.record;
  const to = { number: adr.number, title: adr.record.title, file: adr.fileName };
  const amendments: Amendment[] = [
    ...(bond.kind === 'deprecates' ? [{ status: 'deprecated', date } as const] : []),
    { link: back, to, date },
  ];
  const content = amendments.reduce(amendAdr, file.text);
  const after = readEntry(content, old.fileName);
  if (!after.links.some((link) => link.kind === back && link.file === adr.fileName))
    return { trouble: `I found no place in ${name} for a link, so it was left as it is. Please change it by hand.` };
  return {
    text: amendAdr(adr.text, {
      link: forth,
      to: { number: now.number, title: now.title, file: old.fileName },
      date,
    }),
    files: [{ name: old.fileName, content }],
    entries: [{ ...toIndexEntry(old), status: after.status }],
    said: [`${verb} ${old.fileName}.`],
  };
}

function toIndexEntry({ fileName, number, title, statusText, date }: IndexedAdr): IndexEntry {
  return { file: fileName, number, title, status: readStatus(statusText).word || undefined, date };
}

function newEntry({ fileName, number, record, style }: NewAdr): IndexEntry {
  // It becomes part of a line of Markdown, perhaps in a table.
  const title = typedWords(record.title).replaceAll('|', '\\|');
  const status = readEntry(`# T\n\nStatus: ${style.statusWords[record.status] ?? record.status}\n`, 'x.md').statusText;
  return { file: fileName, number, title, status, date: record.date };
}
