import { createSigner } from '@deskkit/core/api';
import { expect, it } from 'vitest';
import { readStream } from './event-reader.ts';
import { testSecret } from './open-test-api.ts';
import type { Story } from './story.ts';

/** Who does what right now, streams that end, and waiting for the log. */
export function presenceStories(story: Story): void {
  it('tells teammates who writes, and the visitor only that somebody answers', async () => {
    const { test, call, open, refused } = await story();
    const [mara, jonas] = [await test.tokenOf(test.mara), await test.tokenOf(test.jonas)];
    const { id, visitor, token } = await test.startChat('Hello');
    const stop = new AbortController();
    const streams = {
      jonas: readStream(await open('GET /events/stream', { token: jonas, signal: stop.signal })),
      visitor: readStream(await open('GET /widget/events/stream', { token, signal: stop.signal })),
    };
    for (const stream of Object.values(streams)) await stream.next();
    const who = { kind: 'teammate', id: test.mara.id };
    for (const doing of ['viewing', 'typing-note', 'typing-reply', 'left']) {
      const said = await call(`POST /conversations/${id}/presence`, { token: mara, json: { doing } });
      expect(said.json).toEqual({});
      const presence = { conversation: id, who, doing };
      expect((await streams.jonas.next())?.data).toMatchObject({ kind: 'presence', presence });
      if (doing !== 'typing-reply' && doing !== 'left') continue;
      const heard = await streams.visitor.next();
      expect(heard?.data).toEqual({ kind: 'typing', conversation: id, typing: doing === 'typing-reply' });
      expect(heard?.id).not.toMatch(/^\d+$/);
    }
    await call(`POST /widget/conversations/${id}/typing`, { token, json: {} });
    const contact = { kind: 'contact', id: visitor.contact };
    expect((await streams.jonas.next())?.data.presence).toEqual({
      conversation: id,
      who: contact,
      doing: 'typing-reply',
    });
    stop.abort();
    const { token: other } = await test.startChat('Hello');
    await refused(
      `POST /widget/conversations/${id}/typing`,
      { token: other, json: {} },
      { status: 404, code: 'not-found' },
    );
    await refused(
      `POST /conversations/${id}/presence`,
      { token: mara, json: { doing: 'dancing' } },
      { status: 400, code: 'malformed' },
    );
  });

  it('ends the stream of a teammate whose rights change, behind the entry that says so', async () => {
    const { test, call, open } = await story();
    const mara = await test.tokenOf(test.mara);
    const token = await test.tokenOf(test.jonas);
    const stream = readStream(await open('GET /events/stream', { token, signal: new AbortController().signal }));
    await stream.next();
    await call(`PATCH /teammates/${test.jonas.id}`, { token: mara, json: { role: 'admin' } });
    await test.startChat('Later');
    expect((await stream.next())?.data.event).toMatchObject({ type: 'teammate-changed' });
    expect((await stream.next())?.data.event).toMatchObject({ type: 'access-changed', teammate: test.jonas.id });
    expect(await stream.next()).toMatchObject({ event: 'end' });
    expect(await stream.next()).toBeUndefined();
  });

  it('holds a request for the log until there is something, and gives what is there at once', async () => {
    const { test, call } = await story();
    const token = await test.tokenOf(test.mara);
    const after = await test.position();
    const waiting = call(`GET /events?after=${after}&wait=25`, { token });
    await test.startChat('Now');
    const { json } = await waiting;
    expect(json.items.length).toBeGreaterThan(0);
    expect(json.position).toBeGreaterThan(after);
    expect((await call(`GET /events?after=${after}&wait=25&limit=1`, { token })).json).toMatchObject({
      position: after + 1,
    });
    expect((await call(`GET /events?after=${after}&wait=26`, { token })).status).toBe(400);
  });

  it('says that a log is gone which is shorter than the position, or never gave it', async () => {
    const { test, refused } = await story();
    const token = await test.tokenOf(test.mara);
    const gone = { status: 410, code: 'events-gone' };
    const beyond = (await test.position()) + 100;
    await refused(`GET /events?after=${beyond}`, { token }, gone);
    await refused(`GET /events?after=${beyond}&wait=25`, { token }, gone);
    await refused(`GET /events/stream?after=${beyond}`, { token }, gone);
    await refused('GET /events/stream', { token, headers: { 'last-event-id': String(beyond) } }, gone);
    const { token: visitor } = await test.startChat('Hello');
    const sealed = await createSigner(testSecret).seal(test.workspace.id, beyond);
    for (const position of ['17', 'AAAA', sealed, await createSigner('another secret').seal(test.workspace.id, 1)]) {
      await refused(`GET /widget/events/stream?after=${position}`, { token: visitor }, gone);
    }
  });
}
