import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import type { KnownBlock } from '@slack/types';
import type { Language } from '../../words/language.ts';
import type { Alike } from '../../workflow/propose/alike.ts';
import { showAction, showValue } from '../find/adr-view.ts';
import { actions, button, shorten } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';
import { proposeActions } from './propose-metadata.ts';

const longest = { name: 120, status: 60 } as const;

/** Identifies what is shown, so that the form is drawn again only if it is something else. */
export function keyOf(alike: readonly Alike[]): string {
  return alike.map(({ what }) => showValue(what)).join(', ');
}

/** What was decided already under such a title, each with a way to read it and, if it stands, to supersede it. */
export function alikeBlocks(language: Language, alike: readonly Alike[]): KnownBlock[] {
  const { proposeForm, list } = language;
  return alike.flatMap(({ name, statusText, status, date, what, stands }, place) => {
    const told = statusText === undefined ? status && list.statuses[status] : statusText;
    const standing = shorten(cleanLine(told ?? '').toLowerCase(), longest.status) || list.noStatus;
    const facts = [standing, date].filter((fact) => fact !== undefined).join(', ');
    const supersede =
      stands && 'adrId' in what
        ? [button(proposeActions.supersedeInstead, proposeForm.supersede, { value: String(what.adrId) })]
        : [];
    return [
      paragraph(proposeForm.alike(shorten(name, longest.name), facts)),
      actions(`alike:${place}`, [button(showAction, list.show, { value: showValue(what) }), ...supersede]),
    ];
  });
}
