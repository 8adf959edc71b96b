import type { AdrLanguage } from '@gavel/adr/language/adr-language.ts';
import { pathAlong } from '@gavel/adr/name/adr-path.ts';
import { type AdrEntry, readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import type { PublicationRemark } from '../../decision/publication/publication-remark.ts';
import { listForAgents } from '../../record/agents-block.ts';
import { governedWords } from '../../record/governed-words.ts';
import type { Change } from '../ports/archive/change.ts';
import type { Snapshot } from '../ports/archive/snapshot.ts';
import type { RepositoryPorts } from '../ports/ports.ts';

/** The file that lists the decisions for agents, and what a change makes of the ADRs. */
interface AgentsFile {
  /** From the top of the repository. */
  readonly path: string;
  readonly language: AdrLanguage;
  readonly files: Change['files'];
}

/** What a change does to the file for agents, and why it does nothing. */
interface PlannedAgentsFile {
  readonly besides: NonNullable<Change['besides']>;
  readonly remarks: readonly PublicationRemark[];
}

/** Plans the list of the decisions that hold once a change is on the branch. What people wrote around it stays. */
export async function planAgentsFile(
  ports: RepositoryPorts,
  snapshot: Snapshot,
  { path, language, files }: AgentsFile,
): Promise<PlannedAgentsFile> {
  const leave = (why: Extract<PublicationRemark, { code: 'agents file left' }>['why']): PlannedAgentsFile => ({
    besides: [],
    remarks: [{ code: 'agents file left', file: path, why }],
  });
  const there = await snapshot.readAtTop(path);
  if (there === 'no file') return leave('no file');
  if (there !== undefined && !there.isExact) return leave('no text');
  const known = await ports.store.read.adrs.findAll(ports.chat.teamId, ports.archive.id);
  const isAdr = new Set(known.map(({ fileName }) => fileName));
  const [own] = files;
  const changed = new Map(
    files
      .filter(({ name }) => name === own?.name || isAdr.has(name))
      .map(({ name, content }) => [name, readAdrEntry(content, name)] as const),
  );
  const entries = new Map<string, AdrEntry>([...known.map((adr) => [adr.fileName, adr] as const), ...changed]);
  const adrs = [...entries]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .filter(([, { status }]) => status === 'accepted')
    .map(([name, entry]) => ({ ...entry, path: pathAlong(`${ports.archive.folder}/`, name) }));
  const content = listForAgents(there?.text, adrs, { file: path, words: governedWords(language) });
  if (content === undefined) return leave('markers');
  return { besides: content === there?.text ? [] : [{ path, content }], remarks: [] };
}
