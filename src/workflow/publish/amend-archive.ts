import { type Amendment, amendAdr } from '@gavel/adr/amend/amend.ts';
import type { IndexEntry } from '@gavel/adr/index/index-entry.ts';
import { listsNearlyAll } from '@gavel/adr/index/read-index.ts';
import { updateIndex, type WhyLeft } from '@gavel/adr/index/update-index.ts';
import { adrName } from '@gavel/adr/name/adr-name.ts';
import { folderOf, pathAlong, pathFrom } from '@gavel/adr/name/adr-path.ts';
import { usualFormats } from '@gavel/adr/name/other-formats.ts';
import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { readStatus } from '@gavel/adr/read/metadata/status.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import { typedLabel } from '@gavel/adr/typed/embed-typed.ts';
import type { Bond, BondKind, Decision } from '../../decision/decision.ts';
import { changesBoundAdr, isPastChange } from '../../decision/proposal/bond.ts';
import type { PublicationRemark } from '../../decision/publication/publication-remark.ts';
import type { CommittedBond } from '../../record/commit-message.ts';
import type { AdrRecord } from '../../record/record.ts';
import { sortArchive } from '../follow/sort-archive.ts';
import type { IndexedAdr } from '../ports/archive/adr-index.ts';
import type { Change } from '../ports/archive/change.ts';
import type { FileText, Snapshot } from '../ports/archive/snapshot.ts';
import type { RepositoryPorts } from '../ports/ports.ts';
import { findIndexesAbove } from './indexes-above.ts';
import type { AdrPlace } from './take-number.ts';

/** What a new ADR changes in existing files: in the ADR that it is bound to, and in the index. */
export interface ArchiveAmendment {
  /** The new ADR with its link. */
  readonly text: string;
  readonly files: Change['files'];
  /** What becomes of the ADR that it is bound to, for the commit message. */
  readonly committed: CommittedBond | undefined;
  /** Why that ADR or an index was left as it is. */
  readonly remarks: readonly PublicationRemark[];
}

/** A new ADR on its way into the archive. */
export interface NewAdr extends AdrPlace {
  readonly text: string;
  readonly record: AdrRecord;
  readonly style: HouseStyle;
  /** A file that is none of its indexes, whatever it lists, by its path from the top of the repository. */
  readonly agentsFile: string | undefined;
}

interface Links {
  readonly forth: 'supersedes' | 'amends';
  readonly back: 'superseded by' | 'amended by';
}

const linksOf: Readonly<Record<BondKind, Links>> = {
  supersedes: { forth: 'supersedes', back: 'superseded by' },
  amends: { forth: 'amends', back: 'amended by' },
  deprecates: { forth: 'amends', back: 'amended by' },
};

/** How many files of other names are looked at for lists of ADRs. */
const mostNotes = 20;

/**
 * Plans the changes to the files around a new ADR. Old ADRs change only on acceptance, and every byte that says
 * something else stays. What can't be changed that way is left alone and reported.
 */
export async function amendArchive(
  ports: RepositoryPorts,
  snapshot: Snapshot,
  decision: Decision,
  adr: NewAdr,
): Promise<ArchiveAmendment> {
  const known = await ports.store.read.adrs.findAll(ports.chat.teamId, ports.archive.id);
  const { bond } = decision;
  const old = bond && known.find(({ id }) => id === bond.adrId);
  const changed = [adr.fileName, ...(old ? [old.fileName] : [])];
  const sorted = await sortArchive(ports, snapshot);
  const { hasIndexes } = adr.style;
  const inRepository = (name: string) => pathAlong(`${ports.archive.folder}/`, name);
  const mayList = (file: string) =>
    hasIndexes && changed.some((name) => name.startsWith(folderOf(file))) && inRepository(file) !== adr.agentsFile;
  const notes = sorted.notes.filter(mayList).slice(0, mostNotes);
  // One in a folder without any ADRs may list those of another.
  const isApart = (file: string) => hasIndexes && !sorted.adrs.some((name) => name.startsWith(folderOf(file)));
  const indexFiles = [...sorted.indexes.filter((file) => mayList(file) || isApart(file)), ...notes];
  const above = hasIndexes ? await findIndexesAbove(ports, snapshot) : undefined;
  const texts = await snapshot.read([...(old ? [old.fileName] : []), ...indexFiles, ...(above?.unread ?? [])]);
  const isKept = decision.status === 'accepted' && !changesBoundAdr(decision);
  const bound = bond && changesBoundAdr(decision) ? amendOld(bond, old, texts, adr) : undefined;
  const files = bound?.files ?? [];
  const entries = [newEntry(adr), ...(bound?.entries ?? [])];
  const textsAbove = above?.texts(texts) ?? new Map<string, string>();
  const indexTexts = [
    ...indexFiles.flatMap((name) => {
      const file = texts.get(name);
      return file?.isExact ? [{ name, text: file.text }] : [];
    }),
    ...[...textsAbove]
      .map(([name, text]) => ({ name, text }))
      .filter(({ name }) => inRepository(name) !== adr.agentsFile),
  ];
  // They may be about anything.
  const others = new Set([...notes, ...textsAbove.keys()]);
  const indexes = indexTexts.flatMap(({ name, text }) => {
    const fromIndex = (one: IndexEntry) => ({ ...one, file: pathFrom(inRepository(name), inRepository(one.file)) });
    const listed = known.map(toIndexEntry).map(fromIndex);
    const below = listed.filter((one) => !one.file.startsWith('../'));
    if (others.has(name) && !listsNearlyAll(text, below)) return [];
    let content = text;
    const left = new Set<WhyLeft>();
    const gaps = new Set<string>();
    for (const entry of entries) {
      const updated = updateIndex(content, fromIndex(entry), listed);
      content = updated.text;
      if (updated.left !== undefined) left.add(updated.left);
      for (const column of updated.gaps ?? []) gaps.add(column);
    }
    return [{ name, content: content === text ? undefined : content, remarks: remarksOn(name, left, gaps) }];
  });
  return {
    text: bound?.text ?? adr.text,
    files: [...files, ...indexes.flatMap(({ name, content }) => (content === undefined ? [] : [{ name, content }]))],
    committed: bound?.committed ?? (old && isKept ? { kind: 'keeps', fileName: old.fileName } : undefined),
    remarks: [
      ...usualFormats(sorted)
        .slice(0, 1)
        .map(({ format }) => ({ code: 'other format', format }) as const),
      ...(bound?.remarks ?? []),
      ...indexes.flatMap(({ remarks }) => remarks),
    ],
  };
}

function remarksOn(file: string, left: ReadonlySet<WhyLeft>, gaps: ReadonlySet<string>): PublicationRemark[] {
  const why = [...left].map((one) => ({ code: `index ${one}`, file }) as const);
  return gaps.size === 0 ? why : [...why, { code: 'index gaps', file, columns: [...gaps] }];
}

type Bound = Partial<ArchiveAmendment> & { readonly entries?: readonly IndexEntry[] };

function amendOld(bond: Bond, old: IndexedAdr | undefined, texts: ReadonlyMap<string, FileText>, adr: NewAdr): Bound {
  const name = adrName(old ?? bond);
  const leave = (remark: PublicationRemark): Bound => ({ remarks: [remark] });
  const file = old && texts.get(old.fileName);
  if (old === undefined || file === undefined) return leave({ code: 'bound ADR gone', adr: name });
  const { forth, back } = linksOf[bond.kind];
  if (file.tooLong) return leave({ code: 'bound ADR too long', adr: name });
  const now = readAdrEntry(file.text, old.fileName);
  if (now.links.some((link) => link.kind === back && link.file === adr.fileName)) return {};
  if (isPastChange(now.status, bond.kind)) {
    const { status = '', statusText = '' } = now;
    return leave({ code: 'bound ADR changed already', adr: name, status, statusText });
  }
  if (!file.isExact) return leave({ code: 'bound ADR not UTF-8', adr: name });

  const { source, statuses } = readAdr(file.text);
  if (source.rest !== '' && statuses.length === 0) return leave({ code: 'bound ADR without status', adr: name });

  const { date } = adr.record;
  const to = { number: adr.number, title: adr.record.title, file: pathFrom(old.fileName, adr.fileName) };
  const amendments: Amendment[] = [
    ...(bond.kind === 'deprecates' ? [{ status: 'deprecated', date } as const] : []),
    { link: back, to, date },
  ];
  const content = amendments.reduce((text, amendment) => amendAdr(text, amendment, adr.style), file.text);
  const after = readAdrEntry(content, old.fileName);
  const isFound =
    after.links.some((link) => link.kind === back && link.file === adr.fileName) ||
    after.named.some((link) => link.kind === back && link.number === adr.number);
  if (!isFound) return leave({ code: 'bound ADR without room', adr: name });
  return {
    text: amendAdr(
      adr.text,
      {
        link: forth,
        to: { number: now.number, title: now.title, file: pathFrom(adr.fileName, old.fileName) },
        date,
      },
      adr.style,
    ),
    files: [{ name: old.fileName, content }],
    entries: [{ ...toIndexEntry(old), status: after.status && statusWord(adr.style, after.status) }],
    committed: { kind: bond.kind, fileName: old.fileName },
  };
}

function toIndexEntry({ fileName, number, title, statusText, date }: IndexedAdr): IndexEntry {
  return { file: fileName, number, title, status: readStatus(statusText).word || undefined, date };
}

function newEntry({ fileName, number, record, style }: NewAdr): IndexEntry {
  // It becomes part of a line of Markdown, perhaps in a table.
  const title = typedLabel(record.title).replaceAll('|', '\\|');
  return { file: fileName, number, title, status: statusWord(style, record.status), date: record.date };
}

/** The house's word for a status, without the marks that it has in ADRs. */
function statusWord({ statusWords }: HouseStyle, status: string): string {
  return readAdrEntry(`# T\n\nStatus: ${statusWords[status] ?? status}\n`, 'x.md').statusText;
}
