import type { z } from 'zod';
import type { Desk } from '../desk.ts';
import type { Actor } from '../people/actor.ts';
import type { Refusal, Result } from '../shared/result.ts';
import type { RowRef } from '../storage/row.ts';
import type { Signer } from './signer.ts';
import type { Tokens } from './tokens.ts';

/** What a handler works with besides its input: no request, no response. */
export interface Call<A = Actor> {
  readonly desk: Desk;
  readonly actor: A;
  readonly tokens: Tokens;
  readonly signer: Signer;
  /** Aborted when the caller is gone or its token has run out. */
  readonly stop: AbortSignal;
  /** The bytes that the caller sent, for operations that take them raw. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** `content-type` as sent, in lower case and without parameters; empty when absent. */
  readonly contentType: string;
  /** The page that the caller's browser says it calls from. */
  readonly origin: string | undefined;
  readonly publicUrl: string | undefined;
}

type Shape = z.ZodObject | undefined;

export type Caller = 'teammate' | 'integrator' | 'visitor' | 'host';

interface ActorOf {
  teammate: Extract<Actor, { kind: 'teammate' }>;
  integrator: Extract<Actor, { kind: 'integrator' }>;
  visitor: Extract<Actor, { kind: 'visitor' }>;
  host: Extract<Actor, { kind: 'host' }>;
}

/** What an operation is, apart from what it does. */
interface Described {
  readonly summary: string;
  /** `raw`: the body goes to the handler as bytes. */
  readonly takes?: 'json' | 'raw';
  /** `stream`: server-sent events. `file`: bytes. */
  readonly gives?: 'json' | 'stream' | 'file';
  readonly status?: 200 | 201;
  /** `desk`: about no workspace, or about the one in the path; a host names none in its header. */
  readonly within?: 'workspace' | 'desk';
  /** The refusals beyond those that any operation may have. */
  readonly refusals: readonly string[];
}

/** One API operation, and everything about it: routes, documents, client and checks are made from this value. */
export interface Operation<
  Path extends Shape,
  Query extends Shape,
  Body extends Shape,
  Output extends z.ZodType,
  Who extends Caller,
> extends Described {
  /** Who may call at all; what they may do is the gate's. Nobody in particular when empty. */
  readonly callers: readonly Who[];
  readonly path?: Path;
  readonly query?: Query;
  readonly body?: Body;
  readonly output: Output;
  readonly handle: (
    input: Parsed<Path> & Parsed<Query> & Parsed<Body>,
    call: Call<[Who] extends [never] ? null : ActorOf[Who]>,
  ) => Promise<Result<z.input<Output>, Refusal>>;
  /** The answer to a repeated `Idempotency-Key`, from what the first call wrote. Without it the key is refused. */
  readonly again?: (
    wrote: readonly RowRef[],
    call: Call<[Who] extends [never] ? null : ActorOf[Who]>,
  ) => Promise<Result<z.input<Output>, Refusal>>;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : unknown;
type Sent<S> = S extends z.ZodType ? z.input<S> : unknown;

/** Any operation, for code that works on all of them. */
export interface AnyOperation extends Described {
  readonly callers: readonly Caller[];
  readonly path?: Shape;
  readonly query?: Shape;
  readonly body?: Shape;
  readonly output: z.ZodType;
  // biome-ignore lint/suspicious/noExplicitAny: a handler's input is known to its own operation only
  readonly handle: (input: any, call: any) => Promise<Result<unknown, Refusal>>;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly again?: (wrote: readonly RowRef[], call: any) => Promise<Result<unknown, Refusal>>;
}

/** What a caller of the operation sends, path, query and body in one. */
export type SentTo<O> =
  O extends Operation<infer Path, infer Query, infer Body, z.ZodType, infer _Who>
    ? Sent<Path> & Sent<Query> & Sent<Body>
    : never;
/** What a caller gets back. */
export type GivenBy<O> = O extends { readonly output: infer Output extends z.ZodType } ? z.output<Output> : never;

export function operation<
  Output extends z.ZodType,
  Path extends Shape = undefined,
  Query extends Shape = undefined,
  Body extends Shape = undefined,
  const Who extends Caller = never,
>(definition: Operation<Path, Query, Body, Output, Who>): Operation<Path, Query, Body, Output, Who> {
  return definition;
}
