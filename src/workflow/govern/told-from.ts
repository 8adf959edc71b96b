import { createHash } from 'node:crypto';
import type { LearnedStyle } from '../ports/archive/archive-memory.ts';
import type { Repository } from '../ports/archive/repositories.ts';
import type { ListedReview } from '../ports/forge/forge.ts';
import type { Ports, RepositoryPorts } from '../ports/ports.ts';
import { languageOfArchive } from '../publish/house-style.ts';

/** All folders of decisions in a repository. The first of them speaks for all about the reviews of others. */
export function foldersOf({ repositories }: Pick<Ports, 'repositories'>, label: string): readonly Repository[] {
  return repositories.all.filter(({ archive }) => archive.label === label);
}

/** Whether a team wants its reviews told, as far as is known. */
export function mayInform({ forge, memory }: Pick<Repository, 'forge' | 'memory'>): boolean {
  return forge?.others !== undefined && memory.style?.found.showing.checks !== 'off';
}

/** What all reviews of a repository are told from: its decisions that govern something, and how the team wants it. */
export async function fingerprintDecisions(ports: RepositoryPorts, learned: LearnedStyle): Promise<string> {
  const { archive, chat, store } = ports;
  const rows = await Promise.all(
    foldersOf(ports, archive.label).map((folder) => store.read.adrs.findGoverning(chat.teamId, folder.archive.id)),
  );
  const facts = rows.flat().map((adr) => {
    const { fileName, number, title, outcome, deciders, date, status, statusText, affects } = adr;
    return [fileName, number, title, outcome, deciders, date, status, statusText, affects];
  });
  return fingerprint([learned.showing, languageOfArchive(ports, learned.style), facts]);
}

/** What one review is told from. */
export function fingerprintReview({ head, title, body }: Omit<ListedReview, 'number'>, decisions: string): string {
  return fingerprint([head, title, body, decisions]);
}

/** A short text that is another one for other facts. */
export function fingerprint(facts: unknown): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}
