/**
 * How much a decision may hold. Ten options, because each needs a number emoji of its own; the lengths keep every
 * text (all drivers together, one to a line) inside one Slack input of 3,000 characters. A Markdown draft (`draft`, in
 * characters, and in bytes where it is a file) may bring longer contexts and sections, and more of them. A hold may last
 * `holdDays` from when it is placed, and keep a vote open for as many after the round's first deadline.
 *
 * What ends in “Each” is what one person may add. There is no such limit for all of them together, so that nobody uses
 * up what is others' to say; the one on options is Slack's, and the proposer may begin with all ten.
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
  draft: 1_000_000,
} as const;
