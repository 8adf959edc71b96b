import type { ReviewText } from '../../../record/review-text.ts';
import type { RepositoryPorts } from '../../ports/ports.ts';
import type { AdrReview } from '../../ports/publication.ts';
import type { PlannedChange } from '../plan-change.ts';

/** The longest body where no forge says how much it takes, in characters. */
const longestBody = 65_536;

/** What the review of a planned change says. */
export function writeReview(
  { archive, forge, reader }: RepositoryPorts,
  { record, place, bond }: Pick<PlannedChange, 'record' | 'place' | 'bond'>,
  { branch, why }: Pick<AdrReview, 'branch' | 'why'>,
): Promise<ReviewText> {
  const { number, fileName } = place;
  return reader.writeReview(record, {
    ...{ number, fileName, why, bond },
    fileUrl: archive.addressOfFile(fileName, branch),
    forge: forge?.kind,
    longestBody: forge?.longestBody ?? longestBody,
  });
}
