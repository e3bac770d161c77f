import { SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { visitorSecret } from '../../auth/derive-secret.ts';
import { testSecret } from './open-test-api.ts';
import type { Story } from './story.ts';

/** What a visitor does through the widget. */
export function visitorStories(story: Story): void {
  it('lets a visitor begin, write and read, and shows it no notes', async () => {
    const { test, call } = await story();
    const opened = await call('POST /widget/sessions', { json: { key: 'wk_one', name: 'Aylin' } });
    expect(opened.status).toBe(201);
    const { token } = opened.json;
    const begun = await call('POST /widget/conversations', { token, json: { body: 'Hello' } });
    expect(begun.status).toBe(201);
    const { id } = begun.json.conversation;
    await call(`POST /widget/conversations/${id}/messages`, { token, json: { body: 'Still there?' } });

    const mara = await test.tokenOf(test.mara);
    const say = (kind: string, body: string) =>
      call(`POST /conversations/${id}/messages`, { token: mara, json: { kind, body } });
    await say('note', 'a secret among us');
    await say('reply', 'Yes!');

    const read = await call(`GET /widget/conversations/${id}/messages`, { token });
    expect(
      read.json.items.map(({ body, from }: { body: { text: string }; from: string }) => [from, body.text]),
    ).toEqual([
      ['team', 'Yes!'],
      ['me', 'Still there?'],
      ['me', 'Hello'],
    ]);
    expect(read.text).not.toContain('secret among us');
    expect(read.headers.get('deskkit-seq')).not.toMatch(/^\d+$/);
    expect((await call('GET /widget/conversations', { token })).json.items).toMatchObject([{ id, status: 'open' }]);
  });

  it('gives the visitor whom the host has signed for its conversations back in a new session', async () => {
    const { test, call } = await story();
    const identity = await new SignJWT({ name: 'Aylin', email: 'aylin@host.example' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('user-7')
      .setExpirationTime(new Date(Date.parse(test.clock.now()) + 60_000))
      .sign(new TextEncoder().encode(visitorSecret(testSecret, test.workspace.id)));
    const first = (await call('POST /widget/sessions', { json: { key: 'wk_one', identity } })).json.token;
    const begun = await call('POST /widget/conversations', { token: first, json: { body: 'From my phone' } });
    const second = (await call('POST /widget/sessions', { json: { key: 'wk_one', identity } })).json.token;
    expect((await call('GET /widget/conversations', { token: second })).json.items).toMatchObject([
      { id: begun.json.conversation.id },
    ]);
  });

  it('answers for another visitor’s conversation as for one that is not there', async () => {
    const { test, refused } = await story();
    const { id } = await test.startChat('Mine');
    const { token } = await test.startChat('Somebody else');
    const absent = 'cnv_01970000-0000-7000-8000-000000000000';
    const notFound = { status: 404, code: 'not-found' };
    for (const route of ['GET', 'POST']) {
      const sending = route === 'POST' ? { token, json: { body: 'Let me in' } } : { token };
      const hidden = await refused(`${route} /widget/conversations/${id}/messages`, sending, notFound);
      const nothing = await refused(`${route} /widget/conversations/${absent}/messages`, sending, notFound);
      expect(hidden.text).toBe(nothing.text);
    }
  });

  it('keeps visitors from what is for teammates, and teammates from what is for visitors', async () => {
    const { test, refused } = await story();
    const { token, id } = await test.startChat('Hello');
    await refused('GET /conversations', { token }, { status: 403, code: 'forbidden' });
    await refused(`POST /conversations/${id}/close`, { token, json: {} }, { status: 403, code: 'forbidden' });
    await refused(
      'GET /widget/conversations',
      { token: await test.tokenOf(test.mara) },
      { status: 403, code: 'forbidden' },
    );
  });

  it('opens no session for an unknown key or a forged identity', async () => {
    const { refused } = await story();
    await refused('POST /widget/sessions', { json: { key: 'wk_nobody' } }, { status: 404, code: 'not-found' });
    await refused(
      'POST /widget/sessions',
      { json: { key: 'wk_one', identity: 'a.b.c' } },
      { status: 401, code: 'bad-token' },
    );
  });
}
