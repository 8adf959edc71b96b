import type { RepositoryWords } from '../repository-words.ts';
import { code, joinWords, say, type Words } from '../say.ts';
import { listWords, number } from './grammar.ts';

const filesNamed = 5;

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

/** What is said about the repository, in English. */
export const repository: RepositoryWords = {
  sharedNumber: (shared, files) => {
    const times = files.length === 2 ? 'twice' : `${number(files.length)} times`;
    return say`Number ${shared} is taken ${times}: ${listWords(files, filesNamed)}. ${code('/adr doctor')} proposes a renumbering.`;
  },
  adrChange,
  asLastSeen: (trouble) => `⚠ This is as I last saw the repository. ${trouble}`,
  isBeingRead: say`The repository is still being read, so not everything is here yet. ${code('/adr import')} shows how far it is.`,
  readingStopped: say`Somebody stopped the reading of the repository, so not everything is here. ${code('/adr import')} goes on with it.`,
};
