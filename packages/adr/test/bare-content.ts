import type { AdrContent } from '@gavel/adr/content/content.ts';

/** What an ADR says that says nothing, for tests to add to. */
export const bareContent: AdrContent = {
  number: undefined,
  title: '',
  status: { word: 'accepted', remainder: '' },
  date: '2026-11-20',
  roles: {},
  extra: [],
  frontMatter: undefined,
  metadata: undefined,
  drivers: [],
  options: [],
  outcome: undefined,
  consequences: [],
  bodies: {},
  sections: [],
  preface: '',
  introduction: '',
  closing: '',
};
