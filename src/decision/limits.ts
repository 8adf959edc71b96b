/**
 * How much a decision may contain. Ten options, because each needs its own number emoji. The lengths keep every text
 * (all drivers together, one per line) within one Slack input of 3,000 characters. A Markdown draft (`draft`, in
 * characters, and in bytes for a file) may have longer contexts and sections, and more of them. A hold may last
 * `holdDays` from when it is placed, and keep a vote open for as many days after the round's first deadline.
 *
 * The limits that end in “Each” are for one person. There is no limit for everybody together, so that nobody can use up
 * what others want to add, except for options, where the limit is Slack's. The proposer may start with all ten options.
 */
export const limits = {
  title: 150,
  context: 12_000,
  driver: 250,
  drivers: 10,
  optionTitle: 100,
  optionDescription: 1_000,
  options: { least: 2, most: 10 },
  optionsEach: 3,
  argument: 500,
  argumentsInDraft: 200,
  argumentsEach: 50,
  objection: 500,
  objectionsEach: { standing: 3, all: 20 },
  objectionsInRecord: 50,
  holdDays: 30,
  shortenings: 5,
  justification: 2_000,
  consequence: 500,
  consequences: 20,
  heading: 150,
  section: 3_000,
  sections: 12,
  tag: 40,
  tags: 10,
  pattern: 200,
  patterns: 20,
  revisitWhen: 500,
  revisitNote: 500,
  revisitYears: 20,
  draft: 1_000_000,
} as const;
