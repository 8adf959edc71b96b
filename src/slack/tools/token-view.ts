import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../words/language.ts';
import { code, say } from '../../words/say.ts';
import type { PersonalToken } from '../../workflow/ports/records/tokens.ts';
import { mostTokens, tokenHint } from '../../workflow/tools/token.ts';
import { notice } from '../form/notice.ts';
import { actions, button, divider, plain } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';

/** The buttons of the modal; the value of `revoke` is the token's id. */
export const tokenActions = { make: 'make_token', revoke: 'revoke_token' } as const;

/** Somebody's tokens. `made`: the one that was made just now, in full. */
export function tokenView(
  language: Language,
  address: string,
  tokens: readonly PersonalToken[],
  made?: string,
): ModalView {
  const { tools } = language;
  const fresh = made === undefined ? [] : [paragraph(tools.made), paragraph(say`${code(made)}`)];
  const next =
    tokens.length < mostTokens
      ? actions('make', [button(tokenActions.make, tools.make, { style: 'primary' })])
      : paragraph(tools.tooMany(tokens.length));
  const list = tokens.length > 0 ? tokens.flatMap((token) => tokenBlocks(language, token)) : [paragraph(tools.none)];
  return notice(language, tools.title, paragraph(tools.about(address)), ...fresh, next, divider(), ...list);
}

function tokenBlocks({ tools, forms }: Language, token: PersonalToken): KnownBlock[] {
  const confirm = {
    title: plain(tools.revoke),
    text: plain(tools.revokeQuestion),
    confirm: plain(tools.revoke),
    deny: plain(forms.cancel),
  };
  return [
    paragraph(tools.token(tokenHint(token), token.madeAt, token.expiresAt)),
    actions(`token:${token.id}`, [button(tokenActions.revoke, tools.revoke, { value: token.id, confirm })]),
  ];
}
