import { describe, expect, it } from 'vitest';
import type { Actor } from '../people/actor.ts';
import { openTestDesk } from '../testing/test-desk.ts';
import type { WebhookEventType } from '../webhook/webhook-event-types.ts';

const url = 'https://host.example/hook';

describe('a webhook', () => {
  it('is added with a secret, changed, switched off and deleted', async () => {
    const { desk, owner } = await openTestDesk();
    const { webhook, secret } = await desk.as(owner).addWebhook({ url, events: ['message-added', 'message-added'] });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
    expect(webhook).toMatchObject({ version: 1, url, events: ['message-added'], status: 'on' });
    expect(webhook.secrets).toEqual([{ text: secret, until: null }]);
    const changed = await desk.as(owner).changeWebhook({ webhook: webhook.id, status: 'off', events: [] });
    expect(changed).toEqual({ ...webhook, version: 2, status: 'off', events: [] });
    expect(await desk.as(owner).listWebhooks()).toEqual([changed]);
    expect(await desk.as(owner).findWebhook(webhook.id)).toEqual(changed);
    await desk.as(owner).deleteWebhook(webhook.id);
    const gone = { ok: false, refusal: { code: 'not-found' } };
    expect(await desk.attempt(owner).findWebhook(webhook.id)).toEqual(gone);
    expect(await desk.attempt(owner).changeWebhook({ webhook: webhook.id, status: 'on' })).toEqual(gone);
    expect(await desk.attempt(owner).rotateWebhookSecret(webhook.id)).toEqual(gone);
    expect(await desk.attempt(owner).deleteWebhook(webhook.id)).toEqual(gone);
  });

  it('gets a new secret, beside which the one before it goes on for a day', async () => {
    const { desk, owner, clock } = await openTestDesk();
    const first = await desk.as(owner).addWebhook({ url });
    const second = await desk.as(owner).rotateWebhookSecret(first.webhook.id);
    expect(second.secret).not.toBe(first.secret);
    const [newest, before] = second.webhook.secrets;
    expect([newest, before?.text]).toEqual([{ text: second.secret, until: null }, first.secret]);
    expect(Date.parse(before?.until ?? '') - Date.parse(clock.now())).toBe(86_400_000);
  });

  it('is never made twice under one id, as nobody could be shown the secret again', async () => {
    const { desk, owner } = await openTestDesk();
    const id = desk.parts.newId('webhook');
    await desk.as(owner).addWebhook({ id, url });
    const again = await desk.attempt(owner).addWebhook({ id, url });
    expect(again).toEqual({ ok: false, refusal: { code: 'id-taken', path: 'id' } });
  });

  const wrongs: readonly (readonly [{ url?: string; events?: readonly WebhookEventType[] }, object])[] = [
    [{ url: 'http://host.example' }, { code: 'url-invalid', path: 'url', because: 'not-https' }],
    [{ url: 'nowhere' }, { code: 'url-invalid', path: 'url', because: 'malformed' }],
    [{ events: ['message-added', 'notified' as never] }, { code: 'event-unknown', path: 'events.1' }],
    [{ events: ['draft-changed' as never] }, { code: 'event-unknown', path: 'events.0' }],
  ];

  it.each(wrongs)('is refused with %o', async (wrong, refusal) => {
    const { desk, owner } = await openTestDesk();
    const refused = { ok: false, refusal };
    expect(await desk.attempt(owner).addWebhook({ url, ...wrong })).toEqual(refused);
    const { webhook } = await desk.as(owner).addWebhook({ url });
    expect(await desk.attempt(owner).changeWebhook({ webhook: webhook.id, ...wrong })).toEqual(refused);
    expect(await desk.as(owner).listWebhooks()).toEqual([webhook]);
  });

  it('is one of 50 at most', async () => {
    const { desk, owner } = await openTestDesk();
    for (let index = 0; index < 50; index++) await desk.as(owner).addWebhook({ url });
    const refused = { ok: false, refusal: { code: 'limit-reached', limit: 50 } };
    expect(await desk.attempt(owner).addWebhook({ url })).toEqual(refused);
  });

  it('is for admins, integrators of settings and the host', async () => {
    const { desk, owner, admin, ana, workspace, visitor } = await openTestDesk();
    const { webhook } = await desk.as(owner).addWebhook({ url });
    const id = desk.parts.newId('api-key');
    const actors: readonly (readonly [Actor, boolean, boolean])[] = [
      [admin, true, true],
      [{ kind: 'host', workspace, id }, true, true],
      [{ kind: 'integrator', workspace, id, scopes: ['settings:read'] }, true, false],
      [{ kind: 'integrator', workspace, id, scopes: ['settings:write'] }, false, true],
      [ana, false, false],
      [await visitor(), false, false],
    ];
    for (const [actor, reads, writes] of actors) {
      const acts = desk.attempt(actor);
      const made = await acts.addWebhook({ url });
      const done = [
        await acts.listWebhooks(),
        await acts.findWebhook(webhook.id),
        await acts.changeWebhook({ webhook: webhook.id, status: 'on' }),
        await acts.rotateWebhookSecret(webhook.id),
        await acts.deleteWebhook(made.ok ? made.value.webhook.id : webhook.id),
      ];
      const expected = [writes, reads, reads, writes, writes, writes];
      expect([actor.kind, made.ok, ...done.map(({ ok }) => ok)]).toEqual([actor.kind, ...expected]);
    }
  });
});
