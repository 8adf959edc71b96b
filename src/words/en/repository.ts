import type { RepositoryWords } from '../repository-words.ts';
import { code, joinWords, say, type Words } from '../say.ts';
import { list, listWords, number, quote } from './grammar.ts';

const filesNamed = 5;
const repositoriesNamed = 20;

function statusOr(text: string): string {
  return text === '' ? 'no status' : text;
}

function wordNews({ kind, before, after }: Parameters<RepositoryWords['adrChange']>[0]): string {
  switch (kind) {
    case 'added':
      return after === '' ? 'new' : `new, ${after}`;
    case 'returned':
      return after === '' ? 'back again' : `back again, ${after}`;
    case 'status':
      return `${statusOr(before)} → ${statusOr(after)}`;
    case 'renamed':
      return '';
    case 'removed':
      return 'removed';
  }
}

function adrChange(facts: Parameters<RepositoryWords['adrChange']>[0]): Words {
  const { name, formerFile } = facts;
  const renamed = formerFile === undefined ? [] : [say`renamed from ${formerFile}`];
  const news = [say`${wordNews(facts)}`, ...renamed].filter((words) => words.length > 0);
  return say`${name}: ${joinWords(news, ', ')}`;
}

function called(name: string | undefined): string {
  return name === undefined ? '' : ` ${quote(name)}`;
}

function importOf(name: string | undefined): Words {
  return say`${code(name === undefined ? '/adr import' : `/adr import ${name}`)}`;
}

/** What is said about the repository, in English. */
export const repository: RepositoryWords = {
  sharedNumber: (shared, files, name) => {
    const times = files.length === 2 ? 'twice' : `${number(files.length)} times`;
    const [where, command] = name === undefined ? ['', '/adr doctor'] : [` in ${name}`, `/adr doctor ${name}`];
    return say`Number ${shared} is taken ${times}${where}: ${listWords(files, filesNamed)}. ${code(command)} proposes a renumbering.`;
  },
  adrChange,
  asLastSeen: (trouble) => `⚠ This is as I last saw the repository. ${trouble}`,
  isBeingRead: (name) =>
    say`The repository${called(name)} is still being read, so not everything is here yet. ${importOf(name)} shows the progress.`,
  readingStopped: (name) =>
    say`Somebody stopped the reading of the repository${called(name)}, so not everything is here. ${importOf(name)} goes on with it.`,
  othersToo: (names) => `Not up to date either: ${list(names.map(quote), repositoriesNamed)}.`,
};
