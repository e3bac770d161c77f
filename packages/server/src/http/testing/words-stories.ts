import { expect, it } from 'vitest';
import type { Story } from './story.ts';

const notFound = { status: 404, code: 'not-found' };
const forbidden = { status: 403, code: 'forbidden' };

/** Tags, saved replies and saved views. */
export function wordsStories(story: Story): void {
  it('keeps tags: admins make, change and delete them, members read them', async () => {
    const { test, call, refused } = await story();
    const [mara, jonas] = [await test.tokenOf(test.mara), await test.tokenOf(test.jonas)];
    const made = await call('POST /tags', { token: mara, json: { name: 'Refund', colour: '#B45309' } });
    expect(made).toMatchObject({ status: 201, json: { version: 1, name: 'Refund', colour: '#b45309' } });
    const at = `/tags/${made.json.id}`;
    const taken = await refused(
      'POST /tags',
      { token: mara, json: { name: 'REFUND' } },
      { status: 409, code: 'tag-taken' },
    );
    expect(taken.json.path).toBe('name');
    const invalid = { status: 400, code: 'colour-invalid' };
    await refused(`PATCH ${at}`, { token: mara, json: { colour: 'red' } }, invalid);
    await refused('POST /tags', { token: jonas, json: { name: 'Mine' } }, forbidden);
    await refused(`PATCH ${at}`, { token: jonas, json: { name: 'Mine' } }, forbidden);
    await refused(`DELETE ${at}`, { token: jonas }, forbidden);
    const changed = await call(`PATCH ${at}`, { token: mara, json: { name: 'Money back' } });
    expect(changed).toMatchObject({ status: 200, json: { version: 2, name: 'Money back' } });
    const listed = await call('GET /tags', { token: jonas });
    expect(listed.json).toEqual({ items: [changed.json] });
    expect(listed.headers.get('deskkit-seq')).toBe(String(await test.position()));
    expect(await call(`DELETE ${at}`, { token: mara })).toMatchObject({ status: 200, json: changed.json });
    await refused(`DELETE ${at}`, { token: mara }, notFound);
    await refused(`PATCH ${at}`, { token: mara, json: {} }, notFound);
  });

  it('keeps words apart by workspace', async () => {
    const { test, call, refused } = await story();
    const [token, stranger] = [await test.tokenOf(test.mara), await test.tokenOf(test.stranger)];
    const { json: tag } = await call('POST /tags', { token, json: { name: 'Refund' } });
    await refused(`DELETE /tags/${tag.id}`, { token: stranger }, notFound);
    expect((await call('POST /tags', { token: stranger, json: { name: 'Refund' } })).status).toBe(201);
    expect((await call('GET /tags', { token })).json.items).toHaveLength(1);
  });

  it('makes one thing of a POST that comes twice with its key', async () => {
    const { test, call, refused } = await story();
    const token = await test.tokenOf(test.mara);
    const body = { format: 'text', text: 'On its way' };
    const posts: readonly (readonly [string, object, object])[] = [
      ['/tags', { name: 'Refund' }, { name: 'Bug' }],
      ['/saved-replies', { name: 'Way', shortcut: 'way', body }, { name: 'Other', body }],
      ['/saved-views', { name: 'Mine', folder: 'me' }, { name: 'Ours', folder: 'me', shared: true }],
      ['/contacts', { name: 'Lou' }, { name: 'Lee' }],
      ['/suppressions', { address: 'lou@x.org' }, { address: 'lee@x.org' }],
      ['/settings/addresses', { address: 'lou@shop.example' }, { address: 'lee@shop.example' }],
    ];
    for (const [path, json, other] of posts) {
      const headers = { 'idempotency-key': path };
      const first = await call(`POST ${path}`, { token, json, headers });
      expect([path, first.status]).toEqual([path, 201]);
      const again = await call(`POST ${path}`, { token, json, headers });
      expect([again.status, again.json]).toEqual([201, first.json]);
      const reused = { status: 422, code: 'idempotency-key-reused' };
      await refused(`POST ${path}`, { token, json: other, headers }, reused);
      const listed = await call(`GET ${path}`, { token });
      expect([path, listed.json.items.length]).toEqual([path, 1]);
    }
  });

  it('keeps saved replies, and says what is wrong with one', async () => {
    const { test, call, refused } = await story();
    const token = await test.tokenOf(test.mara);
    const body = { format: 'markdown', text: 'Hi {{contact.name}}' };
    const made = await call('POST /saved-replies', { token, json: { name: 'Hi', shortcut: 'Hi', body } });
    expect(made).toMatchObject({ status: 201, json: { shortcut: 'hi', body } });
    const at = `/saved-replies/${made.json.id}`;
    const cases: readonly (readonly [object, string, string])[] = [
      [{ shortcut: 'two words' }, 'shortcut-invalid', 'shortcut'],
      [{ body: { format: 'text', text: ' ' } }, 'body-empty', 'body'],
      [{ body: { format: 'html', text: 'x' } }, 'malformed', 'body.format'],
      [{ body: { ...body, html: '' } }, 'malformed', 'body.html'],
      [{ name: '' }, 'name-invalid', 'name'],
    ];
    for (const [json, code, path] of cases) {
      expect((await refused(`PATCH ${at}`, { token, json }, { status: 400, code })).json.path).toBe(path);
    }
    const taken = { status: 409, code: 'shortcut-taken' };
    await refused('POST /saved-replies', { token, json: { name: 'x', shortcut: 'HI', body } }, taken);
    expect((await call(`PATCH ${at}`, { token, json: { shortcut: null } })).json.shortcut).toBeNull();
    expect((await call(`DELETE ${at}`, { token })).status).toBe(200);
    expect((await call('GET /saved-replies', { token })).json).toEqual({ items: [] });
  });

  it('keeps each teammate’s views from the others, and shared ones for all', async () => {
    const { test, call, refused } = await story();
    const [mara, jonas] = [await test.tokenOf(test.mara), await test.tokenOf(test.jonas)];
    const own = await call('POST /saved-views', { token: jonas, json: { name: 'Mine', folder: 'me' } });
    expect(own).toMatchObject({ status: 201, json: { shared: false, sort: 'newest', status: null } });
    expect(own.json.owner).toBeUndefined();
    const shared = { name: 'Ours', folder: 'spam', shared: true };
    await refused('POST /saved-views', { token: jonas, json: shared }, forbidden);
    const ours = await call('POST /saved-views', { token: mara, json: shared });
    await refused(`PATCH /saved-views/${own.json.id}`, { token: mara, json: { name: 'x' } }, notFound);
    await refused(`DELETE /saved-views/${ours.json.id}`, { token: jonas }, forbidden);
    const status = { status: 400, code: 'view-invalid' };
    const wrong = await refused(
      `PATCH /saved-views/${ours.json.id}`,
      { token: mara, json: { status: 'open' } },
      status,
    );
    expect(wrong.json.path).toBe('status');
    const names = async (token: string) =>
      (await call('GET /saved-views', { token })).json.items.map(({ name }: { name: string }) => name).sort();
    expect([await names(mara), await names(jonas)]).toEqual([['Ours'], ['Mine', 'Ours']]);
  });
}
