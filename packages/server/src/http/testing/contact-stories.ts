import { expect, it } from 'vitest';
import type { Story } from './story.ts';

const notFound = { status: 404, code: 'not-found' };
const forbidden = { status: 403, code: 'forbidden' };
const malformed = { status: 400, code: 'malformed' };

/** Contacts, and what visitors say of themselves. */
export function contactStories(story: Story): void {
  it('pages through contacts, and finds them by a part of name or address', async () => {
    const { test, call, refused } = await story();
    const token = await test.tokenOf(test.mara);
    for (const name of ['Ann', 'Bob', 'Cid', 'Dan', 'Eve']) {
      const identities = [{ kind: 'email', value: `${name}@x.org` }];
      expect((await call('POST /contacts', { token, json: { name, identities } })).status).toBe(201);
    }
    const found: string[] = [];
    for (let cursor = ''; ; ) {
      const { json } = await call(`GET /contacts?limit=2${cursor}`, { token });
      found.push(...json.items.map(({ name }: { name: string }) => name));
      if (json.nextCursor === undefined) break;
      cursor = `&cursor=${json.nextCursor}`;
    }
    expect(found.sort()).toEqual(['Ann', 'Bob', 'Cid', 'Dan', 'Eve']);
    expect((await call('GET /contacts?q=CID%40', { token })).json.items).toMatchObject([{ name: 'Cid' }]);
    expect((await call('GET /contacts?q=%25', { token })).json.items).toEqual([]);
    for (const cursor of ['x!', '7', 'cnt_1', "'--"]) {
      const { json } = await refused(`GET /contacts?cursor=${encodeURIComponent(cursor)}`, { token }, malformed);
      expect(json.path).toBe('cursor');
    }
  });

  it('shows a member the contacts of the conversations that it sees, and no others', async () => {
    const { test, call, refused } = await story();
    const [mara, jonas] = [await test.tokenOf(test.mara), await test.tokenOf(test.jonas)];
    const [open, hidden] = [await test.startChat('Hello'), await test.startChat('Hello')];
    const team = await test.desk.addTeam(test.workspace.id, { name: 'Shop', handle: 'shop' });
    await call(`PUT /conversations/${hidden.id}/assignee`, { token: mara, json: { team: team.id } });
    const { json } = await call('GET /contacts', { token: jonas });
    expect(json.items.map(({ id }: { id: string }) => id)).toEqual([open.visitor.contact]);
    await refused(`GET /contacts/${hidden.visitor.contact}`, { token: jonas }, notFound);
    await refused(`PATCH /contacts/${hidden.visitor.contact}`, { token: jonas, json: { name: 'x' } }, notFound);
    const changed = await call(`PATCH /contacts/${open.visitor.contact}`, { token: jonas, json: { name: 'Kim' } });
    expect(changed).toMatchObject({ status: 200, json: { name: 'Kim', version: 2 } });
    expect((await call('GET /contacts', { token: mara })).json.items).toHaveLength(2);
    await refused('GET /contacts', { token: open.token }, forbidden);
  });

  it('keeps attributes by the schema of the settings', async () => {
    const { test, call, refused } = await story();
    const token = await test.tokenOf(test.mara);
    const contact = { plan: { type: 'choice', options: ['free', 'pro'] }, seats: { type: 'number', min: 1 } };
    expect((await call('PATCH /settings', { token, json: { attributes: { contact } } })).status).toBe(200);
    const made = await call('POST /contacts', { token, json: { attributes: { plan: 'pro', seats: 3 } } });
    expect(made).toMatchObject({ status: 201, json: { attributes: { plan: 'pro', seats: 3 } } });
    const at = `PATCH /contacts/${made.json.id}`;
    const invalid = { status: 400, code: 'attribute-invalid' };
    for (const [key, value] of [
      ['plan', 'gold'],
      ['seats', 0],
      ['age', 7],
    ]) {
      const refusal = await refused(at, { token, json: { attributes: { [String(key)]: value } } }, invalid);
      expect(refusal.json.path).toBe(`attributes.${key}`);
    }
    await refused(at, { token, json: { attributes: { plan: ['pro'] } } }, malformed);
    expect((await call(at, { token, json: { attributes: { plan: null } } })).json.attributes).toEqual({ seats: 3 });
  });

  it('merges contacts once, and answers for the merged one with where it went', async () => {
    const { test, call, refused } = await story();
    const [token, jonas] = [await test.tokenOf(test.mara), await test.tokenOf(test.jonas)];
    const { visitor, token: session } = await test.startChat('Hello');
    const { json: into } = await call('POST /contacts', { token, json: { name: 'Kim' } });
    const route = `POST /contacts/${visitor.contact}/merge`;
    await refused(route, { token: jonas, json: { into: into.id } }, forbidden);
    await refused(route, { token, json: { into: visitor.contact } }, { status: 400, code: 'merge-into-itself' });
    const unknown = test.desk.parts.newId('contact');
    await refused(route, { token, json: { into: unknown } }, { status: 400, code: 'contact-unknown' });
    const sending = { token, json: { into: into.id }, headers: { 'idempotency-key': 'once' } };
    const merged = await call(route, sending);
    expect(merged).toMatchObject({ status: 200, json: { id: into.id, version: 2, mergedInto: null } });
    expect(await call(route, sending)).toMatchObject({ status: 200, json: merged.json });
    const pointer = await call(`GET /contacts/${visitor.contact}`, { token });
    expect(pointer).toMatchObject({ status: 200, json: { mergedInto: into.id } });
    const gone = { status: 409, code: 'contact-merged' };
    const change = { token, json: { name: 'x' } };
    expect((await refused(`PATCH /contacts/${visitor.contact}`, change, gone)).json.into).toBe(into.id);
    // The old session speaks for the contact that stays, and sees what it saw.
    await call('PATCH /widget/me', { token: session, json: { email: 'kim@x.org' } });
    expect((await call(`GET /contacts/${into.id}`, { token })).json.identities).toHaveLength(1);
    expect((await call('GET /widget/conversations', { token: session })).json.items).toHaveLength(1);
  });

  it('takes a visitor’s word for its name and address, and tells it nothing of others', async () => {
    const { test, call, refused } = await story();
    const token = await test.tokenOf(test.mara);
    const identities = [{ kind: 'email', value: 'lou@x.org' }];
    await call('POST /contacts', { token, json: { name: 'Lou', identities } });
    const taken = { status: 409, code: 'identity-taken' };
    await refused('POST /contacts', { token, json: { identities } }, taken);
    const { visitor, token: session } = await test.startChat('Hello');
    const me = await call('PATCH /widget/me', { token: session, json: { name: 'Kim', email: ' LOU@x.org' } });
    expect(me).toMatchObject({ status: 200, json: { name: 'Kim', email: 'lou@x.org' } });
    const { json } = await call(`GET /contacts/${visitor.contact}`, { token });
    expect(json.identities).toEqual([{ kind: 'email', value: 'lou@x.org', proof: 'claimed' }]);
    const invalid = { status: 400, code: 'address-invalid' };
    const refusal = await refused('PATCH /widget/me', { token: session, json: { email: 'lou' } }, invalid);
    expect(refusal.json.path).toBe('email');
    await refused('PATCH /widget/me', { token, json: { name: 'x' } }, forbidden);
    await refused('PATCH /widget/me', { token: session, json: { contact: visitor.contact } }, malformed);
  });
}
