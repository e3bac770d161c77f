import { http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClient } from '../client/api-client.ts';
import { createMockDesk, type MockDesk } from './mock-desk.ts';

let mock: MockDesk;
const server = setupServer();

beforeAll(async () => {
  mock = await createMockDesk();
  server.use(http.all('https://desk.test/v1/*', ({ request }) => mock.handle(request)));
  server.listen({ onUnhandledRequest: 'error' });
});
afterAll(() => server.close());

it('answers a user interface through MSW as a real desk would', async () => {
  const url = 'https://desk.test/v1';
  const ines = await mock.desk.addTeammate(mock.workspace.id, {
    externalId: 'ines',
    name: 'Ines',
    handle: 'ines',
    role: 'owner',
  });
  const { token } = await createClient({ url }).openWidgetSession({ key: mock.workspace.widgetKey });
  const { conversation } = await createClient({ url, token }).startWidgetConversation({ body: 'Hello' });
  const inbox = createClient({ url, token: mock.tokenOf(mock.actorOf(ines)) });
  expect((await inbox.listConversations({ folder: 'unassigned' })).items.map(({ id }) => id)).toEqual([
    conversation.id,
  ]);
  await inbox.closeConversation({ conversation: conversation.id });
  await expect(inbox.snoozeConversation({ conversation: conversation.id, until: 'next-reply' })).rejects.toMatchObject({
    status: 409,
    code: 'conversation-closed',
  });
});

it('takes no token that it did not give', async () => {
  const stranger = createClient({ url: 'https://desk.test/v1', token: '%%%' });
  await expect(stranger.listFolders()).rejects.toMatchObject({ status: 401, code: 'bad-token' });
});
