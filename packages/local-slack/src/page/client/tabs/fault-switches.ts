import type { JsonObject } from '@gavel/local-server/json.ts';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { FaultSettings } from '../../../control/faults.ts';
import type { OptionalScope } from '../../routes.ts';
import { attempt, post } from '../act.ts';

/** The numeric settings, in the order in which they are shown. */
const numbers: readonly { readonly name: Exclude<keyof FaultSettings, 'tokenRevoked'>; readonly label: string }[] = [
  { name: 'rateLimitEvery', label: 'Answer every nth call with 429' },
  { name: 'failEvery', label: 'Answer every nth call with 503' },
  { name: 'callDelay', label: 'Delay calls (ms)' },
  { name: 'deliveryDelay', label: 'Delay deliveries (ms)' },
  { name: 'dropAcks', label: 'Ignore the next acknowledgements' },
  { name: 'dropEvents', label: 'Drop the next events' },
  { name: 'duplicate', label: 'Send the next deliveries twice' },
  { name: 'reorder', label: 'Hold back and reorder the next events' },
];

/** The settings of the fault injection, and the optional scopes that the app has. */
export function FaultSwitches(props: { faults: FaultSettings; scopes: readonly OptionalScope[] }): VNode {
  const { faults, scopes } = props;
  const act =
    (path: string, body: JsonObject = {}) =>
    (): void =>
      void attempt(() => post(path, body));
  const active = numbers.filter(({ name }) => faults[name] > 0).length + (faults.tokenRevoked ? 1 : 0);
  return html`<details class="faults">
    <summary>Fault injection <span class=${`badge ${active > 0 ? 'loud' : ''}`}>${active === 0 ? 'off' : `${active} on`}</span></summary>
    <div class="fault-grid">
      ${numbers.map(
        ({ name, label }) => html`<label key=${name}><span>${label}</span>
        <input type="number" min="0" value=${faults[name]} onChange=${(event: Event & { currentTarget: HTMLInputElement }) => act('faults', { [name]: Math.max(0, Number(event.currentTarget.value)) })()} /></label>`,
      )}
      <label class="switch"><span>Treat the app’s tokens as revoked</span>
        <input type="checkbox" checked=${faults.tokenRevoked} onChange=${act('faults', { tokenRevoked: !faults.tokenRevoked })} /></label>
      ${scopes.map(
        ({
          name,
          isGranted,
        }) => html`<label key=${name} class="switch"><span>Grant the optional scope <code>${name}</code></span>
        <input type="checkbox" checked=${isGranted} onChange=${act(`admin/${isGranted ? 'declineScope' : 'grantScope'}`, { scope: name })} /></label>`,
      )}
    </div>
    <p class="fault-buttons">
      <button type="button" class="button" onClick=${act('faults/sockets', { reason: 'refresh_requested' })}>Refresh the sockets</button>
      <button type="button" class="button" onClick=${act('faults/appRateLimited')}>Send app_rate_limited</button>
      <${FailNext} />
      <button type="button" class="button primary" onClick=${act('faults/clear')}>End all faults</button>
    </p>
  </details>`;
}

/** Makes the next call of a method fail with an error code or HTTP status. */
function FailNext(): VNode {
  const fail = (event: SubmitEvent & { currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [method, error] = [String(fields.get('method')), String(fields.get('error'))];
    void attempt(() =>
      post('faults/fail', { method, ...(/^\d{3}$/.test(error) ? { status: Number(error) } : { error }) }),
    );
  };
  return html`<form class="fail-next" onSubmit=${fail}>
    <input type="text" name="method" aria-label="Method" value="chat.postMessage" />
    <input type="text" name="error" aria-label="Error code or HTTP status" value="fatal_error" />
    <button type="submit" class="button">Fail the next call</button>
  </form>`;
}
