import type { HostActor } from '../../people/actor.ts';
import type { TestDesk } from '../test-desk.ts';
import type { CallOperation } from './people-steps.ts';

/** Calls every operation on settings, addresses, keys and webhooks. */
export async function callSettingsOperations(call: CallOperation, { desk, owner, workspace }: TestDesk): Promise<void> {
  const host: HostActor = { kind: 'host', workspace, id: desk.parts.newId('api-key') };
  await call('getSettings', host);
  await call('changeSettings', owner, { undoSeconds: 20, assignment: { kind: 'least-busy', limit: null } });
  const open = [{ from: '09:00', to: '17:00' }];
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const week = Object.fromEntries(days.map((day) => [day, open]));
  await call('setHours', owner, { hours: { timeZone: 'Europe/Lisbon', week, holidays: ['2026-12-25'] } });
  await call('getHours', host);
  await call('getWidgetConfig', null, { key: 'widget' });
  const { key, snippet, ...look } = await call('getWidgetSettings', host);
  await call('setWidgetSettings', owner, { ...look, colour: '#123ABC', greeting: 'Hi!' });
  await call('addAddress', owner, { address: 'help@example.com' });
  await call('listAddresses', host);
  await call('removeAddress', owner, { address: 'help@example.com' });
  const { apiKey } = await call('addApiKey', host, { name: 'Export', scopes: ['contacts:read'] });
  await call('listApiKeys', owner);
  await call('deleteApiKey', owner, { apiKey: apiKey.id });
  const { webhook } = await call('addWebhook', owner, { url: 'https://host.example/hook', events: ['message-added'] });
  await call('changeWebhook', owner, { webhook: webhook.id, status: 'off' });
  await call('rotateWebhookSecret', owner, { webhook: webhook.id });
  await call('listWebhooks', host);
  await call('deleteWebhook', owner, { webhook: webhook.id });
}
