import { expect, it } from 'vitest';
import type { Story } from './story.ts';

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const notFound = { status: 404, code: 'not-found' };

/** Files up and down. */
export function attachmentStories(story: Story): void {
  it('takes a file, gives it to a message, and hands it out by a signed link for five minutes', async () => {
    const { test, call, refused } = await story();
    const token = await test.tokenOf(test.mara);
    const { id } = await test.startChat('Show me');
    const sending = { token, raw: new Uint8Array(pixel), headers: { 'content-type': 'image/png' } };
    const taken = await call('POST /attachments?name=d%C3%A9j%C3%A0%20vu.png', sending);
    expect(taken.status).toBe(201);
    expect(taken.json).toMatchObject({ name: 'déjà vu.png', size: pixel.length });
    await refused(`GET /attachments/${taken.json.id}`, { token }, notFound);

    const reply = { kind: 'reply', body: 'Here', attachments: [taken.json.id] };
    await call(`POST /conversations/${id}/messages`, { token, json: reply });
    await refused(
      `POST /conversations/${id}/messages`,
      { token, json: { ...reply, body: 'Again' } },
      { status: 400, code: 'attachment-unknown' },
    );
    const { url } = (await call(`GET /attachments/${taken.json.id}`, { token })).json;
    const file = await call(`GET ${url}`);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe('image/png');
    expect(file.headers.get('content-disposition')).toBe("inline; filename*=UTF-8''d%C3%A9j%C3%A0%20vu.png");
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    expect(file.text.slice(1, 4)).toBe('PNG');

    const other = await call('POST /attachments?name=x.png', sending);
    for (const forged of [
      url.replace('image%2Fpng', 'text%2Fhtml'),
      url.replace(/signature=./, 'signature=!'),
      url.replace(/expires=\d/, 'expires=9'),
      url.replace(taken.json.id, other.json.id),
      url.replace(/signature=[^&]*/, 'signature='),
    ]) {
      expect(forged).not.toBe(url);
      await refused(`GET ${forged}`, {}, notFound);
    }
    test.clock.pass(5 * 60_000 + 1);
    await refused(`GET ${url}`, {}, notFound);
  });

  it('gives whatever is no picture as a download', async () => {
    const { test, call } = await story();
    const token = await test.tokenOf(test.mara);
    const { id } = await test.startChat('Send me the page');
    const raw = '<script>alert(1)</script>';
    const taken = await call('POST /attachments?name=page.html', {
      token,
      raw,
      headers: { 'content-type': 'text/html' },
    });
    await call(`POST /conversations/${id}/messages`, {
      token,
      json: { kind: 'reply', body: '', attachments: [taken.json.id] },
    });
    const { url } = (await call(`GET /attachments/${taken.json.id}`, { token })).json;
    const file = await call(`GET ${url}`);
    expect(file.text).toBe(raw);
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment;/);
  });

  it('hands a large file through unharmed', async () => {
    const { test, call } = await story();
    const token = await test.tokenOf(test.mara);
    const { id } = await test.startChat('All of it');
    const raw = new Uint8Array(3_000_000).map((_, index) => 97 + (index % 26));
    const taken = await call('POST /attachments?name=long.txt', {
      token,
      raw,
      headers: { 'content-type': 'text/plain' },
    });
    expect(taken.json.size).toBe(raw.length);
    await call(`POST /conversations/${id}/messages`, {
      token,
      json: { kind: 'reply', body: 'All', attachments: [taken.json.id] },
    });
    const { url } = (await call(`GET /attachments/${taken.json.id}`, { token })).json;
    expect((await call(`GET ${url}`)).text === new TextDecoder().decode(raw)).toBe(true);
  });

  it('keeps files of hidden conversations and of other workspaces to itself', async () => {
    const { test, call, refused } = await story();
    const token = await test.tokenOf(test.mara);
    const { id, token: visitor } = await test.startChat('Hello');
    const taken = await call('POST /attachments?name=plan.txt', {
      token,
      raw: 'plan',
      headers: { 'content-type': 'text/plain' },
    });
    await call(`POST /conversations/${id}/messages`, {
      token,
      json: { kind: 'note', body: 'inside', attachments: [taken.json.id] },
    });
    await refused(`GET /attachments/${taken.json.id}`, { token: visitor }, notFound);
    await refused(`GET /attachments/${taken.json.id}`, { token: await test.tokenOf(test.stranger) }, notFound);
  });
}
