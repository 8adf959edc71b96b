import type { RepositoryWords } from '../repository-words.ts';
import { code, joinWords, say, type Words } from '../say.ts';
import { list, listWords, number, quote } from './grammar.ts';

const filesNamed = 5;
const repositoriesNamed = 20;

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

function called(name: string | undefined): string {
  return name === undefined ? '' : ` ${quote(name)}`;
}

function importOf(name: string | undefined): Words {
  return say`${code(name === undefined ? '/adr import' : `/adr import ${name}`)}`;
}

/** What is said about the repository, in German. */
export const repository: RepositoryWords = {
  sharedNumber: (shared, files, name) => {
    const times = files.length === 2 ? 'doppelt' : `${number(files.length)}-mal`;
    const [where, command] = name === undefined ? ['', '/adr doctor'] : [` in ${name}`, `/adr doctor ${name}`];
    return say`Die Nummer ${shared} ist${where} ${times} vergeben: ${listWords(files, filesNamed)}. ${code(command)} schlägt neue Nummern vor.`;
  },
  adrChange,
  asLastSeen: (trouble) => `⚠ So habe ich das Repository zuletzt gesehen. ${trouble}`,
  isBeingRead: (name) =>
    say`Das Repository${called(name)} wird noch gelesen, deshalb ist noch nicht alles hier. ${importOf(name)} zeigt, wie weit es ist.`,
  readingStopped: (name) =>
    say`Jemand hat das Lesen des Repositorys${called(name)} angehalten, deshalb ist nicht alles hier. ${importOf(name)} macht damit weiter.`,
  othersToo: (names) => `Auch nicht auf dem neuesten Stand: ${list(names.map(quote), repositoriesNamed)}.`,
};
