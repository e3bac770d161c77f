import { describe, expect, it } from 'vitest';
import type { BusinessHours } from '../hours/business-hours.ts';
import type { Actor } from '../people/actor.ts';
import { openTestDesk } from '../testing/test-desk.ts';
import { defaultSettings } from '../workspace/default-settings.ts';

async function open() {
  const test = await openTestDesk();
  const { desk, workspace } = test;
  const { storage } = desk.parts;
  const start = await storage.position(workspace);
  return {
    ...test,
    row: async () => (await storage.find(workspace, 'workspace', [workspace]))[0],
    heard: async () =>
      (await storage.listEvents(workspace, { after: start, limit: 1_000 })).map((event) =>
        'what' in event ? event.what : event.type,
      ),
  };
}

const day = [{ from: '09:00', to: '17:00' }];
const hours: BusinessHours = {
  timeZone: 'Europe/Lisbon',
  week: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: [], sunday: [] },
  holidays: [],
};

describe('settings', () => {
  it('are changed, and everybody hears which part', async () => {
    const { desk, owner, row, heard } = await open();
    await desk.as(owner).changeSettings({ name: 'Acme', undoSeconds: 30 });
    await desk.as(owner).changeHours(hours);
    await desk.as(owner).changeWidget({ ...defaultSettings.widget, colour: '#ABCDEF' });
    expect(await desk.as(owner).readSettings()).toEqual(await row());
    expect(await row()).toMatchObject({
      version: 4,
      name: 'Acme',
      undoSeconds: 30,
      hours,
      widget: { colour: '#abcdef' },
    });
    await desk.as(owner).changeHours(null);
    expect((await row())?.hours).toBeNull();
    expect(await heard()).toEqual(['workspace', 'hours', 'widget', 'hours']);
  });

  it('that stay as they are make no noise', async () => {
    const { desk, owner, row, heard } = await open();
    await desk.as(owner).changeSettings({});
    await desk.as(owner).changeSettings({ name: 'Example', isolation: 'on' });
    await desk.as(owner).changeHours(null);
    await desk.as(owner).changeWidget(defaultSettings.widget);
    expect([(await row())?.version, await heard()]).toEqual([1, []]);
  });

  it('end every stream when isolation is switched, and only then', async () => {
    const { desk, owner, heard } = await open();
    await desk.as(owner).changeSettings({ isolation: 'off', name: 'Acme' });
    await desk.as(owner).changeSettings({ isolation: 'off', name: 'Example' });
    await desk.as(owner).changeSettings({ isolation: 'on' });
    expect(await heard()).toEqual(['workspace', 'access-changed', 'workspace', 'workspace', 'access-changed']);
  });

  it('keep both of two changes at once', async () => {
    const { desk, owner, row } = await open();
    await Promise.all([
      desk.as(owner).changeSettings({ name: 'Acme' }),
      desk.as(owner).changeSettings({ undoSeconds: 5 }),
      desk.as(owner).changeHours(hours),
    ]);
    expect(await row()).toMatchObject({ version: 4, name: 'Acme', undoSeconds: 5, hours });
  });

  it('refuse what cannot be, at its place', async () => {
    const { desk, owner, heard } = await open();
    const acts = desk.attempt(owner);
    const wrong = { ...hours, week: { ...hours.week, monday: [{ from: '9', to: '17:00' }] } };
    expect(await acts.changeSettings({ undoSeconds: 61 })).toMatchObject({
      refusal: { code: 'setting-invalid', path: 'undoSeconds' },
    });
    expect(await acts.changeHours(wrong)).toMatchObject({
      refusal: { code: 'hours-invalid', path: 'week.monday.0.from' },
    });
    expect(await acts.changeWidget({ ...defaultSettings.widget, colour: 'red' })).toMatchObject({
      refusal: { code: 'setting-invalid', path: 'colour' },
    });
    expect(await heard()).toEqual([]);
  });

  it('are for admins, integrators of settings and the host', async () => {
    const { desk, owner, admin, ana, workspace, visitor } = await open();
    const id = desk.parts.newId('api-key');
    const actors: readonly (readonly [Actor, boolean, boolean])[] = [
      [owner, true, true],
      [admin, true, true],
      [ana, false, false],
      [{ kind: 'integrator', workspace, id, scopes: ['settings:read'] }, true, false],
      [{ kind: 'integrator', workspace, id, scopes: ['settings:write'] }, false, true],
      [{ kind: 'host', workspace, id }, true, true],
      [await visitor(), false, false],
    ];
    for (const [actor, reads, writes] of actors) {
      const acts = desk.attempt(actor);
      const done = [
        await acts.readSettings(),
        await acts.changeSettings({}),
        await acts.changeHours(null),
        await acts.changeWidget(defaultSettings.widget),
      ];
      expect([actor.kind, ...done.map(({ ok }) => ok)]).toEqual([actor.kind, reads, writes, writes, writes]);
      for (const one of done) if (!one.ok) expect(one.refusal).toEqual({ code: 'forbidden' });
    }
  });
});
