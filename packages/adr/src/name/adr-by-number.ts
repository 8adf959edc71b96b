import { numberIn } from './file-name.ts';
import { countsByArea, seriesOf } from './sort-files.ts';

/** An ADR and its number, if it has one. */
interface NumberedAdr {
  readonly file: string;
  readonly number: number | undefined;
}

/**
 * Finds the ADR that another one means by its number: in the series of numbers that both belong to. Where several have
 * the number, none is meant.
 */
export function adrsByNumber(adrs: readonly NumberedAdr[]): (from: string, number: number) => string | undefined {
  const isByArea = countsByArea(adrs);
  const keyOf = (path: string, number: number | undefined) => `${number} ${seriesOf(path, isByArea)}`;
  const files = Map.groupBy(adrs, ({ file, number }) => keyOf(file, number));
  return (from, number) => {
    const [only, ...others] = files.get(keyOf(from, number)) ?? [];
    return others.length > 0 || only?.file === from ? undefined : only?.file;
  };
}

/** A path and the number in it. */
export function withNumber(file: string): NumberedAdr {
  return { file, number: numberIn(file) };
}
