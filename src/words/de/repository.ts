import type { RepositoryWords } from '../repository-words.ts';
import { code, joinWords, say, type Words } from '../say.ts';
import { listWords, number } from './grammar.ts';

const filesNamed = 5;

function statusOr(text: string): string {
  return text === '' ? 'ohne Status' : text;
}

function wordNews({ kind, before, after }: Parameters<RepositoryWords['adrChange']>[0]): string {
  switch (kind) {
    case 'added':
      return after === '' ? 'neu' : `neu, ${after}`;
    case 'returned':
      return after === '' ? 'wieder da' : `wieder da, ${after}`;
    case 'status':
      return `${statusOr(before)} → ${statusOr(after)}`;
    case 'renamed':
      return '';
    case 'removed':
      return 'entfernt';
  }
}

function adrChange(facts: Parameters<RepositoryWords['adrChange']>[0]): Words {
  const { name, formerFile } = facts;
  const renamed = formerFile === undefined ? [] : [say`vorher ${formerFile}`];
  const news = [say`${wordNews(facts)}`, ...renamed].filter((words) => words.length > 0);
  return say`${name}: ${joinWords(news, ', ')}`;
}

/** What is said about the repository, in German. */
export const repository: RepositoryWords = {
  sharedNumber: (shared, files) => {
    const times = files.length === 2 ? 'doppelt' : `${number(files.length)}-mal`;
    return say`Die Nummer ${shared} ist ${times} vergeben: ${listWords(files, filesNamed)}. ${code('/adr doctor')} schlägt neue Nummern vor.`;
  },
  adrChange,
  asLastSeen: (trouble) => `⚠ So habe ich das Repository zuletzt gesehen. ${trouble}`,
  isBeingRead: say`Das Repository wird noch gelesen, deshalb ist noch nicht alles hier. ${code('/adr import')} zeigt, wie weit es ist.`,
  readingStopped: say`Jemand hat das Lesen des Repositorys angehalten, deshalb ist nicht alles hier. ${code('/adr import')} macht damit weiter.`,
};
