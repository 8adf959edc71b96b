import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Screen } from '../screen.ts';
import { timeSpans } from '../time-spans.ts';
import { attempt, post } from './act.ts';
import { Avatar } from './controls/avatar.ts';
import { Icon, type IconName } from './controls/icon.ts';
import { Menu } from './controls/menu.ts';
import { go, place, type Tab } from './place.ts';
import { dayAndTime } from './times.ts';

/** The bar at the edge, for switching tabs and people. */
export function Rail({ now }: { now: Screen }): VNode {
  const tabs: readonly { tab: Tab; label: string; icon: IconName }[] = [
    { tab: 'talk', label: 'Home', icon: 'home' },
    ...(now.hasSlackbot ? [{ tab: 'slackbot' as const, label: 'Slackbot', icon: 'sparkle' as const }] : []),
    ...(now.hasRepository ? [{ tab: 'repository' as const, label: 'Repository', icon: 'repository' as const }] : []),
    { tab: 'wire', label: 'Wire', icon: 'wire' },
  ];
  return html`<nav class="rail" aria-label="Views">
    ${tabs.map(
      ({
        tab,
        label,
        icon,
      }) => html`<button key=${tab} type="button" class="rail-button" aria-current=${place.value.tab === tab ? 'page' : undefined} onClick=${() => go({ tab })}>
        <span class="rail-icon"><${Icon} name=${icon} /></span><span>${label}</span></button>`,
    )}
    <span class="rail-end">${now.letsTimePass && html`<${Time} now=${now} />`}<${ActAs} now=${now} /></span>
  </nav>`;
}

const spans = { hour: 'an hour', day: 'a day', week: 'a week' } as const;

/** The menu for letting time pass. */
function Time({ now }: { now: Screen }): VNode {
  const [isPassing, setPassing] = useState(false);
  const pass = async (span: keyof typeof spans): Promise<void> => {
    setPassing(true);
    await attempt(() => post('time', { span }));
    setPassing(false);
  };
  const items = (Object.keys(spans) as (keyof typeof spans)[]).map((span) => ({
    key: span,
    label: html`<span><strong>Let ${spans[span]} pass</strong>
      <small>until ${dayAndTime(new Date(Date.parse(now.now) + timeSpans[span]))}</small></span>`,
    run: () => void pass(span),
  }));
  return html`<${Menu} label="Let time pass" isNamed class="rail-button" items=${isPassing ? [] : items}>
    <span class="rail-icon"><${Icon} name="clock" /></span><span>${isPassing ? 'Passing …' : 'Time'}</span><//>`;
}

const roles = { admin: 'admin', member: 'member', guest: 'guest' } as const;

/** The menu for acting as another person. */
function ActAs({ now }: { now: Screen }): VNode {
  const people = now.people.filter((person) => !person.isBot && !person.isDeactivated);
  const items = people.map((person) => ({
    key: person.id,
    label: html`<${Avatar} name=${person.name} size="small" /><span><strong>${person.name}</strong>${person.id === now.me.id ? ' (now)' : ''}
      <small>${[person.title, roles[person.role], person.timeZone.replaceAll('_', ' ')].filter(Boolean).join(' · ')}</small></span>`,
    run: () => go({ as: person.name, thread: '', message: '' }),
  }));
  return html`<${Menu} label="Act as" isNamed class="rail-button" items=${items}>
    <${Avatar} name=${now.me.name} /><span><span class="visually-hidden">Act as someone else, now </span>${now.me.name}</span><//>`;
}
