/**
 * How much a decision may hold. Ten options, because each needs a number emoji of its own; the lengths keep every
 * text (all drivers together, one to a line) inside one Slack input of 3,000 characters.
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
  justification: 2_000,
  consequence: 500,
  consequences: 20,
} as const;
