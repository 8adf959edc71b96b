import { defaultRule, type Rule } from './rule.ts';

/** The rules that people choose from, by their names in settings. */
export type PresetName =
  | 'plurality'
  | 'majority'
  | 'two-thirds'
  | 'unanimous'
  | 'scores'
  | 'lazy-consensus'
  | 'advice'
  | 'easy-to-undo'
  | 'hard-to-undo';

const anHour = 60;
const aDay = 24 * anHour;

/** At least half of the deciders must take part, people may abstain, and the vote ends when all have voted. */
const counted: Rule = {
  ...defaultRule,
  quorum: { parts: 1, of: 2 },
  abstain: 'quorum only',
  minimumOpenMinutes: anHour,
  closesEarly: ['all voted'],
  tie: 'extend once',
  noQuorum: 'extend once',
};

/** The presets, in the order in which they are listed. */
export const presets: Readonly<Record<PresetName, { readonly rule: Rule }>> = {
  plurality: {
    rule: defaultRule,
  },
  majority: {
    rule: { ...counted, threshold: { needs: 'more than', share: { parts: 1, of: 2 }, of: 'decisive' } },
  },
  'two-thirds': {
    rule: {
      ...counted,
      quorum: { parts: 2, of: 3 },
      threshold: { needs: 'at least', share: { parts: 2, of: 3 }, of: 'decisive' },
      needsSecond: true,
    },
  },
  unanimous: {
    rule: {
      ...counted,
      quorum: { parts: 1, of: 1 },
      threshold: { needs: 'at least', share: { parts: 1, of: 1 }, of: 'decisive' },
      objections: 'block',
      needsSecond: true,
    },
  },
  scores: {
    rule: { ...counted, method: 'score' },
  },
  'lazy-consensus': {
    rule: { ...defaultRule, silence: 'assent', objections: 'block', minimumOpenMinutes: 3 * aDay, needsSecond: true },
  },
  advice: {
    rule: {
      ...defaultRule,
      method: 'single',
      deciders: 'one',
      minimumOpenMinutes: aDay,
      closesEarly: ['all voted'],
      noQuorum: 'extend once',
      overriders: ['deciders', 'admins'],
    },
  },
  // The two weights of Rust's language team: what can be taken back goes ahead, what can't waits for everyone.
  'easy-to-undo': {
    rule: { ...defaultRule, silence: 'assent', objections: 'block', minimumOpenMinutes: aDay },
  },
  'hard-to-undo': {
    rule: {
      ...counted,
      quorum: { parts: 2, of: 3 },
      threshold: { needs: 'at least', share: { parts: 2, of: 3 }, of: 'decisive' },
      objections: 'block',
      minimumOpenMinutes: 5 * aDay,
      finalCommentMinutes: 10 * aDay,
      needsSecond: true,
    },
  },
};

/** The names of all presets. */
export const presetNames = Object.keys(presets) as readonly PresetName[];

/** The preset that a rule is equal to; undefined if somebody changed a parameter. */
export function findPreset(rule: Rule): PresetName | undefined {
  return presetNames.find((name) => isSameRule(presets[name].rule, rule));
}

/** Whether two rules have equal parts. */
export function isSameRule(a: Rule, b: Rule): boolean {
  return writeRule(a) === writeRule(b);
}

// PostgreSQL returns the parts of a rule in its own order.
function writeRule(rule: Rule): string {
  return JSON.stringify(rule, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
