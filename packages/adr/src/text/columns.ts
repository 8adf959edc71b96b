/** Characters of East Asian scripts and emoji, which fixed-width fonts show twice as wide as a letter. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/gu;

/** Whether a text has characters that are twice as wide as a letter. */
export function hasWideCharacters(text: string): boolean {
  return text.search(wide) !== -1;
}

/** How many columns a text takes; `countsWide`: wide characters take two. */
export function columnsOf(text: string, countsWide: boolean): number {
  const characters = [...text].length;
  return countsWide ? characters + (text.match(wide)?.length ?? 0) : characters;
}
