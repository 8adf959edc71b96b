import { placeOfHeading } from '@gavel/adr/draft/reserved-headings.ts';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/words/languages.ts';
import { leftToAsk, withAnswers } from '../../../src/workflow/propose/asked-entries.ts';

const section = (heading: string, markdown: string) => ({ heading, markdown });

describe('the metadata entries that a form asks for', () => {
  it('are those that no section tells', () => {
    const sections = [section('Metadata', '- Ticket: SHOP-7\n- Area: shop'), section('Team', 'Team: ours')];
    expect(leftToAsk(['ticket', 'Team'], sections)).toEqual(['Team']);
    expect(leftToAsk(['Ticket'], [])).toEqual(['Ticket']);
  });

  it('are told in the section of the metadata, each as it was typed', () => {
    const answers = [
      { entry: 'Ticket', text: ' SHOP-7\n# no heading ' },
      { entry: 'Area', text: '' },
    ];
    expect(withAnswers([], answers, 'Metadata')).toEqual([section('Metadata', 'Ticket: SHOP-7 # no heading')]);
    const sections = [section('Rollout', 'In spring.'), section('Metadata', 'Area: shop\n')];
    expect(withAnswers(sections, answers, 'Metadata')).toEqual([
      section('Rollout', 'In spring.'),
      section('Metadata', 'Area: shop\n\nTicket: SHOP-7 # no heading'),
    ]);
    expect(withAnswers(sections, [{ entry: 'Area', text: ' ' }], 'Metadata')).toEqual(sections);
  });

  it('are sections of their own where the house asks for them', () => {
    const answers = [
      { entry: '## Areas', text: ' Shop\n# no heading ' },
      { entry: '## Cost', text: ' ' },
    ];
    expect(withAnswers([], answers, 'Metadata')).toEqual([section('Areas', 'Shop\\\n\\# no heading')]);
    expect(leftToAsk(['## Areas', '## Cost'], [section('areas', 'Shop')])).toEqual(['## Cost']);
  });

  it.each(Object.entries(languages))('are in a section that the ADR knows as its metadata: %s', (_, language) => {
    expect(placeOfHeading(language.proposeForm.metadata)).toBe('metadata');
  });
});
