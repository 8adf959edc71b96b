import type { Renumbering } from '@gavel/adr/doctor/renumbering.ts';
import type { FaultCount } from '@gavel/adr/doctor/report.ts';
import type { DoubtTable } from '@gavel/adr/doctor/warning-words.ts';

/** What `/adr doctor` says, and everything that is doubtful about ADRs, wherever it is told. */
export interface DoctorWords {
  readonly title: string;
  /** Shown in the modal while this many files are read. */
  reading(files: number): string;
  /** How many ADRs there are, and what condition they are in. */
  summary(count: FaultCount): string;
  /** The headings of the parts, with how many lines they have. */
  readonly parts: Readonly<Record<'errors' | 'numbers' | 'warnings', (lines: number) => string>>;
  readonly nothingToMend: string;
  readonly doubts: DoubtTable;
  /** A doubt with its line in the file. */
  atLine(line: number, doubt: string): string;
  /** Which file would get which number, and what would have to change as well. */
  renumbering(renumbering: Renumbering): string;
}
