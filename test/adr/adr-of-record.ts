import type { AdrRecord } from '../../src/adr/record.ts';
import type { HouseStyle } from '../../src/adr/style/house-style.ts';
import { madrStyle } from '../../src/adr/style/madr-style.ts';
import { writeRecord } from '../../src/adr/write-record.ts';

/** The text of a record's ADR: in MADR 4.0.0 unless the house has a style. */
export function adrOfRecord(record: AdrRecord, style: HouseStyle = madrStyle, number = 7): string {
  return writeRecord(record, style, number).text;
}
