import type { AdrHappening } from '../../decision/digest/digest.ts';
import type {
  AdrEvent,
  AdrWriting,
  ArchiveReading,
  GoneAdr,
  IndexedAdr,
  IndexedFile,
  Sighting,
} from '../../workflow/ports/archive/adr-index.ts';
import type { Row } from '../row.ts';
import { storable } from '../storable.ts';
import { foldLines } from '../words.ts';

// Maps the rows of the index of ADRs between snake_case and camelCase.

export function toArchiveReading(row: Row<'archive'>): ArchiveReading {
  const { commit, checked_at: checkedAt, stopped_by: stoppedBy, adrs, has_foreign: hasForeign, version, reader } = row;
  return {
    commit: commit ?? undefined,
    checkedAt: checkedAt ?? undefined,
    stoppedBy: stoppedBy ?? undefined,
    adrs,
    hasForeign,
    reader,
    version,
  };
}

export function toIndexedFile(row: Omit<Row<'adr'>, 'team_id' | 'archive' | 'words' | 'area' | Unread>): IndexedFile {
  const { id, blob, title, number, status, reader } = row;
  return {
    id,
    fileName: row.file_name,
    blob,
    reader,
    number: number ?? undefined,
    title,
    status: status ?? undefined,
    statusText: row.status_text,
    revisitOn: row.revisit_on ?? undefined,
    isGone: row.removed_at !== null,
  };
}

type Unread = 'date' | 'date_order' | 'deciders' | 'outcome' | 'tags' | 'affects' | 'dialect' | 'links' | 'warnings';

/** What the index says of an ADR, without what only searches go by. */
export const adrColumns = [
  ...([
    'id',
    'archive',
    'file_name',
    'blob',
    'number',
    'title',
    'status',
    'status_text',
    'date',
    'date_order',
  ] as const),
  ...(['deciders', 'tags', 'affects', 'revisit_on', 'outcome', 'dialect', 'links', 'warnings', 'removed_at'] as const),
] as const satisfies readonly (keyof Row<'adr'>)[];

type AdrRow = Pick<Row<'adr'>, (typeof adrColumns)[number]> & { readonly decision_id: string | null };

export function toIndexedAdr(row: AdrRow): IndexedAdr {
  const { id, blob, title, number, status, dialect, warnings, date } = row;
  return {
    id,
    archive: row.archive,
    fileName: row.file_name,
    blob,
    number: number ?? undefined,
    title,
    status: status ?? undefined,
    statusText: row.status_text,
    date: date ?? undefined,
    ...(row.date_order === null ? {} : { dateOrder: row.date_order }),
    deciders: row.deciders as IndexedAdr['deciders'],
    tags: row.tags,
    affects: row.affects,
    revisitOn: row.revisit_on ?? undefined,
    outcome: row.outcome ?? undefined,
    dialect,
    links: row.links as IndexedAdr['links'],
    warnings,
    decisionId: row.decision_id ?? undefined,
  };
}

export function toGoneAdr(row: AdrRow & { readonly gone_in: string | null }): GoneAdr[] {
  const { removed_at: goneAt, gone_in: goneIn } = row;
  return goneAt === null ? [] : [{ ...toIndexedAdr(row), goneAt, goneIn: goneIn ?? undefined }];
}

/** As much of a text as the index keeps, without anything that PostgreSQL refuses. */
function fit(text: string, limit: number): string {
  return storable(text.slice(0, limit));
}

/** `said`: what a search looks through besides title and name. */
const indexLimits = { title: 1_000, line: 500, items: 200, said: 1_000 } as const;

/** A file in the branch, as it was read. */
export function fromAdrEntry({ fileName, area, blob, reader, entry }: AdrWriting) {
  const { number, status, date, dialect, warnings } = entry;
  const { title, line, items } = indexLimits;
  const links = entry.links.slice(0, items).map(({ kind, file }) => ({ kind, file: fit(file, line) }));
  const said = [status, entry.statusText.slice(0, line), ...entry.deciders]
    .filter(Boolean)
    .join(' ')
    .slice(0, indexLimits.said);
  return {
    words: foldLines([entry.title.slice(0, title)], [fileName], [said]),
    file_name: fileName,
    area,
    blob,
    reader,
    // A heading may contain a number too large for PostgreSQL's integers.
    number: number === undefined || number > 2_147_483_647 ? null : number,
    title: fit(entry.title, title),
    status: status ?? null,
    status_text: fit(entry.statusText, line),
    date: date === undefined ? null : fit(date, line),
    date_order: entry.dateOrder ?? null,
    deciders: JSON.stringify(entry.deciders.slice(0, items).map((name) => fit(name, line))),
    tags: entry.tags.slice(0, items).map((tag) => fit(tag, line)),
    affects: entry.affects.slice(0, items).map((pattern) => fit(pattern, line)),
    revisit_on: entry.revisitOn ?? null,
    outcome: entry.outcome === undefined ? null : fit(entry.outcome, line),
    dialect,
    links: JSON.stringify(links),
    warnings,
    removed_at: null,
  };
}

export function fromAdrEvent(teamId: string, adrId: number, event: AdrEvent, { at, commit }: Sighting) {
  const { kind, before, after } = event;
  const keep = (text: string | undefined) => (text === undefined ? null : fit(text, indexLimits.line));
  return { team_id: teamId, adr_id: adrId, at, kind, before: keep(before), after: keep(after), commit: commit ?? null };
}

/** An event that people are told about, unlike the edit of a file. */
export function toAdrHappening(
  row: Pick<Row<'adr'>, 'id' | 'number' | 'title' | 'file_name'> &
    Pick<Row<'adr_event'>, 'kind' | 'before' | 'after' | 'commit'>,
): AdrHappening[] {
  const { id: adrId, kind, number, title, file_name: fileName, before, after, commit } = row;
  if (kind === 'edited') return [];
  return [
    {
      kind,
      adrId,
      number: number ?? undefined,
      title,
      fileName,
      before: before ?? undefined,
      after: after ?? undefined,
      commit: commit ?? undefined,
    },
  ];
}
