import { readAdr } from '../read/read-adr.ts';
import { applyEdits, offsetInFile } from './edit.ts';

/**
 * Changes the number in the heading of an ADR, with as many digits as it has there; everything else stays the same. An
 * ADR without a number in its heading stays as it is. `file` must have been decoded without loss.
 */
export function renumberAdr(file: string, number: number): string {
  const { headingNumber, source } = readAdr(file);
  if (headingNumber === undefined) return file;
  const heading = source.text.slice(headingNumber.start, headingNumber.end);
  const digits = [...heading.matchAll(/\d+/g)].find(([found]) => Number(found) === headingNumber.value);
  if (digits === undefined) return file;
  const start = headingNumber.start + digits.index;
  return applyEdits(file, [
    {
      start: offsetInFile(file, start),
      end: offsetInFile(file, start + digits[0].length),
      text: String(number).padStart(digits[0].length, '0'),
    },
  ]);
}
