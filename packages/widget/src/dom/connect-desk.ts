import { ApiError, readServerSentEvents, type VisitorClient } from '@deskkit/core/client';

/** What the widget asks of the desk. */
export type DeskClient = Pick<
  VisitorClient,
  | 'getWidgetConfig'
  | 'openWidgetSession'
  | 'changeWidgetMe'
  | 'listWidgetConversations'
  | 'readWidgetMessages'
  | 'startWidgetConversation'
  | 'addWidgetMessage'
  | 'stream'
>;

interface Asking {
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

type Token = (ask: { readonly renew: boolean }) => Promise<string>;

/**
 * Asks the desk as `createVisitorClient` does, a test compares them, but carries only what the widget needs: it uploads
 * nothing here, and its outbox and its list try again by themselves.
 */
export function connectDesk(url: string, token?: Token): DeskClient {
  let held: string | undefined;

  async function reach(route: string, asking: Asking, renew = false): Promise<Response> {
    const [method = '', path] = route.split(' ');
    const { body, headers, signal } = asking;
    if (token && (renew || !held)) held = await token({ renew });
    const response = await fetch(url + path, {
      method,
      headers: {
        ...headers,
        ...(body && { 'content-type': 'application/json' }),
        ...(held && { authorization: `Bearer ${held}` }),
      },
      body: body ? JSON.stringify(body) : null,
      signal: signal ?? null,
    }).catch((cause) => {
      throw signal?.aborted ? cause : new ApiError(0, 'unreachable', {}, { cause });
    });
    if (response.status === 401 && token && !renew) return reach(route, asking, true);
    if (response.ok) return response;
    const problem: { code?: string } = await response.json().catch(() => ({}));
    throw new ApiError(response.status, problem.code ?? 'unexpected-answer', problem);
  }

  const ask = async (route: string, body?: object) => (await reach(route, body ? { body } : {})).json();
  const query = (values: Readonly<Record<string, string>>) => `?${new URLSearchParams(values)}`;
  const all = '/widget/conversations';

  return {
    getWidgetConfig: ({ key }) => ask(`GET /widget/config${query({ key })}`),
    openWidgetSession: (body) => ask('POST /widget/sessions', body),
    changeWidgetMe: (body = {}) => ask('PATCH /widget/me', body),
    listWidgetConversations: ({ limit } = {}) => ask(`GET ${all}${query({ limit: String(limit) })}`),
    readWidgetMessages: ({ conversation, cursor }) =>
      ask(`GET ${all}/${conversation}/messages${cursor ? query({ cursor }) : ''}`),
    startWidgetConversation: (body) => ask(`POST ${all}`, body),
    addWidgetMessage: ({ conversation, ...body }) => ask(`POST ${all}/${conversation}/messages`, body),
    async *stream(_name, after, { signal }) {
      const headers = { accept: 'text/event-stream', 'last-event-id': after };
      yield* readServerSentEvents(await reach('GET /widget/events/stream', { headers, signal }));
    },
  };
}
