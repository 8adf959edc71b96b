import { countsByArea, sortFiles } from '@gavel/adr/name/sort-files.ts';
import { readSubfolders } from '@gavel/adr/name/subfolders.ts';
import { describe, expect, it } from 'vitest';

describe('sortFiles', () => {
  it('tells what is directly in the folder by its own name', () => {
    const names = ['0001-a.md', 'use-go.md', 'README.md', 'template.md', 'CHANGELOG.md', 'x.png', '.gavel.yml'];
    expect(sortFiles(names)).toMatchObject({
      adrs: ['0001-a.md', 'use-go.md'],
      templates: ['template.md'],
      indexes: ['README.md'],
    });
  });

  it.each([
    ['numbers', ['adr000-template.md', '0000-adr-template-de.md', '0000-modele-adr.md', 'ABC-ADR-0000-template.md']],
    ['nothing else', ['_adr-template.md', '_template.md', 'TEMPLATE.markdown', 'madr-template-minimal.md']],
    ['a team', ['AcmeAdrTemplate.md', 'acme-decision-template.md', 'template-adr-acme.md']],
    [
      'gaps',
      ['ADR-NNNN.md', 'NNNN-title.md', 'XXXX-short-title.md', 'adr-XXX.md', 'YYYY-MM-DD-title.md', 'YYYYMMDD-x.md'],
    ],
    [
      'French, Spanish and Portuguese',
      ['modèle-de-décision.md', 'plantilla.md', 'plantilla-de-adr.md', 'modelo_adr.md'],
    ],
    ['Italian, German and Dutch', ['modello.md', 'adr-vorlage.md', 'ADRVorlage.md', '0000-sjabloon.md']],
    ['Turkish', ['0000-sablon.md', 'şablon.md', 'adr-şablonu.md']],
    ['Polish and Russian', ['szablon.md', 'szablon-decyzji.md', 'шаблон.md', '0000-Шаблон-ADR.md']],
    [
      'Japanese, Chinese and Korean',
      ['テンプレート.md', 'ADRテンプレート.md', '0000-模板.md', '決策範本.md', '템플릿.md'],
    ],
  ])('knows templates by names with %s', (_with, templates) => {
    expect(sortFiles(['0001-a.md', ...templates])).toMatchObject({ adrs: ['0001-a.md'], templates, indexes: [] });
  });

  it('does not take decisions about templates for templates', () => {
    const adrs = ['0005-use-flask-template.md', '0002-adr-template.md', 'use-a-template-engine.md', '0000-use-adrs.md'];
    expect(sortFiles(adrs)).toMatchObject({ adrs, templates: [] });
  });

  it.each([
    ['_index.md', 'records.md', '000-index.md', 'log.md', 'overview.md', 'adr-index.md', 'decision_log.md'],
    ['índice.md', 'sommaire.md', 'Übersicht.md', 'Inhaltsverzeichnis.md', 'spis-treści.md'],
    ['оглавление.md', '目录.md', '一覧.md', '목록.md'],
  ])('knows indexes by their names', (...indexes) => {
    expect(sortFiles(['0001-a.md', ...indexes])).toMatchObject({ adrs: ['0001-a.md'], indexes, notes: [] });
  });

  it('takes the translation of an ADR beside it for a note', () => {
    const adrs = ['0001-a.md', 'shop/0002-use-it.md', '0003-go-to-us.md', '0004-b.fr.md', '0005-use-go.md'];
    const translations = ['0001-a.ja.md', '0001-a.pt-BR.md', 'shop/0002-use-it_de.md', '0005-use-go-zh_CN.md'];
    expect(sortFiles([...adrs, ...translations])).toMatchObject({ adrs, notes: translations });
  });

  it('takes the translation of a template beside it for no template', () => {
    const templates = ['0000-template.md', 'adr-template.md'];
    const translated = ['0000-template.ja.md', 'adr-template.de.md'];
    expect(sortFiles(['0001-a.md', ...templates, ...translated])).toMatchObject({ templates, notes: [] });
  });

  it('takes names without number and date for notes where nearly all others have one', () => {
    const numbered = (count: number) => Array.from({ length: count }, (_, index) => `000${index + 1}-a.md`);
    const bare = ['registro-ia.md', 'adr-draft-caching.md', 'checklist.md'];
    const [registry = '', draft = '', checklist = ''] = bare;
    expect(sortFiles([...numbered(9), ...bare])).toMatchObject({
      adrs: [...numbered(9), draft],
      notes: [registry, checklist],
    });
    expect(sortFiles([...numbered(8), ...bare])).toMatchObject({
      adrs: [...numbered(8), registry, draft],
      notes: [checklist],
    });
  });

  it('tells ADRs in formats that are not read from other files', () => {
    const unreadable = ['0001-a.rst', 'storage/ADR-002-b.adoc', '0003-c.asciidoc'];
    const others = ['index.rst', '0000-template.adoc', 'images/0001-x.adoc', '0004-x.png', 'conf.py'];
    expect(sortFiles(['0005-e.md', ...unreadable, ...others])).toMatchObject({ adrs: ['0005-e.md'], unreadable });
  });

  it('finds ADRs with a number or a date at any depth, and the indexes of their folders', () => {
    const adrs = [
      '0001-a.md',
      'storage/0002-b.md',
      'storage/sql/ADR-003-c.md',
      '2025/20250101-d.md',
      '2026/01/2026-01-05-e.md',
      'network/ADR-PLATFORM-Network-0015-f.md',
    ];
    const indexes = ['README.md', 'storage/README.md', '2025/index.md'];
    expect(sortFiles([...adrs, ...indexes])).toMatchObject({ adrs, templates: [], indexes });
  });

  it('leaves out notes, pictures, meetings and templates below', () => {
    const adrs = ['0001-a.md', 'storage/0002-b.md'];
    const notes = [
      'storage/why.md',
      'images/0001-a.md',
      'meetings/2025-01-01-weekly.md',
      'meeting-notes/0001.md',
      'logs/2026-11-20-decisions.md',
      'research/survey.md',
      '.obsidian/0001-x.md',
      'node_modules/x/0001-x.md',
      'templates/0001-example.md',
    ];
    expect(sortFiles([...adrs, ...notes, 'templates/adr-template.md', 'storage/template.md'])).toMatchObject({
      adrs,
      templates: ['templates/adr-template.md', 'storage/template.md'],
      indexes: [],
    });
  });

  it('takes the index of a folder with a number or a date for an ADR, and what is beside it for none', () => {
    const adrs = ['0001/README.md', '0002-b/README.md', 'storage/2025-01-01-c/index.md', '0004-d/adr.md'];
    const others = [
      '0002-b/notes.md',
      '0002-b/01-benchmark.md',
      '0002-b/more/README.md',
      '0002-b/more/0007-x/index.md',
    ];
    expect(sortFiles([...adrs, ...others, 'README.md'])).toMatchObject({ adrs, templates: [], indexes: ['README.md'] });
  });

  it('takes the file with the number of its folder for the ADR rather than what leads to it', () => {
    const names = ['0001/0001-a.md', '0001/README.md', '0001/plan.md', '0002-b/0002-b.md', '0002-b/index.md'];
    expect(sortFiles(names)).toMatchObject({
      adrs: ['0001/0001-a.md', '0002-b/0002-b.md'],
      templates: [],
      indexes: [],
    });
  });

  it('takes a folder with a number for an area if its files have numbers like it', () => {
    const names = ['01-storage/README.md', '01-storage/0001-a.md', '01-storage/0002-b.md', '02-network/0003-c.md'];
    expect(sortFiles(names)).toMatchObject({ adrs: names.slice(1), templates: [], indexes: ['01-storage/README.md'] });
  });

  it('takes all in folders named like a status for ADRs, but not their indexes', () => {
    const adrs = ['accepted/use-go.md', 'Superseded/use-perl.md', 'drafts/use-tea.md', 'accepted/0001-a.md'];
    expect(sortFiles([...adrs, 'accepted/README.md', 'other/use-tea.md'])).toMatchObject({
      adrs,
      templates: [],
      indexes: ['accepted/README.md'],
    });
  });

  it('takes all below for ADRs where none has a number or a date', () => {
    const adrs = ['use-go/index.md', 'use-kafka/index.md', 'web/use-react.md', 'web/forms/README.md'];
    expect(sortFiles([...adrs, 'README.md', 'web/README.md', 'use-kafka/images/x.md'])).toMatchObject({
      adrs,
      templates: [],
      indexes: ['README.md', 'web/README.md'],
    });
  });

  it('keeps to the folder itself, or to a list of folders, as .gavel.yml says', () => {
    const names = ['0001-a.md', 'storage/0002-b.md', 'storage/notes/c.md', 'teams/web/d.md', 'teams/README.md'];
    expect(sortFiles(names, false).adrs).toEqual(['0001-a.md']);
    expect(sortFiles(names, ['storage']).adrs).toEqual(['0001-a.md', 'storage/0002-b.md', 'storage/notes/c.md']);
    expect(sortFiles(names, ['teams/*']).adrs).toEqual(['0001-a.md', 'teams/web/d.md']);
  });
});

describe('readSubfolders', () => {
  it.each([
    [true, true],
    [false, false],
    ['no', false],
    ['yes', true],
    ['storage/', ['storage']],
    [
      ['./accepted', 'teams/*'],
      ['accepted', 'teams/*'],
    ],
    [['../x'], undefined],
    [[], undefined],
    [[7], undefined],
    [{}, undefined],
    [null, undefined],
  ])('reads %j as %j', (value, expected) => {
    expect(readSubfolders(value)).toEqual(expected);
  });
});

describe('countsByArea', () => {
  const numbered = (files: readonly string[]) => files.map((file) => ({ file, number: Number(/\d+/.exec(file)) }));

  it.each([
    [['a/0001-x.md', 'b/0001-y.md', 'b/0002-z.md'], true],
    [['0001-x.md', 'b/0001-y.md'], true],
    [['accepted/0001-x.md', 'superseded/0002-y.md', 'accepted/0002-z.md'], false],
    [['0001-x/README.md', '0001-y/README.md'], false],
    [['0001-x.md', 'deprecated/0001-y.md'], false],
    [['web/accepted/0001-x.md', 'data/superseded/0001-y.md'], true],
    [[], false],
  ])('%j: %s', (files, expected) => {
    expect(countsByArea(numbered(files))).toBe(expected);
  });
});
