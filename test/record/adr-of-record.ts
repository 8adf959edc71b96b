import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import { madrStyle } from '@gavel/adr/style/madr-style.ts';
import type { AdrRecord } from '../../src/record/record.ts';
import { writeRecord } from '../../src/record/write-record.ts';

/** The text of a record's ADR: in MADR 4.0.0 unless the house has a style. */
export function adrOfRecord(record: AdrRecord, style: HouseStyle = madrStyle, number = 7): string {
  return writeRecord(record, style, number).text;
}
