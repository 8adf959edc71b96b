const stems =
  'organi|centrali|optimi|utili|standardi|minimi|maximi|recogni|summari|customi|prioriti|synchroni|virtuali|containeri|normali|formali|generali|speciali|reali|finali|categori|moderni|visuali';
const endings = '(?:e|es|ed|ing|ation|ations|er)';

const british = new RegExp(
  `(?<!\\p{L})(?:(?:${stems}|authori|seriali|initiali)s${endings}|analys(?:e|ed|ing)|colours?|behaviours?|favour\\p{L}{0,6}|honour\\p{L}{0,4}|neighbour\\p{L}{0,4}|whilst|licence[sd]?|catalogue[sd]?|programmes?|artefacts?|centred?|(?:mode|cance|labe|trave)ll(?:ed|ing)|fulfil|defence|grey|maths)(?!\\p{L})`,
  'giu',
);
// HTTP and CSS say “authorization”, “color” and “center” to everybody.
const american = new RegExp(
  `(?<!\\p{L})(?:(?:${stems})z${endings}|analyz(?:e|ed|ing)|behaviors?|favor\\p{L}{0,6}|honor\\p{L}{0,4}|neighbor\\p{L}{0,4}|catalogs?|(?:mode|cance|labe|trave)l(?:ed|ing)|fulfill|defense|gray)(?!\\p{L})`,
  'giu',
);

/** How much of a text is looked at, in UTF-16 units. */
const reach = 50_000;

/** Whether an English text is spelled as in Britain, as far as it shows. */
export function isBritish(text: string): boolean {
  const beginning = text.slice(0, reach);
  const count = (words: RegExp) => beginning.match(words)?.length ?? 0;
  const found = count(british);
  return found > 0 && found > count(american);
}
