import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { findPackageJSON, stripTypeScriptTypes } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** One file that the page may ask for, as it goes over the wire. */
export interface Asset {
  readonly type: string;
  readonly body: string;
}

/** What a page module may import by name: the package and the one file of it that is served. */
const libraries: Readonly<Record<string, readonly [packageName: string, file: string]>> = {
  preact: ['preact', 'dist/preact.mjs'],
  'preact/hooks': ['preact', 'hooks/dist/hooks.mjs'],
  htm: ['htm', 'dist/htm.module.js'],
  'htm/preact': ['htm', 'preact/index.module.js'],
  '@preact/signals': ['@preact/signals', 'dist/signals.module.js'],
  '@preact/signals-core': ['@preact/signals-core', 'dist/signals-core.module.js'],
  'markdown-it': ['markdown-it', 'dist/browser/markdown-it.esm.min.mjs'],
  'prosemirror-commands': ['prosemirror-commands', 'dist/index.js'],
  'prosemirror-history': ['prosemirror-history', 'dist/index.js'],
  'prosemirror-keymap': ['prosemirror-keymap', 'dist/index.js'],
  'prosemirror-model': ['prosemirror-model', 'dist/index.js'],
  'prosemirror-schema-list': ['prosemirror-schema-list', 'dist/index.js'],
  'prosemirror-state': ['prosemirror-state', 'dist/index.js'],
  'prosemirror-transform': ['prosemirror-transform', 'dist/index.js'],
  'prosemirror-view': ['prosemirror-view', 'dist/index.js'],
  orderedmap: ['orderedmap', 'dist/index.js'],
  'rope-sequence': ['rope-sequence', 'dist/index.js'],
  'w3c-keyname': ['w3c-keyname', 'index.js'],
};

/** Modules outside the page's own folder that it shares with the server; they import nothing. */
const shared = ['json.ts', 'block-kit/limits.ts', 'person/slack-date.ts'];

const types: Readonly<Record<string, string>> = {
  '.ts': 'text/javascript; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
};

const root = new URL('../', import.meta.url);
const folders = ['page/client/', 'page/style/'];

/** The import map of the page: the name of each library and its address here. */
export const importMap = JSON.stringify({
  imports: Object.fromEntries(Object.keys(libraries).map((name) => [name, `/library/${name}.js`])),
});

/** The style sheets of the page, in the order of their names. */
export const styleSheets = listFolder('page/style/')
  .filter((path) => path.endsWith('.css'))
  .map((path) => `/src/${path}`);

const files: ReadonlyMap<string, () => URL> = new Map([
  ...[...shared, ...folders.flatMap(listFolder)].map((path) => [`/src/${path}`, () => new URL(path, root)] as const),
  ...Object.entries(libraries).map(
    ([name, [packageName, file]]) => [`/library/${name}.js`, () => libraryFile(packageName, file)] as const,
  ),
]);

const made = new Map<string, Promise<Asset>>();

/** A file of the page by its exact address, types taken out; undefined for anything that is not on the list. */
export function findAsset(path: string): Promise<Asset> | undefined {
  const file = files.get(path);
  if (file === undefined) return undefined;
  const asset = made.get(path) ?? makeAsset(file());
  made.set(path, asset);
  return asset;
}

async function makeAsset(file: URL): Promise<Asset> {
  const text = await readFile(file, 'utf8');
  const extension = extname(file.pathname);
  return { type: types[extension] ?? 'text/plain', body: extension === '.ts' ? stripTypes(text) : text };
}

/** Node says once that stripping types by hand is experimental; whoever starts the project can do nothing about it. */
function stripTypes(text: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(text);
  } finally {
    process.emitWarning = emitWarning;
  }
}

function listFolder(folder: string): string[] {
  return readdirSync(new URL(folder, root))
    .toSorted()
    .map((name) => `${folder}${name}`);
}

function libraryFile(packageName: string, file: string): URL {
  const manifest = findPackageJSON(packageName, fileURLToPath(import.meta.url));
  if (manifest === undefined) throw new Error(`The package ${packageName} is missing; run npm ci.`);
  return pathToFileURL(join(dirname(manifest), file));
}
