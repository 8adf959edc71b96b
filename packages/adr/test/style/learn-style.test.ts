import { contentOf } from '@gavel/adr/content/content-of.ts';
import { sortFiles } from '@gavel/adr/name/sort-files.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { applySettings } from '@gavel/adr/style/apply-settings.ts';
import { askedEntries } from '@gavel/adr/style/asked-entries.ts';
import { houseFileName } from '@gavel/adr/style/file-name-form.ts';
import { filesToLearnFrom, learnStyle } from '@gavel/adr/style/learn-style.ts';
import { madrStyle } from '@gavel/adr/style/madr-style.ts';
import { writeAdr } from '@gavel/adr/write/write-adr.ts';
import { describe, expect, it } from 'vitest';
import { readDialect } from '../dialects/read-dialect.ts';
import { inEnglish } from '../in-english.ts';

const nygard = (number: number, extra = '') => ({
  name: `ADR-00${number}-x.md`,
  text: `# ADR-00${number}: X\n\nDate: ${number} May 2024\n\n## Status\n\nApproved\n\n## Context\n\nC\n\n${extra}## Decision\n\nD\n`,
});

/** Three ADRs, written by what is different in each. */
const three = (textOf: (number: number) => string) =>
  [1, 2, 3].map((number) => ({ name: `000${number}-x.md`, text: textOf(number) }));

describe('what a new ADR has at its top', () => {
  const content = contentOf(readAdr('# Buy tea\n\nStatus: accepted\n\nDate: 2026-11-20\n\n## Context\n\nC\n'));
  const newAdr = { ...content, number: 4, metadata: undefined };
  const written = (textOf: (number: number) => string) => writeAdr(newAdr, learnStyle(three(textOf)));

  it.each([
    ['Accepted - 2026-05-1…', 'Accepted - 2026-11-20'],
    ['Accepted on 1… May 2026.', 'Accepted on 20 November 2026.'],
    ['Accepted — May 202…', 'Accepted — November 2026'],
    ['Accepted.', 'Accepted.'],
    ['Accepted, see the notes of 2026-05-1…', 'Accepted'],
  ])('is a status as in %s', (status, expected) => {
    const text = written((number) => `# T\n\nStatus: ${status.replace('…', String(number))}\n\n## Context\n\nC\n`);
    expect(text).toContain(`\nStatus: ${expected}\n`);
  });

  it('is a date before the status where the house has it there', () => {
    const text = written((number) => `# T\n\n## Status\n\n2026-05-1${number} accepted\n\n## Context\n\nC\n`);
    expect(text).toContain('## Status\n\n2026-11-20 accepted\n');
  });

  it('are the words that every title has around it', () => {
    expect(written((number) => `# Tea rule: T${number}\n\n## Context\n\nC\n`)).toContain('# Tea rule: Buy tea\n');
    expect(written((number) => `# ${number}. T {#tea-00${number}}\n\n## Context\n\nC\n`)).toContain(
      '# 4. Buy tea {#tea-004}\n',
    );
    expect(written((number) => `# T${number}: T\n\n## Context\n\nC\n`)).toContain('# Buy tea\n');
  });

  it('is what stands for nothing below the consequences', () => {
    const text = written(
      () => '# T\n\n## Decision\n\nD\n\n## Consequences\n\n### Positive\n\n- P\n\n### Neutral\n\nNone worth a word.\n',
    );
    expect(text).toContain('### Neutral\n\nNone worth a word.\n');
  });

  it('stands under a heading that begins with an article', () => {
    const text = written((number) => `# T\n\n## The Context\n\nC${number}\n\n## Our Decision\n\nD\n`);
    expect(text).toContain('## The Context\n\nC\n');
    expect(text).not.toContain('## Context');
  });

  it('is asked of people, and so are sections that only they can fill', () => {
    const asked = (textOf: (number: number) => string) => askedEntries(learnStyle(three(textOf)));
    expect(
      asked((number) => `# T\n\n## Areas\n\nA${number}\n\n## Context\n\nC\n\n## Decision\n\nD\n\n## Cost\n\nNone.\n`),
    ).toEqual(['## Areas']);
    expect(
      asked(
        (number) =>
          `# T\n\n## Context\n\nC\n\n## Decision\n\nD\n\n## Consequences\n\n### Negative\n\n- N${number}\n\n### What we owe\n\nW${number}\n\n## Related\n\n- R${number}\n`,
      ),
    ).toEqual(['## What we owe', '## Related']);
    expect(asked((number) => `# T\n\n## Where we are\n\nW${number}\n\n## Decision\n\nD\n`)).toEqual([]);
    expect(
      asked(
        (number) =>
          `# T\n\n- Status: Accepted\n- Ticket: SHOP-${number * number}\n\n## Context\n\nC\n\n## Compliance\n\nC${number}\n`,
      ),
    ).toEqual(['Ticket', '## Compliance']);
  });
});

describe('learnStyle', () => {
  it('returns MADR 4 if there is nothing to learn from', () => {
    expect(learnStyle([])).toEqual(madrStyle);
    expect(learnStyle([{ name: 'README.md', text: '# Our decisions\n' }])).toEqual(madrStyle);
  });

  it('learns from the template if there is one', () => {
    const style = learnStyle([nygard(1), nygard(2), { name: 'adr-template.md', text: readDialect('madr-2') }]);
    expect(style.learnedFrom).toEqual({ how: 'template', files: ['adr-template.md'] });
    expect(style.sections.map(({ heading }) => heading)).toEqual(
      expect.arrayContaining(['Decision Drivers', 'Decision Outcome']),
    );
    expect([style.title.before, style.dateForm, style.statusWords.accepted]).toEqual([
      'ADR-',
      '27 December 2024',
      'Approved',
    ]);
  });

  it('does not mistake a decision about templates for the template', () => {
    const style = learnStyle([nygard(1), { name: '0002-use-a-template-engine.md', text: readDialect('madr-2') }]);
    expect(style.learnedFrom.how).toBe('majority');
  });

  it('learns from the majority, and ignores what only one file has', () => {
    const style = learnStyle([
      nygard(1),
      nygard(2, '## Weather\n\nRain.\n\n'),
      nygard(3),
      { name: 'odd.md', text: readDialect('madr-4') },
    ]);
    expect(style.sections.map(({ heading }) => heading)).toEqual(['Status', 'Context', 'Decision']);
    expect(style.frontMatter).toBeUndefined();
    expect(style.title).toEqual({ depth: 1, before: 'ADR-', width: 3, after: ': ' });
    expect(style.dateForm).toBe('27 December 2024');
  });

  it.each([
    [['0001-a.md', '0002-b.md'], '0009-use-tea.md'],
    [['ADR-001-a.md', 'ADR-002-b.md'], 'ADR-009-use-tea.md'],
    [['001-a.md'], '009-use-tea.md'],
    [['001_a.md'], '009_use_tea.md'],
    [['20240101-a.md'], '20261120-use-tea.md'],
    [['2024-01-01-a.md'], '2026-11-20-use-tea.md'],
  ])('calls files as %j are called', (names, expected) => {
    const { fileName } = learnStyle(names.map((name) => ({ name, text: readDialect('nygard') })));
    expect(houseFileName(fileName, 9, 'Use tea', '2026-11-20')).toBe(expected);
  });
});

const withStatus = (number: number, status: string, more = '') => ({
  name: `00${String(number).padStart(2, '0')}-x.md`,
  text: `# X\n\n## Status\n\n${status}\n\n## Context\n\nC\n\n## Decision\n\nD\n\n${more}`,
});

describe('words for statuses', () => {
  const wordsAfter = (...statuses: string[]) =>
    learnStyle(statuses.map((status, index) => withStatus(index + 1, status))).statusWords;

  it('are those that files show, each by itself, and all others in the same case and between the same marks', () => {
    expect(wordsAfter('Accepted', 'Half-baked', 'Superceded', 'Approved', 'Accepted')).toMatchObject({
      accepted: 'Accepted',
      superseded: 'Superceded',
      rejected: 'Rejected',
    });
    expect(wordsAfter('Accepted', 'Turned down', 'Accepted').rejected).toBe('Turned down');
    expect(wordsAfter('**ACCEPTED**')).toMatchObject({ accepted: '**ACCEPTED**', superseded: '**SUPERSEDED**' });
    expect(wordsAfter('accepted')).toMatchObject({ superseded: 'superseded' });
  });

  it('don’t skip a step of a house that tells later ones, too', () => {
    expect(wordsAfter('Accepted', 'Implemented', 'Accepted', 'Implemented', 'Implemented').accepted).toBe('Accepted');
    expect(wordsAfter('Approved', 'Done', 'Done', 'Approved', 'Done').accepted).toBe('Approved');
    expect(wordsAfter('Implemented', 'Implemented', 'Implemented').accepted).toBe('Implemented');
  });

  it('are those that most files have for what was accepted', () => {
    expect(wordsAfter('Approved', 'Approved', 'Accepted').accepted).toBe('Approved');
    expect(wordsAfter('Active', 'Accepted', 'Active', 'Active').accepted).toBe('Active');
  });
});

describe('a house that has changed its form', () => {
  it('is written in the new one, once the last three ADRs agree', () => {
    const older = Array.from({ length: 9 }, (_, index) => withStatus(index + 1, 'accepted', '## Impact\n\n* a\n* b\n'));
    const newer = Array.from({ length: 3 }, (_, index) =>
      withStatus(index + 10, 'ACCEPTED', '## Fallout\n\n- a\n- b\n'),
    );
    const { marks, statusWords } = learnStyle([...older, ...newer]);
    expect([marks.bullet, statusWords.rejected]).toEqual(['-', 'REJECTED']);
    expect(learnStyle([...older, ...newer.slice(1)]).marks.bullet).toBe('*');
  });

  it('no longer follows a template from which none of its last ADRs was made', () => {
    const template = { name: 'template.md', text: '# T\n\n## Summary\n\n## Rationale\n\n## Impact\n' };
    const adrs = [1, 2, 3].map((number) => withStatus(number, 'accepted'));
    expect(learnStyle([...adrs, template]).learnedFrom.how).toBe('majority');
    expect(learnStyle([...adrs.slice(1), template]).learnedFrom.how).toBe('template');
  });

  it('learns from a template that has a number and the name of an ADR, and does not take it for one', () => {
    const gaps = ['## Background', '{Why?}', '## Decision', '{What do we do?}', '## Consequences', '{And then?}'];
    const template = { name: '0003-record.md', text: `# {short title}\n\n${gaps.join('\n\n')}\n` };
    const style = learnStyle([nygard(1), template]);
    expect(style.learnedFrom).toEqual({ how: 'template', files: ['0003-record.md'] });
    expect(style.sections.map(({ heading }) => heading)).toContain('Background');
  });

  it('writes nothing that a template only has to be replaced', () => {
    const text =
      '# {title}\n\n## Context <!-- required -->\n\n{why}\n\n## {Section}\n\n## Plan for [team]\n\n## Decision\n\n{what}\n';
    const { sections } = learnStyle([{ name: 'template.md', text }]);
    expect(sections.map(({ heading }) => heading)).toEqual(['Context', 'Decision']);
  });
});

describe('sections that only some ADRs have', () => {
  const adr = (number: number, more: string) => withStatus(number, 'Accepted', more);
  const headingsAfter = (...more: string[]) =>
    learnStyle(more.map((each, index) => adr(index + 1, each))).sections.map(({ heading }) => heading);

  it('are where most of these have them', () => {
    const [impact, options] = ['## Impact\n\n- Good: a\n\n', '## Options\n\n- a\n- b\n\n'];
    const [before, behind, none] = [options + impact, impact + options, impact];
    expect(headingsAfter(before, before, before, none, none, behind).slice(3)).toEqual(['Options', 'Impact']);
    expect(headingsAfter(none, none, behind, behind, before).slice(3)).toEqual(['Impact', 'Options']);
  });
});

describe('a section that nearly every ADR has', () => {
  const styleAfter = (...texts: string[]) =>
    learnStyle(texts.map((text, index) => withStatus(index + 1, 'Accepted', `## Security\n\n${text}\n`)));
  const written = (style: ReturnType<typeof styleAfter>) =>
    writeAdr(contentOf(readAdr('# T\n\n## Context\n\nC\n')), style);

  it('says in a new one what the house says where there is nothing to say', () => {
    expect(written(styleAfter('None.', 'Keys are kept in a vault.', 'None.', 'Nobody can see it.'))).toContain(
      '## Security\n\nNone.\n',
    );
    const long = 'Ask the security team in their channel before you roll this out.';
    expect(written(styleAfter(long, long, long))).toContain(`## Security\n\n${long}\n`);
  });

  it('is in a new one, although the template has none and some of the latest ADRs lack it', () => {
    const adr = (n: number, more: string) => ({
      name: `${String(n).padStart(4, '0')}-x.md`,
      text: `# X ${n}\n\n## Context\n\nC ${n}\n\n## Decision\n\nD ${n}\n${more}`,
    });
    const rollback = (n: number) => `\n## Rollback\n\nGo back ${n} steps.\n`;
    const adrs = Array.from({ length: 20 }, (_, n) => adr(n + 1, n > 17 ? '' : rollback(n)));
    const template = {
      name: 'template.md',
      text: '# [title]\n\n## Context\n\n[context]\n\n## Decision\n\n[decision]\n',
    };
    expect(askedEntries(learnStyle([template, ...adrs]))).toEqual(['## Rollback']);
  });

  it('is left out where the house always has something to say', () => {
    expect(written(styleAfter('Keys.', 'Locks.', 'Doors.'))).not.toContain('Security');
    expect(written(styleAfter('None.', 'None.'))).not.toContain('Security');
  });
});

describe('names of authors', () => {
  it('are added only where the house signs its points, or has no ADRs yet', () => {
    const adr = (sign: string) => [
      { name: '0001-x.md', text: readDialect('madr-4').replaceAll(/(?<=because .*)$/gm, sign) },
    ];
    expect(learnStyle(adr('')).namesAuthors).toBe(false);
    expect(learnStyle(adr(' (Ana)')).namesAuthors).toBe(true);
    expect(learnStyle([]).namesAuthors).toBe(true);
  });
});

describe('a house that names its ADRs by the day', () => {
  const content = contentOf(readAdr('# Buy tea\n\nDate: 2026-11-20\n\n## Context\n\nC\n'));
  const written = (headingOf: (day: string) => string) => {
    const days = ['2026-03-05', '2026-04-06', '2026-04-07'];
    const old = ['0001-x.md', '0002-y.md'].map((name) => ({ name, text: '# 1. Old\n\n## Context\n\nC\n' }));
    const named = days.map((day) => ({ name: `${day}-x.md`, text: `# ${headingOf(day)}\n\n## Context\n\nC\n` }));
    return writeAdr({ ...content, metadata: undefined }, learnStyle([...named, ...old]));
  };

  it('has the day or the name of the file in its headings where the latest of them do', () => {
    expect(written((day) => `ADR ${day}: Use tea`)).toMatch(/^# ADR 2026-11-20: Buy tea\n/);
    expect(written((day) => `${day}-x — Use tea`)).toMatch(/^# 2026-11-20-buy-tea — Buy tea\n/);
    expect(written((day) => `${day}-x`)).toMatch(/^# 2026-11-20-buy-tea\n/);
    expect(written(() => 'Use tea')).toMatch(/^# Buy tea\n/);
  });
});

describe('filesToLearnFrom', () => {
  it('picks the template and the twenty most recent ADRs by number', () => {
    const adrs = Array.from({ length: 30 }, (_, index) => `${index + 1}-x.md`);
    const names = ['README.md', 'notes.txt', 'template.md', ...adrs.toSorted()];
    expect(filesToLearnFrom(sortFiles(names))).toEqual(['template.md', ...adrs.slice(-20)]);
    const dated = Array.from({ length: 18 }, (_, index) => `2026-03-${index + 10}-x.md`);
    const numbered = ['0001-a.md', '0002-b.md', '0003-c.md'];
    expect(filesToLearnFrom(sortFiles([...dated, ...numbered]))).toEqual([...numbered.slice(1), ...dated]);
  });
});

describe('the language of a house', () => {
  const text =
    '# Go\n\n## Kontext\n\nWir haben für den Dienst eine Sprache gesucht, die alle im Team schnell lernen können, und sie darf nicht langsam sein.\n\n## Entscheidung\n\nWir nehmen Go, weil es mit wenig auskommt.\n';

  it('is learned from its ADRs, and pinned in .gavel.yml', () => {
    const style = learnStyle([{ name: '0001-go.md', text }]);
    expect(style.language).toBe('de');
    expect(applySettings(style, 'style:\n  language: en\n').style.language).toBe('en');
    const { warnings } = applySettings(style, 'style:\n  language: Deutsch\n');
    expect(inEnglish(warnings)).toEqual([expect.stringContaining('“language” takes the code of a language: en, de, ')]);
  });

  it('is not known where there is nothing to read', () => {
    expect(learnStyle([]).language).toBeUndefined();
  });
});

describe('applySettings', () => {
  it('applies the settings of .gavel.yml', () => {
    const yaml =
      'style:\n  wrap: 100\n  heading: "ADR-NNN: TITLE"\n  file: NNN-title.md\n  bullet: "-"\n  rules: true\n  votes: commit\n  names: false\n  index: false\n  statuses:\n    accepted: Agreed\n  sections: [Context and Problem Statement, Options, Weather]\n';
    const { style, warnings } = applySettings(madrStyle, yaml);
    expect(warnings).toEqual([]);
    expect(style.title).toEqual({ depth: 1, before: 'ADR-', width: 3, after: ': ' });
    expect(style.fileName).toMatchObject({ scheme: 'number', before: '', width: 3, after: '-', folder: '' });
    expect([style.marks.bullet, style.hasRules, style.statusWords.accepted]).toEqual(['-', true, 'Agreed']);
    expect(style.wrapping).toEqual({ mode: 'width', width: 100, countsWide: false });
    expect([style.votesIn, style.namesAuthors, style.hasIndexes]).toEqual(['commit message', false, false]);
    expect(style.sections.map(({ part }) => part)).toEqual(['context', 'options', undefined]);
  });

  it.each([
    ['style:\n  bullet: "x"\n', 2, '“bullet” takes “*”, “-” or “+”.'],
    ['style:\n  votes: nowhere\n', 2, '“votes” takes “section” or “commit”.'],
    ['style:\n  wrap: 8\n', 2, '“wrap” takes a number of columns from 40 to 400, “sentences” or false.'],
    ['style:\n  zone: Atlantis\n', 2, '“zone” takes a time zone such as “Europe/Berlin” or “+02:00”.'],
    ['style:\n  index: README.md\n', 2, '“index” takes true or false.'],
    ['style:\n  colour: red\n', 2, 'There is no setting “colour”.'],
    ['style: [\n', 2, 'not valid YAML'],
    ['rule: majority\nbullet: "-"\n', 2, '“bullet” belongs under “style:”.'],
    ['# ours\nstyle: madr\n', 2, '“style” takes settings by name'],
    ['style: *nothing\n', 1, 'not valid YAML'],
    ['rules: &a [*a, *b]\n', 1, 'not valid YAML'],
  ])('says what is wrong with %j, and leaves the style', (yaml, line, message) => {
    const { style, warnings } = applySettings(madrStyle, yaml);
    expect(style).toEqual(madrStyle);
    expect(warnings.map((warning) => warning.line)).toEqual([line]);
    expect(inEnglish(warnings)).toEqual([expect.stringContaining(message)]);
  });

  it('does not change the style if the file has no settings for it', () => {
    expect(applySettings(madrStyle, '')).toEqual({ style: madrStyle, pinned: [], warnings: [] });
    expect(applySettings(madrStyle, 'digest: weekly\n').style).toEqual(madrStyle);
  });
});
