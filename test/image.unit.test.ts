import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

function readRoot(name: string): string {
  return readFileSync(resolve(root, name), 'utf8');
}

/** The modules that a file imports when it is loaded: those imported for their types are erased. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const statements = text.matchAll(
    /^(?:import|export)\s(?!type\b)[^;]*?from\s+'((?:\.|@gavel\/adr)[^']+)'|^import\s+'(\.[^']+)'|^const [^;]*? = await import\('(\.[^']+)'\)/gm,
  );
  return [...statements].map(([, from, bare, loaded]) => {
    const specifier = from ?? bare ?? loaded ?? '';
    const inPackage = /^@gavel\/adr\/(.+)$/.exec(specifier)?.[1];
    return inPackage === undefined ? resolve(dirname(file), specifier) : resolve(root, 'packages/adr/src', inPackage);
  });
}

/** All modules of ours that are loaded with these. */
function loadedWith(entries: readonly string[]): Set<string> {
  const loaded = new Set<string>();
  const pending = entries.map((entry) => resolve(root, entry));
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (loaded.has(file)) continue;
    loaded.add(file);
    if (file.endsWith('.ts')) pending.push(...importsOf(file));
  }
  return new Set([...loaded].map((file) => relative(root, file)));
}

describe('the image', () => {
  it('starts Node with the flags of npm start', () => {
    const { scripts } = JSON.parse(readRoot('package.json')) as { scripts: { start: string } };
    const command = /^CMD (\[.*\])$/m.exec(readRoot('Dockerfile'))?.[1] ?? '[]';
    // `exec` takes the shell of npm out of the way, and an image has none.
    expect(JSON.parse(command)).toEqual(scripts.start.replace(/^exec /, '').split(' '));
  });

  it('leaves out nothing that is loaded in production', () => {
    const ignored = readRoot('.dockerignore')
      .split('\n')
      .filter((line) => /^(?:src|packages)\//.test(line));
    expect(ignored.length).toBeGreaterThan(0);
    const threads = readdirSync(resolve(root, 'src/reader')).filter((name) => name.endsWith('-thread.ts'));
    const loaded = loadedWith([
      'src/main.ts',
      'src/http/health-check.ts',
      ...threads.map((name) => `src/reader/${name}`),
    ]);
    expect(loaded.size).toBeGreaterThan(100);
    const missing = [...loaded].filter((file) => ignored.some((path) => file === path || file.startsWith(`${path}/`)));
    expect(missing).toEqual([]);
  });

  it('is given by compose.yaml only settings that docs/running.md explains', () => {
    const asked = [...readRoot('compose.yaml').matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name);
    const guide = readRoot('docs/running.md');
    expect(asked).toContain('SLACK_BOT_TOKEN');
    expect(asked.filter((name) => name !== 'POSTGRES_PASSWORD' && !guide.includes(`\`${name}\``))).toEqual([]);
  });

  it('is given by compose.yaml every setting of .env, and none that is empty', () => {
    const gavel = /^ {2}gavel:\n(?: {4}.*\n)+/m.exec(readRoot('compose.yaml'))?.[0] ?? '';
    expect(gavel).toContain('\n    env_file: .env\n');
    const set = [...gavel.matchAll(/^ {6}[A-Z_]+: .*/gm)].map(([line]) => line);
    expect(set.filter((line) => !line.includes(':?'))).toEqual([]);
  });
});
