import type { AdrPart } from '@gavel/adr/content/part.ts';
import type { Reader } from '../../src/workflow/ports/archive/reader.ts';
import { supersedeAll } from './amendments.ts';
import type { Finding } from './finding.ts';
import { type House, learnFrom } from './house.ts';
import { compareIndexes } from './index-files.ts';
import { leaveOneOut } from './leave-one-out.ts';
import { compareSample, writeSample } from './new-decision.ts';
import { observe } from './observe/observe.ts';

/** A file for people to read. */
interface ShownFile {
  readonly name: string;
  readonly text: string;
}

/** What was measured in one house. */
export interface Measured {
  readonly folder: string;
  readonly adrs: number;
  /** Why it could not be measured, or why there is nothing to measure. */
  readonly failure?: string;
  readonly dialect?: string;
  readonly language?: string | undefined;
  readonly findings: readonly Finding[];
  readonly parts?: { readonly byStyle: readonly AdrPart[]; readonly verbatim: readonly AdrPart[] };
  /** Its last ADR, what Gavel makes of the same content, and the sample decision. */
  readonly texts?: { readonly last: ShownFile; readonly rewritten: string; readonly fresh: ShownFile };
}

/** The fewest ADRs that show what a house does. */
const fewest = 6;

/** Measures how close Gavel comes to a house. `isFast` leaves out the amendments, which take most of the time. */
export async function measureHouse(reader: Reader, house: House, isFast = false): Promise<Measured> {
  const { folder, adrs, files, settings } = house;
  const [last] = adrs.slice(-1);
  if (last === undefined || adrs.length < fewest) {
    return { folder, adrs: adrs.length, failure: `${adrs.length} ADRs, fewer than ${fewest}`, findings: [] };
  }
  const observed = adrs.map(({ name, text }) => observe(text, name));
  const others = observed.slice(0, -1);
  const [lastObserved] = observed.slice(-1);
  if (lastObserved === undefined) throw new Error('There is no last ADR.');
  const known = files.filter(({ name }) => name !== last.name);
  const [style, wholeStyle] = [await learnFrom(reader, known, settings), await learnFrom(reader, files, settings)];
  const sampleOfOthers = await writeSample(reader, adrs.slice(0, -1), style);
  const rewritten = leaveOneOut(lastObserved, others, style, sampleOfOthers);
  const fresh = await writeSample(reader, adrs, wholeStyle);
  return {
    folder,
    adrs: adrs.length,
    dialect: style.dialect,
    language: style.language,
    findings: [
      ...rewritten.findings,
      ...compareSample(fresh, observed),
      ...(isFast ? [] : supersedeAll(adrs, observed, fresh, wholeStyle)),
      ...compareIndexes(house),
    ],
    parts: rewritten.parts,
    texts: { last, rewritten: rewritten.text, fresh: { name: fresh.name, text: fresh.document.source.text } },
  };
}
