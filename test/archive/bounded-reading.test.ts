import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { longestFile } from '../../src/workflow/ports/archive/snapshot.ts';
import {
  archiveFor,
  makeFolder,
  makeRemote,
  namesIn,
  pushFiles,
  pushNames,
  settingsFor,
  writeScript,
} from './workshop.ts';

const folder = 'docs/decisions';
const megabyte = 1024 ** 2;

describe('a small repository that is large when it is unpacked', { timeout: 120_000 }, () => {
  it('is read in parts that fit into memory, without what is too long for an ADR', async () => {
    const remote = await makeRemote();
    const file = (name: string, bytes: number) =>
      [`${folder}/${name}.md`, `# ${name}\n`.padEnd(bytes, ' word')] as const;
    const fitting = Array.from({ length: 30 }, (_, index) => file(`fits-${index}`, longestFile - index));
    const long = Array.from({ length: 12 }, (_, index) => file(`long-${index}`, 5 * megabyte));
    await pushFiles(remote, Object.fromEntries([...fitting, ...long, file('one-more', longestFile + 1)]));

    const snapshot = await (await archiveFor(remote)).fetch();
    const read = new Map<string, number>();
    const tooLong = new Map<string, number>();
    let largest = 0;
    for await (const part of snapshot.readInParts(namesIn(snapshot))) {
      largest = Math.max(
        largest,
        [...part.values()].reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
      );
      for (const [name, { text, tooLong: bytes }] of part) {
        if (bytes === undefined) read.set(name, Buffer.byteLength(text));
        else tooLong.set(name, bytes);
        expect(text === '').toBe(bytes !== undefined);
      }
    }
    expect(largest).toBeLessThanOrEqual(8 * megabyte);
    expect(read).toEqual(new Map(fitting.map(([path, text]) => [path.slice(folder.length + 1), text.length])));
    expect(tooLong.size).toBe(13);
    expect(tooLong.get('one-more.md')).toBe(longestFile + 1);
    // Callers who want a few get as many as fit.
    const few = await snapshot.read(namesIn(snapshot));
    expect([...few.keys()]).toEqual(namesIn(snapshot).slice(0, few.size));
    expect([...few.values()].reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(8 * megabyte);
  });

  it('is read only up to the beginning of its settings', async () => {
    const remote = await makeRemote();
    await pushFiles(remote, { '.gavel.yml': `rule: majority\n${'#'.repeat(20 * megabyte)}` });
    const settings = await (await (await archiveFor(remote)).fetch()).readSettings();
    expect(settings?.startsWith('rule: majority')).toBe(true);
    expect(settings?.length).toBe(64 * 1024);
  });
});

describe('a folder with more names than anybody has ADRs', { timeout: 120_000 }, () => {
  it('is not read, and says what to do', async () => {
    const remote = await makeRemote();
    const long = 'x'.repeat(1_000);
    pushNames(
      remote,
      folder,
      Array.from({ length: 35_000 }, (_, index) => `${index}-${long}.md`),
    );
    const archive = await archiveFor(remote);
    await expect(archive.fetch()).rejects.toMatchObject({
      trouble: { code: 'too many files', folder: 'docs/decisions', megabytes: 32 },
    });
    // A link into it counts as one that leads somewhere.
    const beside = await (await archiveFor(remote, { folder: 'docs/other' })).fetch();
    expect(await beside.has('../decisions/no-such.md')).toBe(true);
    expect(await beside.has(`../${'x'.repeat(200_000)}`)).toBe(false);
  });
});

describe('a git that does not stop talking', () => {
  it.each([
    ['on its output', 'yes'],
    ['in its complaints', 'yes >&2 & sleep 1; kill $!; exit 1'],
  ])('%s is cut short', async (_, script) => {
    const bin = await makeFolder();
    const version = 'test "$1" = --version && { echo git version 2.39.5; exit; }; test "$1" = init && exit';
    await writeScript(join(bin, 'git'), `${version}\n${script}`);
    const environment = { PATH: `${bin}:${process.env.PATH}` };
    const archive = openArchive(await settingsFor(await makeRemote(), {}), { environment });
    await expect(archive.fetch()).rejects.toMatchObject({ trouble: { code: 'git failed' } });
  });
});
