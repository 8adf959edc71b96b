/**
 * How much a decision may hold. Ten options, because each needs a number emoji of its own; the lengths keep every
 * text (all drivers together, one to a line) inside one Slack input of 3,000 characters. A Markdown draft (`draft`, in
 * characters, and in bytes where it is a file) may bring longer contexts and sections, and more of them. A hold may last
 * `holdDays` from when it is placed, and keep a vote open for as many after the round's first deadline.
 */
export const limits = {
  title: 150,
  context: 12_000,
  driver: 250,
  drivers: 10,
  optionTitle: 100,
  optionDescription: 1_000,
  options: { least: 2, most: 10 },
  argument: 500,
  arguments: 200,
  objection: 500,
  objections: 30,
  holdDays: 30,
  justification: 2_000,
  consequence: 500,
  consequences: 20,
  heading: 150,
  section: 3_000,
  sections: 12,
  draft: 1_000_000,
} as const;
