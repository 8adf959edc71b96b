type Scope = 'embedding' | 'isolate';

// Unicode Bidirectional Algorithm (UAX #9), explicit formatting characters.
const openers: Readonly<Record<string, Scope>> = {
  '\u202a': 'embedding',
  '\u202b': 'embedding',
  '\u202d': 'embedding',
  '\u202e': 'embedding',
  '\u2066': 'isolate',
  '\u2067': 'isolate',
  '\u2068': 'isolate',
};
const closers: Readonly<Record<string, Scope>> = { '\u202c': 'embedding', '\u2069': 'isolate' };

const anyControl = /[\u202a-\u202e\u2066-\u2069]/;

// UAX #9, BD2: characters nested more deeply have no effect.
const deepest = 125;

/**
 * Removes unpaired bidirectional control characters (U+202A to U+202E, U+2066 to U+2069), so that a text can't change
 * the direction of the text around it. Right-to-left text and paired controls stay.
 */
export function balanceBidi(text: string): string {
  if (!anyControl.test(text)) return text;
  const characters = [...text];
  const unpaired = new Set<number>();
  const open: { index: number; scope: Scope }[] = [];
  characters.forEach((character, index) => {
    const opened = openers[character];
    const closed = closers[character];
    if (opened) {
      unpaired.add(index);
      if (open.length < deepest) open.push({ index, scope: opened });
    } else if (closed) {
      const partner = findPartner(open, closed);
      if (partner === -1) unpaired.add(index);
      // Everything opened after the partner was never closed, and stays unpaired.
      else for (const closedHere of open.splice(partner).slice(0, 1)) unpaired.delete(closedHere.index);
    }
  });
  return characters.filter((_, index) => !unpaired.has(index)).join('');
}

/** An isolate ends the embeddings opened inside it; an embedding can't end the isolate around it (UAX #9, X6a, X7). */
function findPartner(open: readonly { scope: Scope }[], scope: Scope): number {
  if (scope === 'isolate') return open.findLastIndex((opened) => opened.scope === 'isolate');
  return open.at(-1)?.scope === 'embedding' ? open.length - 1 : -1;
}
