import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { type Address, parseAddress } from './archive/address.ts';
import { normaliseFolder } from './archive/read/folder-listing.ts';
import { type PublishingConfig, type PublishingName, publishingNames, readPublishing } from './publishing-config.ts';
import { en } from './words/en/en.ts';
import { wordTrouble } from './words/language.ts';
import { ArchiveError } from './workflow/ports/archive/archive-error.ts';

/** A repository as the file of GAVEL_CONFIG has it: one for each of its folders. */
interface ListedRepository {
  readonly name: string;
  readonly repository: string;
  readonly branch: string | undefined;
  readonly folder: string;
  /** The setting that names the folder. */
  readonly folderSetting: 'folder' | 'folders';
  readonly token: string | undefined;
  /** The environment variable that has the token. */
  readonly tokenVariable: string | undefined;
  /** Ids or names of channels, with `*` standing for anything; undefined for all. */
  readonly channels: readonly string[] | undefined;
  /** Ids of workspaces; undefined for all. */
  readonly workspaces: readonly string[] | undefined;
  readonly publishing: PublishingConfig;
}

/** What a configuration file says, or everything that is wrong with it, each problem with its line. */
export interface ReadFile {
  readonly repositories: readonly ListedRepository[];
  readonly problems: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

const topKeys = ['repositories'];
const keys = [
  ...(['name', 'address', 'branch', 'folder', 'folders', 'token_variable', 'channels', 'workspaces'] as const),
  ...Object.values(publishingNames).map(({ key }) => key),
] as const;
type Key = (typeof keys)[number];

/** What YAML reads as a number, or as true and false. */
const asText: ReadonlySet<Key> = new Set(
  (['appId', 'draft', 'autoMerge', 'coAuthors'] satisfies PublishingName[]).map((name) => publishingNames[name].key),
);

const usualFolder = 'docs/decisions';
const longestName = 40;

/** With its folder, a name is a line of a select (Slack: option object, text). */
const longestWithFolder = 75;

// Tokens of Slack and of the common git hosts, and addresses with credentials in them.
const looksSecret = /^(xox|xapp-|gh[a-z]_|github_pat_|glpat-)|:\/\/[^/]*@/;

function show(value: unknown): string {
  if (typeof value !== 'string') return 'no text';
  return looksSecret.test(value) ? 'what looks like a secret' : `“${value.slice(0, 80)}”`;
}

/** Reads the text of a configuration file. `environment` has the tokens that it refers to. */
export function readConfigFile(text: string, environment: Environment): ReadFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems: { readonly line: number; readonly words: string }[] = [];
  const lineAt = (offset = 0) => lines.linePos(offset).line;
  const report = (node: Node | null | undefined, words: string) =>
    void problems.push({ line: lineAt(node?.range?.[0]), words });
  for (const error of document.errors) problems.push({ line: lineAt(error.pos[0]), words: `${error.message}.` });

  const repositories = problems.length > 0 ? [] : readTop(document.contents, report, environment);
  const inOrder = problems.toSorted((a, b) => a.line - b.line);
  return { repositories, problems: inOrder.map(({ line, words }) => `line ${line}: ${words}`) };
}

type Report = (node: Node | null | undefined, words: string) => void;

function readTop(contents: Node | null, report: Report, environment: Environment): ListedRepository[] {
  if (!isMap(contents)) {
    report(contents, 'This must be a list under “repositories:”.');
    return [];
  }
  const fields = readFields(contents, topKeys, report);
  const list = fields.get('repositories');
  if (!isSeq(list) || list.items.length === 0) {
    report(list ?? contents, '“repositories” must be a list of one repository or more.');
    return [];
  }
  const found: Placed[] = [];
  for (const item of list.items) {
    if (isMap(item)) found.push(...readRepository(item, report, environment));
    else report(item as Node, 'A repository has a “name” and an “address”.');
  }
  checkNames(found, report);
  checkPlaces(found, report);
  return found.map(({ node: _, place: __, title: ___, ...repository }) => repository);
}

/** A repository, its position in the file, and its location. */
interface Placed extends ListedRepository {
  readonly node: YAMLMap;
  readonly place: string | undefined;
  /** Its name without a folder. */
  readonly title: string;
}

/** The values of a map by key. Reports keys that are not allowed. */
function readFields(map: YAMLMap, allowed: readonly string[], report: Report): Map<string, Node | null> {
  const fields = new Map<string, Node | null>();
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (allowed.includes(name)) fields.set(name, value as Node | null);
    else report(key as Node, `There is no setting ${show(name)}. It must be one of ${allowed.join(', ')}.`);
  }
  return fields;
}

function readRepository(map: YAMLMap, report: Report, environment: Environment): Placed[] {
  const fields = readFields(map, keys, report);
  const read = (key: Key): string | undefined => {
    const node = fields.get(key);
    if (node === undefined) return undefined;
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (asText.has(key) && (typeof value === 'number' || typeof value === 'boolean')) return String(value);
    report(node ?? map, `“${key}” must be text.`);
    return undefined;
  };
  const readList = (key: Key, isFit: (value: string) => boolean, what: string): string[] | undefined => {
    const node = fields.get(key);
    if (node === undefined) return undefined;
    if (!isSeq(node) || node.items.length === 0) {
      report(node ?? map, `“${key}” must be a list of ${what}.`);
      return undefined;
    }
    return node.items.flatMap((item) => {
      const value = isScalar(item) ? item.value : undefined;
      if (typeof value === 'string' && isFit(value)) return [value];
      report(item as Node, `Under “${key}” stands ${show(value)}. It must be a list of ${what}.`);
      return [];
    });
  };

  const title = read('name');
  if (!fields.has('name')) report(map, 'This repository has no “name”. People in Slack see it by that name.');
  if (title !== undefined && (title.length > longestName || /[\n/]/.test(title)))
    report(
      fields.get('name'),
      `The name ${show(title)} must be one line of at most ${longestName} characters, without “/”.`,
    );
  const repository = read('address');
  if (!fields.has('address'))
    report(map, 'This repository has no “address”: the path, https or ssh address of a git repository.');
  const address =
    repository === undefined ? undefined : checkAddress(repository, (words) => report(fields.get('address'), words));
  const place = address?.place.toLowerCase();
  if (fields.has('folder') && fields.has('folders'))
    report(fields.get('folders'), 'Please use “folder” for one folder or “folders” for several, not both.');
  const written = readList('folders', isInside, 'folders inside the repository') ?? [read('folder') ?? usualFolder];
  if (written.length === 1 && !isInside(written[0] ?? ''))
    report(
      fields.get('folder'),
      `“folder” is ${show(written[0])}. It must be a folder inside the repository, such as ${usualFolder}.`,
    );
  const folders = written.map((folder) => (isInside(folder) ? normaliseFolder(folder) : folder));
  const channels = readList(
    'channels',
    (value) => /^#?[^\s#,]+$/.test(value),
    'ids or names of channels, such as team-*',
  );
  const workspaces = readList(
    'workspaces',
    (value) => /^[TE][A-Z0-9]+$/.test(value),
    'ids of workspaces, such as T0123456789',
  );
  const tokenVariable = read('token_variable');
  const readSecret = (key: Key) =>
    readToken(fields.get(key), read(key), environment, (node, words) => report(node, words), key);
  const token = readSecret('token_variable');
  const isLine = (value: string) => value.trim() !== '' && !value.includes('\n');
  const publishing = readPublishing(
    {
      read: (name) => read(publishingNames[name].key),
      readList: (name) => readList(publishingNames[name].key, isLine, 'names'),
      readSecret: (name) => readSecret(publishingNames[name].key),
      nameOf: (name) => `“${publishingNames[name].key}”`,
      show,
      report: (name, words) => report(fields.get(publishingNames[name].key) ?? map, words),
    },
    { host: address?.host, token },
  );
  const shared = {
    ...{ title: title ?? '', node: map, place, repository: repository ?? '', branch: read('branch') },
    ...{ token, tokenVariable, channels, workspaces, publishing },
  };
  const folderSetting = fields.has('folders') ? 'folders' : 'folder';
  return folders.map((folder) => {
    const name = folders.length === 1 ? shared.title : `${shared.title}/${folder}`;
    if (folders.length > 1 && name.length > longestWithFolder)
      report(
        fields.get('folders'),
        `People in Slack see the name with the folder, ${show(name)}, which may have at most ${longestWithFolder} characters. Please use a shorter name.`,
      );
    return { ...shared, name, folder, folderSetting };
  });
}

/** Whether a folder can be one of a repository. */
function isInside(folder: string): boolean {
  try {
    normaliseFolder(folder);
    return true;
  } catch (error) {
    if (error instanceof ArchiveError) return false;
    throw error;
  }
}

/** Refuses an address that can never work. */
function checkAddress(written: string, report: (words: string) => void): Address | undefined {
  try {
    const address = parseAddress(written);
    if (address.password !== undefined)
      report(
        'The address has a password in it. Put it into an environment variable, and name that as “token_variable”.',
      );
    return address;
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    report(`The address can’t be used. ${wordTrouble(en, error.trouble)}`);
    return undefined;
  }
}

function readToken(
  node: Node | null | undefined,
  name: string | undefined,
  environment: Environment,
  report: Report,
  key: Key,
): string | undefined {
  if (name === undefined) return undefined;
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || looksSecret.test(name)) {
    report(node, `“${key}” is ${show(name)}. It must be the name of an environment variable, such as PLATFORM_TOKEN.`);
    return undefined;
  }
  const token = environment[name]?.trim();
  if (!token) report(node, `The environment variable ${name} is not set. “${key}” names it.`);
  return token || undefined;
}

function checkNames(found: readonly Placed[], report: Report): void {
  const first = new Map<string, YAMLMap>();
  for (const { node, title } of found) {
    const name = title.toLowerCase();
    const known = first.get(name);
    if (known !== undefined && known !== node && name !== '')
      report(node, `Another repository is called ${show(title)}, too.`);
    else first.set(name, node);
  }
}

/** Two repositories may share a place if their branches or folders differ. */
function checkPlaces(found: readonly Placed[], report: Report): void {
  for (const [index, { node, place, branch, folder }] of found.entries()) {
    if (place === undefined) continue;
    const alike = found.slice(0, index).filter((other) => other.place === place && other.folder === folder);
    if (alike.some((other) => other.branch === branch)) {
      report(
        node,
        `Another repository has the same address, branch and folder (${folder || 'the top'}). Numbers of ADRs are unique in one place.`,
      );
    } else if (alike.some((other) => other.branch === undefined || branch === undefined)) {
      report(node, 'Another repository has the same address and folder. Please name the branch of both.');
    }
  }
}
