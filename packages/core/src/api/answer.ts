import type { Desk } from '../desk.ts';
import { ok, type Refusal, type Result, refuse } from '../shared/result.ts';
import { isStorageError } from '../storage/storage-error.ts';
import { chooseWorkspace, workspaceHeader } from './choose-workspace.ts';
import { contract } from './contract.ts';
import { type FileAnswer, file, json, problem, stream } from './encode-response.ts';
import type { Sse } from './events.ts';
import type { ApiRequest, ApiResponse } from './exchange.ts';
import { findRoute } from './find-route.ts';
import { handleOnce } from './handle-once.ts';
import { openapi } from './openapi.ts';
import type { AnyOperation } from './operation.ts';
import { readInput } from './read-input.ts';
import type { Signer } from './signer.ts';
import type { Authenticated, Tokens } from './tokens.ts';

/** What the API stands on. */
export interface ApiOptions {
  readonly desk: Desk;
  readonly tokens: Tokens;
  readonly signer: Signer;
  /** Where browsers reach the desk, without a `/` at the end; for the script that a host pastes. */
  readonly publicUrl?: string;
}

/** Answers one API request. Never rejects: what goes wrong is a problem document (RFC 9457). */
export async function answer(options: ApiOptions, request: ApiRequest): Promise<ApiResponse> {
  try {
    return withCors(await route(options, request));
  } catch (error) {
    if (isStorageError(error) && error.code === 'unavailable') {
      options.desk.parts.logger.error('Storage is unavailable', { error });
      return withCors(problem({ code: 'storage-unavailable' }, { 'retry-after': '2' }));
    }
    // Whoever went away in the middle of an upload has broken nothing.
    if (!request.stop.aborted) {
      options.desk.parts.logger.error('A request failed', { method: request.method, path: request.path, error });
    }
    return withCors(problem({ code: 'internal' }));
  }
}

async function route(options: ApiOptions, request: ApiRequest): Promise<ApiResponse> {
  if (!request.path.startsWith('/v1/')) return problem({ code: 'not-found' });
  const path = request.path.slice('/v1'.length);
  if (request.method === 'OPTIONS') return { status: 204, headers: preflight, body: null };
  if (request.method === 'GET' && path === '/openapi.json') return json(200, openapi());
  const found = findRoute(request.method === 'HEAD' ? 'GET' : request.method, path);
  if (found.kind === 'nothing') return problem({ code: 'not-found' });
  if (found.kind === 'other-method') return problem({ code: 'no-such-method' }, { allow: found.allow.join(', ') });

  const operation: AnyOperation = contract[found.name];
  const known = await authenticate(options, operation, request);
  if ('code' in known) return problem(known, { 'www-authenticate': 'Bearer' });
  const placed = known.actor
    ? await chooseWorkspace(options.desk, operation, known, request.header(workspaceHeader))
    : ok(known);
  if (!placed.ok) return problem(placed.refusal);
  const caller = placed.value;
  const input = await readInput(operation, request, found.path);
  if (!input.ok) return problem(input.refusal);
  const resumed = resume(operation, request, input.value);
  return resumed.ok ? perform(options, operation, request, caller, resumed.value) : problem(resumed.refusal);
}

async function authenticate(
  { tokens }: ApiOptions,
  operation: AnyOperation,
  request: ApiRequest,
): Promise<Authenticated | { readonly actor: null; readonly expiresAt: null } | Refusal> {
  if (operation.callers.length === 0) return { actor: null, expiresAt: null };
  const token = /^Bearer +(\S+)$/i.exec(request.header('authorization') ?? '')?.[1];
  if (!token) return { code: 'no-token' };
  const caller = await tokens.check(token);
  if (!caller || caller.actor.kind === 'system') return { code: 'bad-token' };
  return operation.callers.includes(caller.actor.kind) ? caller : { code: 'forbidden' };
}

async function perform(
  options: ApiOptions,
  operation: AnyOperation,
  request: ApiRequest,
  { actor, expiresAt }: Authenticated | { readonly actor: null; readonly expiresAt: null },
  input: Record<string, unknown>,
): Promise<ApiResponse> {
  const { desk, tokens, signer, publicUrl } = options;
  const isRead = request.method === 'GET' && actor !== null && operation.gives === undefined;
  // Before the rows: a stream that starts here misses nothing.
  const position = isRead ? await desk.parts.storage.position(actor.workspace) : undefined;
  const stop = new AbortController();
  const end = () => stop.abort();
  if (request.stop.aborted) end();
  request.stop.addEventListener('abort', end, { once: true });
  const contentType = (request.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const page = { origin: request.header('origin'), publicUrl };
  const call = { desk, actor, tokens, signer, stop: stop.signal, bytes: request.bytes, contentType, ...page };

  const key = request.method === 'POST' ? request.header('idempotency-key') : undefined;
  const result = key ? await handleOnce(operation, input, call, key) : await operation.handle(input, call);
  if (!result.ok) return problem(result.refusal);
  if (operation.gives === 'file') return file(result.value as FileAnswer);
  if (operation.gives === 'stream') {
    const left = expiresAt ? Math.max(0, Date.parse(expiresAt) - Date.parse(desk.parts.clock.now())) : undefined;
    return stream(result.value as AsyncIterable<Sse>, { end, left, stop: stop.signal });
  }
  const headers: Record<string, string> = {};
  if (position !== undefined && actor) {
    headers['deskkit-seq'] = actor.kind === 'visitor' ? await signer.seal(actor.workspace, position) : String(position);
  }
  return json(operation.status ?? 200, result.value, headers);
}

/** A stream that broke off goes on where `Last-Event-ID` says (WHATWG HTML, server-sent events). */
function resume(
  operation: AnyOperation,
  request: ApiRequest,
  input: Record<string, unknown>,
): Result<Record<string, unknown>> {
  const last = operation.gives === 'stream' ? request.header('last-event-id') : undefined;
  if (!last) return ok(input);
  const after = operation.query?.shape.after?.safeParse(last);
  return after?.success ? ok({ ...input, after: after.data }) : refuse({ code: 'malformed', path: 'last-event-id' });
}

/** Any page may call: a token in a header is the only key, and no cookie is ever read. */
function withCors(response: ApiResponse): ApiResponse {
  const headers = {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'deskkit-seq, retry-after',
    'x-content-type-options': 'nosniff',
    ...response.headers,
  };
  return { ...response, headers };
}

const preflight = {
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'authorization, content-type, idempotency-key, last-event-id',
  'access-control-max-age': '86400',
};
