import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDialect } from '../packages/adr/test/dialects/read-dialect.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gavel-doctor-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function doctor(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../src/doctor.ts'), ...words],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const write = (name: string, text: string | Uint8Array) => writeFileSync(join(folder, name), text);

describe('npm run doctor', () => {
  it('tells of each file, and of the folder', async () => {
    write('0001-map.md', readDialect('nested-options'));
    write('0003-mail.md', readDialect('madr-4'));
    write('README.md', '# Our decisions\n');
    const { status, stdout } = doctor(folder);
    expect(status).toBe(0);
    await expect(stdout).toMatchFileSnapshot('doctor.golden.txt');
  });

  it('sees ADRs in subfolders, and no notes there, with links and numbers across them', () => {
    const at = (name: string, status: string) => {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      write(name, `# ${name.match(/\d+/)?.[0]}. It\n\nDate: 2026-01-02\n\n## Status\n\n${status}\n`);
    };
    at('web/0001-a/README.md', 'Superseded by [2](../../data/0002-b.md)');
    at('data/0002-b.md', 'Accepted\n\nSupersedes [1](../web/0001-a/)');
    at('data/0003-c.md', 'Accepted\n\nAmends [4](../web/0004-no.md)');
    at('web/0003-d.md', 'Accepted');
    at('web/notes.md', 'Accepted');
    at('images/0009-x.md', 'Accepted');
    write('web/README.md', '# Web\n');
    const { status, stdout } = doctor(folder, '--json');
    const files = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(1);
    const codes = files.map(({ file, warnings }) => [
      file,
      warnings.map(({ message }: { message: string }) => message),
    ]);
    expect(codes).toEqual([
      ['data/0002-b.md', []],
      ['data/0003-c.md', [expect.stringContaining('0004-no.md')]],
      ['web/0001-a/README.md', []],
      ['web/0003-d.md', [expect.stringContaining('data/0003-c.md')]],
    ]);

    write('.gavel.yml', 'style:\n  subfolders: [data]\n');
    expect(doctor(folder, '--json').stdout.match(/"file":"[^"]+"/g)).toEqual([
      '"file":"data/0002-b.md"',
      '"file":"data/0003-c.md"',
    ]);
  });

  it('says which ADRs are in formats that it does not read, and fails', () => {
    for (const number of [1, 2, 3, 4]) write(`000${number}-a.rst`, 'A\n=\n');
    write('0005-b.adoc', '= B\n');
    write('index.rst', 'ADRs\n====\n');
    const { status, stdout } = doctor(folder);
    expect(status).toBe(1);
    const unread = [
      '4 ADRs in reStructuredText, which Gavel does not read: 0001-a.rst, 0002-a.rst, 0003-a.rst and 1 more.',
      '1 ADR in AsciiDoc, which Gavel does not read: 0005-b.adoc.',
    ];
    for (const said of unread) expect(stdout).toContain(said);
    const asJson = doctor(folder, '--json');
    expect(asJson.status).toBe(1);
    for (const said of unread) expect(asJson.stderr).toContain(said);
  });

  it('says which patterns affect every file of the repository, or none of them any more', () => {
    const git = (...words: string[]) => spawnSync('git', ['-C', folder, ...words], { encoding: 'utf8' }).stdout;
    const adr = (affects: string, status = 'accepted') =>
      `---\nstatus: ${status}\ndate: 2026-01-02\naffects: ${affects}\n---\n\n# It\n\n## Context\n\nx\n\n## Decision\n\ny\n`;
    mkdirSync(join(folder, 'adr'));
    mkdirSync(join(folder, 'ländern'));
    write('ländern/ä.ts', '');
    write('adr/0001-a.md', adr('["**", "ländern/**", "src/gone/**"]'));
    write('adr/0002-b.md', adr('["src/gone/**", "**"]', 'superseded'));
    write('adr/0003-c.md', adr('["src/new/**", "**/*"]', 'proposed'));
    const said = () =>
      [...doctor(join(folder, 'adr')).stdout.matchAll(/“(\S+)” affects (every|no) file/g)].map(
        ([, pattern, which]) => `${which}: ${pattern}`,
      );
    // Outside a repository, nobody knows which files there are.
    expect(said()).toEqual(['every: **', 'every: **/*']);
    git('init', '--quiet');
    git('add', '--all');
    expect(said()).toEqual(['every: **', 'no: src/gone/**', 'every: **/*']);
    expect(doctor(join(folder, 'adr')).status).toBe(0);
  });

  it('leaves out what is only a template, whatever it is called', () => {
    write('0001-mail.md', readDialect('madr-4'));
    const gaps = [
      '## Context',
      '{What is it about?}',
      '## Decision',
      '{What do we do?}',
      '## Consequences',
      '{And then?}',
    ];
    write('0002-record.md', `# {short title}\n\n${gaps.join('\n\n')}\n`);
    write('0003-vorlage.md', readDialect('madr-4'));
    const { stdout } = doctor(folder, '--json');
    expect(stdout.match(/"file":"[^"]+"/g)).toEqual(['"file":"0001-mail.md"', '"file":"0003-vorlage.md"']);
  });

  it('prints one JSON object for each file', () => {
    write('0003-kotlin.md', readDialect('verdicts'));
    write('0004-mail.md', readDialect('madr-4'));
    const [first, second, ...others] = doctor(folder, '--json')
      .stdout.trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(others).toEqual([]);
    expect(second.file).toBe('0004-mail.md');
    expect(first).toEqual({
      file: '0003-kotlin.md',
      number: 3,
      title: 'Kotlin for the Android App',
      status: 'accepted',
      date: '2025-03-05',
      deciders: ['Mobile Guild', 'Ana'],
      dialect: 'Nygard, extended',
      options: [
        { title: 'Java', pros: 2, cons: 2, neutral: 0, chosen: false },
        { title: 'Flutter', pros: 1, cons: 2, neutral: 0, chosen: false },
        { title: 'C#/.NET MAUI', pros: 2, cons: 2, neutral: 0, chosen: false },
      ],
      outcome: 'We will write Kotlin from now on, beginning with:',
      sections: [
        'Context',
        'Decision',
        'Rationale',
        'Rollout',
        'Consequences',
        'Positive',
        'Negative',
        'Mitigation Strategies',
        'Alternatives Considered',
        'Success Metrics',
        'Timeline',
        'Related ADRs',
        'References',
      ],
      lossless: true,
      warnings: [
        {
          line: 1,
          message: 'The file is number 3, its heading says 14.',
          advice: 'Correct one of them.',
          isError: false,
        },
        {
          line: 105,
          message: 'The link to 009-minimum-android.md leads nowhere.',
          advice: 'Correct the path, or take the link out.',
          isError: false,
        },
        {
          line: 106,
          message: 'The link to 011-one-repository.md leads nowhere.',
          advice: 'Correct the path, or take the link out.',
          isError: false,
        },
      ],
    });
  });

  it('ends with 1 if there are errors, and reads the rest of the folder', () => {
    write('0001-a.md', '# A\n\nStatus: accepted\n');
    write('0001-b.md', '# B\n\nStatus: accepted\n');
    write('0002-empty.md', '');
    write('0003-bytes.md', Uint8Array.from([35, 32, 0xff, 10]));
    write('0004-yaml.md', '---\nstatus: [\n---\n# C\n');
    symlinkSync('/etc', join(folder, 'elsewhere'));
    mkdirSync(join(folder, 'more'));
    write('more/0001-d.md', '# D\n\nStatus: draft\n');
    write('0009-picture.md', 'x'.repeat(3 * 1024 ** 2));
    const { status, stdout, stderr } = doctor(folder);
    expect(status).toBe(1);
    expect(stderr).toBe(
      '0009-picture.md: The file has 3 MB, and was not read: the maximum is 1 MB.\nelsewhere is a symbolic link that leaves the folder; it was not read.\n',
    );
    for (const words of [
      'Number 1 is taken twice: 0001-a.md, 0001-b.md',
      'The file is empty',
      'not UTF-8',
      'not valid YAML',
      'more/0001-d.md',
      '6 ADRs, all kept exactly when rewritten',
    ]) {
      expect(stdout).toContain(words);
    }
  });

  it('explains itself, and ends with 2, without a folder that it can read', () => {
    expect(doctor()).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('Usage: npm run doctor -- FOLDER [--json]'),
    });
    expect(doctor(join(folder, 'nowhere')).stderr).toContain('There is no folder');
  });
});
