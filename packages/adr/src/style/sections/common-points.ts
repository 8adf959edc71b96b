import type { PointsForm } from '../house-style.ts';
import { commonValue } from '../vote.ts';

/** The usual form of points, and the leads that those files have for each kind. */
export function commonPoints(forms: readonly PointsForm[]): PointsForm | undefined {
  const usual = commonValue(forms, ({ mode, place }) => ({ mode, place }));
  const same = forms.filter(({ mode, place }) => mode === usual?.mode && place === usual.place);
  const last = same.at(-1);
  if (last === undefined) return undefined;
  const common = <Value>(value: (form: PointsForm) => Value) => commonValue(same, value) ?? value(last);
  const kinds = [...new Set(same.toReversed().flatMap(({ order }) => order))];
  const leadsOf = (value: (form: PointsForm) => PointsForm['leads']) =>
    Object.fromEntries(
      kinds.flatMap((kind) => {
        const lead = commonValue(same, (form) => value(form)[kind]);
        return lead === undefined ? [] : [[kind, lead]];
      }),
    );
  return {
    mode: last.mode,
    place: last.place,
    leads: leadsOf(({ leads }) => leads),
    itemLeads: leadsOf(({ itemLeads }) => itemLeads),
    order: commonOrder(same),
    joint: common(({ joint }) => joint),
    several: last.mode === 'joined' ? groupsBeside(forms, last) : undefined,
    isOrdered: common(({ isOrdered }) => isOrdered),
    isLoose: common(({ isLoose }) => isLoose),
    isTight: common(({ isTight }) => isTight === true),
    lineEnd: common(({ lineEnd }) => ({ lineEnd })).lineEnd,
  };
}

/** The share of sections from which on lists below labels are a habit beside another one. */
const leastGroups = 0.2;

/** The form of lists below labels, in a house that has these beside lines in which points are joined. */
function groupsBeside(forms: readonly PointsForm[], { place }: PointsForm): PointsForm | undefined {
  const groups = forms.filter((form) => form.mode === 'group' && form.place === place);
  return groups.length < forms.length * leastGroups ? undefined : commonPoints(groups);
}

/** The usual order of the files that have the most kinds, and after it the kinds that only others have. */
function commonOrder(forms: readonly PointsForm[]): PointsForm['order'] {
  const most = Math.max(...forms.map(({ order }) => order.length));
  const full = commonValue(
    forms.filter(({ order }) => order.length === most),
    ({ order }) => order,
  );
  return [...new Set([...(full ?? []), ...forms.flatMap(({ order }) => order)])];
}
