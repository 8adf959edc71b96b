import { linkedFile } from '@gavel/adr/read/links/linked-file.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { describe, expect, it, vi } from 'vitest';
import { readDialect } from '../../../packages/adr/test/dialects/read-dialect.ts';
import type { Decision } from '../../../src/decision/decision.ts';
import { viewCard } from '../../../src/workflow/card/show-card.ts';
import type { RepositoryPorts } from '../../../src/workflow/ports/ports.ts';
import { git } from '../../archive/workshop.ts';
import { makeOption } from '../../store/decision-samples.ts';
import { withArchive } from '../../support/ports.ts';
import { makeArgument, openPublishWorkshop } from '../publish-workshop.ts';

const sections = [{ heading: 'Rollout', markdown: 'First the shop.\n\n- then `billing`' }];

/** An archive with one ADR, and what becomes of it and of its successor. */
const houses = [
  ['verdicts', 'ADR-014-kotlin.md', 'ADR-015-choose-the-language.md', '# ADR-015: Choose the language'],
  ['rules-and-marks', '008-vue.md', '009-choose-the-language.md', '# ADR 009: Choose the language'],
  ['label-lists', 'adr-021-terraform.md', 'adr-022-choose-the-language.md', '# ADR-022: Choose the language'],
  ['nested-options', '0003-sqlite.md', '0004-choose-the-language.md', '# ADR-004: Choose the language'],
  ['adr-tools', '0007-sign.md', '0008-choose-the-language.md', '# 8. Choose the language'],
  ['log4brains', '20210203-diagrams.md', '20260302-choose-the-language.md', '# Choose the language'],
  ['madr-3', '0002-c.md', '0003-choose-the-language.md', '# Choose the language'],
] as const;

/** The line with which the successor links to the old file. */
const supersedes: Readonly<Record<string, string>> = {
  verdicts: '**Supersedes**: [ADR-014](ADR-014-kotlin.md)',
  'rules-and-marks': '**Supersedes:** [ADR 008](008-vue.md)',
  'label-lists': 'Supersedes [ADR-021](adr-021-terraform.md)',
  'nested-options': 'Supersedes [ADR-003](0003-sqlite.md)',
  'adr-tools': 'Supersedes [7. Sign releases with a hardware key](0007-sign.md)',
  log4brains: '- Supersedes [20210203-diagrams](20210203-diagrams.md)',
  'madr-3': 'Supersedes [ADR-0002](0002-c.md)',
};

/** What `git diff` shows of the old file. */
const superseded: Readonly<Record<string, readonly string[]>> = {
  verdicts: ['-**Status**: Accepted  ', '+**Status**: Superseded by [ADR-015](ADR-015-choose-the-language.md)  '],
  'rules-and-marks': [
    '-**Status:** Accepted',
    '+**Status:** Superseded by [ADR 009](009-choose-the-language.md)',
    '-**Status:** Accepted and live since July',
    '+**Status:** Superseded by [ADR 009](009-choose-the-language.md) and live since July',
  ],
  'label-lists': ['-Accepted', '+Superseded by [ADR-022](adr-022-choose-the-language.md)'],
  'nested-options': ['-✅ Accepted', '+Superseded by [ADR-004](0004-choose-the-language.md)'],
  'adr-tools': ['-Accepted', '+Superseded by [8. Choose the language](0008-choose-the-language.md)'],
  log4brains: [
    '-- Status: draft',
    '+- Status: superseded by [20260302-choose-the-language](20260302-choose-the-language.md)',
  ],
  'madr-3': ['-status: accepted', '+status: superseded by [ADR-0003](0003-choose-the-language.md)'],
};

describe('publish, in the style of the archive', { timeout: 120_000 }, () => {
  it.each([
    [
      '## Status\n\n**Accepted** (2024-12-27)',
      '**Superseded by [ADR-0008](0008-choose-the-language.md)** (2024-12-27)',
    ],
    [
      '| Status | Owner |\n| --- | --- |\n| Accepted | Ana |',
      '| Superseded by [ADR-0008](0008-choose-the-language.md) | Ana |',
    ],
  ])('supersedes an ADR whose status has marks or is in a table: %j', async (head, line) => {
    const workshop = await openPublishWorkshop();
    const old = '0007-use-cups.md';
    await workshop.push({ [old]: `# Use cups\n\n${head}\n\n## Context\n\nWe have cups.\n\n## Decision\n\nCups.\n` });
    await workshop.publish(await workshop.decide({ bond: await workshop.bondTo(old) }));
    expect(await workshop.diff(old)).toEqual([`-${head.split('\n').at(-1)}`, `+${line}`]);
  });

  it.each(houses)(
    '%s: a successor looks like it, and the old file changes where it must',
    async (dialect, old, name, heading) => {
      const workshop = await openPublishWorkshop();
      const before = readDialect(dialect).replace('status: rejected', 'status: accepted');
      await workshop.push({ [old]: before });
      const bond = await workshop.bondTo(old);
      const decision = await workshop.decide({ sections, bond });
      const { fileName } = await workshop.publish(decision);
      expect(fileName).toBe(name);
      const text = await workshop.show(fileName);
      const written = readAdr(text, fileName);
      expect(text).toContain(`${heading}\n`);
      expect(text).toMatch(/## Rollout\n\nFirst the shop\.\n\n[-*] then `billing`\n/);
      // Without tags, an ADR of log4brains is one of MADR 2.
      expect(written.dialect).toBe(dialect === 'log4brains' ? 'MADR 2' : readAdr(before).dialect);
      expect(written.statuses[0]?.value.word).toBe(
        readAdr(before).statuses[0]?.value.word.replace('draft', 'accepted'),
      );
      expect(text.split('\n')).toContain(supersedes[dialect]);
      expect(written.links).toContainEqual(expect.objectContaining({ kind: 'supersedes', url: old }));
      expect(await workshop.changed()).toEqual([name, old].toSorted());
      expect(await workshop.diff(old)).toEqual(superseded[dialect]);
    },
  );

  it('tells the votes in the commit and the thread if the house has no place for them', async () => {
    const workshop = await openPublishWorkshop();
    await workshop.push({ '0007-sign.md': readDialect('adr-tools') });
    const decision = await workshop.decide();
    const { fileName } = await workshop.publish(decision);
    expect(await workshop.show(fileName)).not.toContain('2 votes');
    expect(await workshop.message()).toMatch(
      /^ADR 0008: Choose the language \(accepted\)\n\nDecided by vote: all 4 who voted backed it\.\nVoting closed on .*\n- Go: 2 votes \(Alice, Ben\)\n- Rust: no votes\nAccepted: 2 of 2 deciders voted, .*\n\nGavel-Decision: /,
    );
    const [told] = await workshop.told(decision);
    expect(told).toMatchObject({ kind: 'published', remarks: [] });
    expect(JSON.stringify(told)).toContain('- Go: 2 votes (Alice, Ben)');
  });

  it('asks for the branch once', async () => {
    const { ports, push, decide, publish } = await openPublishWorkshop();
    await push({ '0007-sign.md': readDialect('adr-tools') });
    const fetch = vi.fn(ports.archive.fetch);
    await publish(await decide(), withArchive(ports, { ...ports.archive, fetch }));
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('commits texts that are nothing but words to git hosts', async () => {
    const workshop = await openPublishWorkshop();
    await workshop.push({ '0007-sign.md': readDialect('adr-tools') });
    const options = [makeOption(0, 'Go #12 [ci skip]'), makeOption(1, 'Fixes SHOP-1 @rust')];
    await workshop.publish(await workshop.decide({ title: 'Ask @torvalds? closes #1 [skip ci]', options }));
    const message = await workshop.message();
    expect(message).toContain('ADR 0008: Ask @ torvalds? closes # 1 (skip ci) (accepted)\n');
    expect(message).toContain('- Go # 12 (ci skip): 2 votes (Alice, Ben)\n- Fixes “SHOP-1” @ rust: no votes\n');
  });

  it('follows .gavel.yml', async () => {
    const workshop = await openPublishWorkshop();
    const settings = 'style:\n  votes: section\n  names: true\n  file: "adr-NNN-title.md"\n';
    await workshop.push({ '0007-sign.md': readDialect('label-lists'), '.gavel.yml': settings });
    const options = [makeOption(0, 'Go'), makeOption(1, 'Rust')];
    const reason = makeArgument(options[1]?.id ?? '', 'con', 'nobody knows it');
    const { fileName } = await workshop.publish(await workshop.decide({ options, arguments: [reason] }));
    expect(fileName).toBe('adr-008-choose-the-language.md');
    const text = await workshop.show(fileName);
    expect(text).toContain('- nobody knows it (Ben)');
    expect(text).toContain('## More Information\n\nVoting closed on');
    expect(await workshop.message()).not.toContain('2 votes');
  });

  it.each([
    ['the proposer', {}, '2026-03-03', '2026-03-03 00:00:00 +1300'],
    ['the operator', { ofOperator: 'Asia/Kolkata' }, '2026-03-02', '2026-03-02 16:30:00 +0530'],
    [
      'the channel',
      { ofOperator: 'Asia/Kolkata', ofChannel: 'Pacific/Honolulu' },
      '2026-03-02',
      '2026-03-02 01:00:00 -1000',
    ],
    [
      'the repository',
      { ofOperator: 'Asia/Kolkata', ofChannel: 'Pacific/Honolulu', ofRepository: 'America/St_Johns' },
      '2026-03-02',
      '2026-03-02 07:30:00 -0330',
    ],
  ])('has the same day in the ADR and its commit, that of %s', async (_, zones, date, committed) => {
    const { ofOperator, ofChannel, ofRepository }: Record<string, string | undefined> = zones;
    const workshop = await openPublishWorkshop();
    const ports = { ...workshop.ports, settings: { ...workshop.ports.settings, timeZone: ofOperator } };
    if (ofRepository !== undefined) await workshop.push({ '.gavel.yml': `style:\n  zone: ${ofRepository}\n` });
    const decision = await workshop.decide({ timeZone: 'Pacific/Auckland' });
    await ports.store.read.timeZones.save(decision, ofChannel, 'U1', ports.now());
    const { fileName } = await workshop.publish(decision, ports);
    const text = await workshop.show(fileName);
    expect(text).toContain(`\ndate: ${date}\n`);
    expect(text).toContain(`Voting closed on ${date}`);
    const format = ['log', '-1', '--format=%ai%n%ci', 'origin/main'];
    expect(await git(workshop.clone, ...format)).toBe(`${committed}\n${committed}`);
  });

  it('gives each file named by date its own name, and no number', async () => {
    const workshop = await openPublishWorkshop();
    await workshop.push({ '20210203-diagrams.md': readDialect('log4brains') });
    const places = [];
    for (const _ of [1, 2]) places.push(await workshop.publish(await workshop.decide()));
    expect(places).toEqual([
      { number: undefined, fileName: '20260302-choose-the-language.md' },
      { number: undefined, fileName: '20260302-choose-the-language-2.md' },
    ]);
  });

  it('continues from numbers that appear only in headings, and from files that are gone', async () => {
    const workshop = await openPublishWorkshop();
    await workshop.push({ '0001-x.md': '# X\n\nStatus: accepted\n', 'y.md': '# ADR-011: Y\n', '0012-z.md': '# Z\n' });
    await workshop.follow();
    await workshop.push({ '0012-z.md': undefined });
    expect((await workshop.publish(await workshop.decide())).number).toBe(13);
  });

  it('continues from the numbers of ADRs in a format that it does not write, and says that it does not', async () => {
    const workshop = await openPublishWorkshop();
    await workshop.push({ '0001-x.md': '# X\n', '0006-y.adoc': '= Y\n', 'old/0007-z.adoc': '= Z\n' });
    const decision = await workshop.decide();
    expect(await workshop.publish(decision)).toEqual({ number: 8, fileName: '0008-choose-the-language.md' });
    expect(await workshop.told(decision)).toMatchObject([{ remarks: [{ code: 'other format', format: 'AsciiDoc' }] }]);
  });
});

describe('publish, beside the files that are there', { timeout: 120_000 }, () => {
  const index =
    '# Decisions\r\n\r\n| No | Title | Status |\r\n|----|-------|--------|\r\n| 7 | [Sign releases with a hardware key](0007-sign.md) | Accepted |\r\n';

  it('adds one line to an index, and changes that of the ADR that is superseded', async () => {
    const workshop = await openPublishWorkshop();
    await workshop.push({ '0007-sign.md': readDialect('adr-tools'), 'README.md': index });
    const decision = await workshop.decide({ title: 'Use | and @go', bond: await workshop.bondTo('0007-sign.md') });
    const { fileName } = await workshop.publish(decision);
    expect(fileName).toBe('0008-use-and-go.md');
    expect(await workshop.diff('README.md')).toEqual([
      '-| 7 | [Sign releases with a hardware key](0007-sign.md) | Accepted |\r',
      '+| 7 | [Sign releases with a hardware key](0007-sign.md) | Superseded |\r',
      '+| 8 | [Use \\| and `@go`](0008-use-and-go.md) | Accepted |\r',
    ]);
  });

  it('adds a line to a file of any name that lists nearly all ADRs, and to no other', async () => {
    const workshop = await openPublishWorkshop();
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const link = (number: number) => `* [ADR ${number}](000${number}-x.md)\n`;
    await workshop.push({
      ...Object.fromEntries(numbers.map((number) => [`000${number}-x.md`, `# ADR ${number}\n\nStatus: accepted\n`])),
      'what-we-decided.md': numbers.slice(1).map(link).join(''),
      'notes.md': numbers.slice(0, 5).map(link).join(''),
    });
    await workshop.follow();
    const { fileName } = await workshop.publish(await workshop.decide());
    expect(await workshop.diff('what-we-decided.md')).toEqual([`+* [Choose the language](${fileName})`]);
    expect(await workshop.diff('notes.md')).toEqual([]);
  });

  it.each([
    ['amends', ['+', '+Amended by [8. Choose the language](0008-choose-the-language.md)'], 'Amends'],
    [
      'deprecates',
      ['-Accepted', '+Deprecated', '+', '+Amended by [8. Choose the language](0008-choose-the-language.md)'],
      'Deprecates',
    ],
  ] as const)('%s', async (kind, lines, verb) => {
    const workshop = await openPublishWorkshop();
    await workshop.push({ '0007-sign.md': readDialect('adr-tools') });
    const { fileName } = await workshop.publish(
      await workshop.decide({ bond: await workshop.bondTo('0007-sign.md', kind) }),
    );
    expect((await workshop.diff('0007-sign.md')).toSorted()).toEqual([...lines].toSorted());
    expect(readAdr(await workshop.show(fileName)).links).toEqual([
      expect.objectContaining({ kind: 'amends', url: '0007-sign.md' }),
    ]);
    expect(await workshop.message()).toContain(`${verb} 0007-sign.md.`);
  });

  it('of two that supersede one ADR, the first wins, and both cards keep saying so', async () => {
    const workshop = await openPublishWorkshop();
    await workshop.push({ '0007-sign.md': readDialect('adr-tools') });
    const bond = await workshop.bondTo('0007-sign.md');
    const first = await workshop.decide({ title: 'Choose the language', bond });
    const second = await workshop.decide({ title: 'Choose another', bond });
    await workshop.publish(first);
    const after = await workshop.show('0007-sign.md');
    const { fileName } = await workshop.publish(second);
    expect(await workshop.changed()).toEqual([fileName]);
    expect(await workshop.show('0007-sign.md')).toBe(after);
    expect(readAdr(await workshop.show(fileName)).links).toEqual([]);
    expect(await workshop.told(second)).toMatchObject([
      { remarks: [{ code: 'bound ADR changed already', status: 'superseded' }] },
    ]);

    const obstacleOf = async (decision: Decision) => (await viewCard(workshop.ports, decision)).boundAdrObstacle;
    const obstacle = {
      kind: 'superseded',
      by: { name: 'ADR 0008 Choose the language', url: 'https://example.org/card' },
    };
    expect([await obstacleOf(first), await obstacleOf(second)]).toEqual([undefined, obstacle]);
    await workshop.follow();
    expect([await obstacleOf(first), await obstacleOf(second)]).toEqual([undefined, obstacle]);
    await git(workshop.clone, 'merge', '--quiet', '--ff-only', 'origin/main');
    await workshop.push({ '0007-sign.md': undefined });
    await workshop.follow();
    expect(await obstacleOf(first)).toEqual({ kind: 'gone', by: undefined });
  });

  it.each(['supersedes', 'amends'] as const)('%s nothing when keeping the old ADR was chosen', async (kind) => {
    const workshop = await openPublishWorkshop();
    await workshop.push({ '0007-sign.md': readDialect('adr-tools'), 'README.md': index });
    const options = [makeOption(0, 'Go'), makeOption(1, 'Keep ADR 0007 as it is')];
    const bond = { ...(await workshop.bondTo('0007-sign.md', kind)), keepingOptionId: options[1]?.id };
    const decision = await workshop.decide({ options, bond }, 1);
    const { fileName } = await workshop.publish(decision);
    expect(await workshop.changed()).toEqual([fileName, 'README.md']);
    expect(await workshop.diff('README.md')).toEqual([
      '+| 8 | [Choose the language](0008-choose-the-language.md) | Accepted |\r',
    ]);
    const text = await workshop.show(fileName);
    expect(readAdr(text).links).toEqual([]);
    expect(text).toContain('ADR 0007 Sign releases with a hardware key stays as it is.');
    expect(await workshop.message()).toContain('Leaves 0007-sign.md as it is.');
    expect(await workshop.told(decision)).toMatchObject([{ kind: 'published', remarks: [] }]);
  });

  it.each(houses)('says in the record, as %s writes it, that the old ADR stays', async (dialect, old) => {
    const workshop = await openPublishWorkshop();
    await workshop.push({ [old]: readDialect(dialect) });
    const options = [makeOption(0, 'Go'), makeOption(1, 'Keep what we have')];
    const bond = { ...(await workshop.bondTo(old)), title: 'Old one', keepingOptionId: options[1]?.id };
    const { fileName } = await workshop.publish(await workshop.decide({ options, bond }, 1));
    expect(await workshop.show(fileName)).toMatch(/(?<!\w)Old one stays as it is\./);
    expect(await workshop.changed()).toEqual([fileName]);
  });

  it('finds the old file under its new name', async () => {
    const workshop = await openPublishWorkshop();
    await workshop.push({ '0007-sign.md': readDialect('adr-tools') });
    const bond = await workshop.bondTo('0007-sign.md');
    await workshop.push({ '0007-sign.md': undefined, '0007-sign-releases.md': readDialect('adr-tools') });
    await workshop.publish(await workshop.decide({ bond }));
    expect(await workshop.changed()).toEqual(['0007-sign-releases.md', '0008-choose-the-language.md']);
  });

  it.each(['v1..v2.md', '0007-c#-or-f#?.md', 'a:b (c).md', '100%.md', 'back\\slash.md'])(
    'supersedes %s, and links to it and back',
    async (name) => {
      const workshop = await openPublishWorkshop();
      await workshop.push({ [name]: readDialect('adr-tools') });
      const decision = await workshop.decide({ bond: await workshop.bondTo(name) });
      const { fileName } = await workshop.publish(decision);
      const linked = async (file: string) => readAdr(await workshop.show(file)).links.map(({ url }) => linkedFile(url));
      expect(await linked(fileName)).toEqual([name]);
      expect(await linked(name)).toContain(fileName);
      expect(await workshop.told(decision)).toMatchObject([{ kind: 'published', remarks: [] }]);
    },
  );

  it.each(['supersedes', 'amends', 'deprecates'] as const)(
    'a rejected decision that %s changes no old ADR, and nothing in an index but for its own line',
    async (kind) => {
      const workshop = await openPublishWorkshop();
      await workshop.push({ '0007-sign.md': readDialect('adr-tools'), 'README.md': index });
      const bond = await workshop.bondTo('0007-sign.md', kind);
      const decision = await workshop.decide({ bond }, null);
      const { fileName } = await workshop.publish(decision);
      expect(await workshop.changed()).toEqual([fileName, 'README.md']);
      expect(await workshop.diff('README.md')).toEqual([
        '+| 8 | [Choose the language](0008-choose-the-language.md) | Rejected |\r',
      ]);
      expect(await workshop.show(fileName)).not.toContain('0007-sign.md');
      expect(await workshop.message()).not.toContain('0007-sign.md');
      expect(await workshop.told(decision)).toMatchObject([{ kind: 'published', remarks: [] }]);
    },
  );

  it.each([
    [
      'a tool writes',
      `<!-- adrlog -->\n\n* [ADR-0007](0007-sign.md) - Sign\n\n<!-- adrlogstop -->\n`,
      'index generated',
    ],
    [
      'lists ADRs by topic',
      '## Law\n\n* [Sign](0007-sign.md)\n* [Keep](0009-keep.md)\n\n## Money\n\n* [Pay](0008-pay.md)\n',
      'index unclear',
    ],
    [
      'says something else of each ADR',
      '* [Sign](0007-sign.md) – by hand\n* [Pay](0008-pay.md) – in coins\n* [Keep](0009-keep.md) – in a box\n',
      'index irregular',
    ],
  ])('leaves an index that %s as it is, and says so', async (_, text, code) => {
    const workshop = await openPublishWorkshop();
    const adr = readDialect('adr-tools');
    await workshop.push({ '0007-sign.md': adr, '0008-pay.md': adr, '0009-keep.md': adr, 'README.md': text });
    const decision = await workshop.decide();
    const { fileName } = await workshop.publish(decision);
    expect(await workshop.changed()).toEqual([fileName]);
    expect(await workshop.told(decision)).toMatchObject([{ remarks: [{ code, file: 'README.md' }] }]);
  });

  it('says in which column of an index people have something to add', async () => {
    const workshop = await openPublishWorkshop();
    const adr = readDialect('adr-tools');
    const rows = ['[Sign](0007-sign.md) | law', '[Pay](0008-pay.md) |', '[Keep](0009-keep.md) | a box'];
    const text = `| ADR | Where |\n|---|---|\n${rows.map((row) => `| ${row} |\n`).join('')}`;
    await workshop.push({ '0007-sign.md': adr, '0008-pay.md': adr, '0009-keep.md': adr, 'README.md': text });
    const decision = await workshop.decide();
    const { fileName } = await workshop.publish(decision);
    expect(await workshop.changed()).toEqual([fileName, 'README.md']);
    expect(await workshop.told(decision)).toMatchObject([
      { remarks: [{ code: 'index gaps', file: 'README.md', columns: ['Where'] }] },
    ]);
  });

  it.each([
    ['is gone', undefined, 'bound ADR gone'],
    [
      'is superseded already',
      readDialect('adr-tools').replace('Accepted', 'Superseded by [9](9.md)'),
      'bound ADR changed already',
    ],
    ['is too long', `${readDialect('adr-tools')}${' word'.repeat(300_000)}`, 'bound ADR too long'],
    ['is not UTF-8', new Uint8Array([...Buffer.from(readDialect('adr-tools')), 0xff]), 'bound ADR not UTF-8'],
  ])('leaves an old ADR that %s as it is, and says so', async (_, content, code) => {
    const workshop = await openPublishWorkshop();
    await workshop.push({ '0007-sign.md': readDialect('adr-tools') });
    const bond = await workshop.bondTo('0007-sign.md');
    await workshop.push({ '0007-sign.md': content });
    const decision = await workshop.decide({ bond });
    const { fileName } = await workshop.publish(decision);
    expect(await workshop.changed()).toEqual([fileName]);
    expect(await workshop.told(decision)).toMatchObject([
      { kind: 'published', remarks: [{ code, adr: expect.stringMatching(/^ADR 0007 /) }] },
    ]);
  });

  it('says which sections were left out', async () => {
    const workshop = await openPublishWorkshop();
    const decision = await workshop.decide({
      sections: [
        { heading: 'Decision', markdown: 'We will use Rust.' },
        { heading: 'Rationale', markdown: 'It is fast.' },
      ],
    });
    await workshop.publish(decision);
    expect(await workshop.told(decision)).toMatchObject([
      {
        remarks: [{ code: 'sections left out', headings: ['Decision', 'Rationale'] }],
      },
    ]);
  });
});

describe('publish, when things go wrong', { timeout: 120_000 }, () => {
  /** Does something before the first commit, or after it. */
  function interrupted(ports: RepositoryPorts, when: 'before' | 'after', work: () => Promise<void>): RepositoryPorts {
    let isFirst = true;
    const commit: RepositoryPorts['archive']['commit'] = async (change, on) => {
      const interrupts = isFirst;
      isFirst = false;
      if (interrupts && when === 'before') await work();
      const published = await ports.archive.commit(change, on);
      if (interrupts && when === 'after') await work();
      return published;
    };
    return withArchive(ports, { ...ports.archive, commit });
  }

  it('starts over when the branch moves, with the current number, index and old file', async () => {
    const workshop = await openPublishWorkshop();
    await workshop.push({ '0007-sign.md': readDialect('adr-tools') });
    const decision = await workshop.decide({ bond: await workshop.bondTo('0007-sign.md') });
    const edited = readDialect('adr-tools').replace('Anyone', 'Anybody');
    const ports = interrupted(workshop.ports, 'before', async () => {
      await workshop.push({ '0007-sign.md': edited, '0008-other.md': '# 8. Other\n' });
    });
    expect(await workshop.publish(decision, ports)).toEqual({ number: 9, fileName: '0009-choose-the-language.md' });
    expect(await workshop.show('0007-sign.md')).toBe(
      edited.replace('Accepted', 'Superseded by [9. Choose the language](0009-choose-the-language.md)'),
    );
  });

  it('uses the number that git has, even if the database has promised it to another decision', async () => {
    const workshop = await openPublishWorkshop();
    const [first, other] = [await workshop.decide(), await workshop.decide({ title: 'Choose a database' })];
    await workshop.publish(first);
    const { read } = workshop.ports.store;
    await workshop.query('delete from publication');
    const promised = {
      archive: workshop.archive.id,
      number: 1,
      fileName: '0001-choose-a-database.md',
      isTakenHere: true,
    };
    const rest = {
      state: 'not yet',
      commit: undefined,
      commitUrl: undefined,
      pushedAt: undefined,
      trouble: undefined,
    } as const;
    await read.publications.save(other, { ...promised, ...rest });
    expect(await workshop.publish(first)).toEqual({ number: 1, fileName: '0001-choose-the-language.md' });
    expect(await workshop.publish(other)).toEqual({ number: 2, fileName: '0002-choose-a-database.md' });
    expect(await workshop.told(first)).toHaveLength(1);
  });

  it('tells the records apart that were squashed into one commit', async () => {
    const workshop = await openPublishWorkshop();
    await workshop.push({ 'README.md': '# Ours\n' });
    const decisions = [await workshop.decide(), await workshop.decide({ title: 'Choose a database' })];
    for (const decision of decisions) await workshop.publish(decision);
    const ids = decisions.map(({ id }) => `* ADR\n\nGavel-Decision: ${id}\n`).join('\n');
    await git(workshop.clone, 'reset', '--quiet', '--soft', 'origin/main');
    await git(workshop.clone, 'reset', '--quiet', '--soft', 'origin/main~2');
    await git(workshop.clone, 'checkout', '--quiet', 'origin/main', '--', '.');
    await git(workshop.clone, 'commit', '--quiet', '--message', `Decide (#7)\n\n${ids}`);
    await git(workshop.clone, 'push', '--quiet', '--force', 'origin', 'HEAD:main');
    await workshop.query('delete from publication');
    for (const decision of decisions.toReversed()) await workshop.publish(decision);
    const files = await workshop.query('select number, file_name from publication order by number');
    expect(files).toEqual([
      { number: 1, file_name: '0001-choose-the-language.md' },
      { number: 2, file_name: '0002-choose-a-database.md' },
    ]);
    expect(await git(workshop.clone, 'rev-list', '--count', 'origin/main')).toBe('2');
  });

  it('does nothing twice when it died between the push and hearing of its success', async () => {
    const workshop = await openPublishWorkshop();
    await workshop.push({ '0007-sign.md': readDialect('adr-tools') });
    const decision = await workshop.decide({ bond: await workshop.bondTo('0007-sign.md') });
    const ports = interrupted(workshop.ports, 'after', () => Promise.reject(new Error('killed')));
    await expect(workshop.publish(decision, ports)).rejects.toThrow('killed');
    const { fileName } = await workshop.publish(decision);
    await workshop.publish(decision);
    expect(fileName).toBe('0008-choose-the-language.md');
    expect(await workshop.changed()).toEqual(['0007-sign.md', '0008-choose-the-language.md']);
    expect(await workshop.told(decision)).toMatchObject([{ kind: 'published', remarks: [] }]);
  });
});
