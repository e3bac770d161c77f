import { expect, it } from 'vitest';
import type { Story } from './story.ts';

/** What HTTP asks of any server. */
export function protocolStories(story: Story): void {
  it('answers HEAD like GET without a body', async () => {
    const { test, call } = await story();
    const token = await test.tokenOf(test.mara);
    const got = await call('GET /me', { token });
    const head = await call('HEAD /me', { token });
    expect(head.status).toBe(200);
    expect(head.text).toBe('');
    expect(head.headers.get('content-type')).toBe(got.headers.get('content-type'));
  });

  it('lets any page ask before it calls', async () => {
    const { call } = await story();
    const asked = await call('OPTIONS /conversations', {
      headers: { origin: 'https://host.example', 'access-control-request-method': 'POST' },
    });
    expect(asked.status).toBe(204);
    expect(asked.text).toBe('');
    expect(asked.headers.get('access-control-allow-origin')).toBe('*');
    expect(asked.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('names the methods that a place has', async () => {
    const { refused } = await story();
    const answered = await refused('PATCH /conversations', { json: {} }, { status: 405, code: 'no-such-method' });
    expect(answered.headers.get('allow')?.split(', ').sort()).toEqual(['GET', 'POST']);
  });

  it('describes itself', async () => {
    const { call } = await story();
    const { status, json } = await call('GET /openapi.json');
    expect(status).toBe(200);
    expect(json.openapi).toMatch(/^3\.1/);
    expect(json.paths['/conversations/{conversation}/snooze'].post.responses['409'].description).toContain(
      'conversation-closed',
    );
  });

  it('asks for a token, and says when one is of no use', async () => {
    const { test, refused } = await story();
    const asked = await refused('GET /me', {}, { status: 401, code: 'no-token' });
    expect(asked.headers.get('www-authenticate')).toBe('Bearer');
    for (const token of ['x', 'a.b.c', `dk_${'x'.repeat(43)}`, 'x'.repeat(8000)]) {
      await refused('GET /me', { token }, { status: 401, code: 'bad-token' });
    }
    const token = await test.tokenOf(test.mara);
    await refused('GET /me', { headers: { authorization: `Basic ${token}` } }, { status: 401, code: 'no-token' });
    test.clock.pass(61 * 60_000);
    await refused('GET /me', { token }, { status: 401, code: 'bad-token' });
  });
}
