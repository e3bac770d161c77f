import type { z } from 'zod';
import type { Desk } from '../desk.ts';
import type { Actor } from '../people/actor.ts';
import type { Refusal, Result } from '../shared/result.ts';
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
}

type Shape = z.ZodObject;
type Parts = { readonly path: Shape; readonly query: Shape; readonly body: Shape };

export type Caller = 'teammate' | 'integrator' | 'visitor';

interface ActorOf {
  teammate: Extract<Actor, { kind: 'teammate' }>;
  integrator: Extract<Actor, { kind: 'integrator' }>;
  visitor: Extract<Actor, { kind: 'visitor' }>;
}

/** One API operation, and everything about it: routes, documents, client and checks are made from this value. */
export interface Operation<P extends Partial<Parts>, Output extends z.ZodType, Who extends Caller> {
  readonly summary: string;
  /** Who may call at all; what they may do is the gate's. Nobody in particular when empty. */
  readonly callers: readonly Who[];
  readonly path?: P['path'];
  readonly query?: P['query'];
  readonly body?: P['body'];
  /** `raw`: the body goes to the handler as bytes. */
  readonly takes?: 'json' | 'raw';
  /** `stream`: server-sent events. `file`: bytes. */
  readonly gives?: 'json' | 'stream' | 'file';
  readonly status?: 200 | 201;
  readonly output: Output;
  /** The refusals beyond those that any operation may have. */
  readonly refusals: readonly string[];
  readonly handle: (
    input: InputOf<P>,
    call: Call<[Who] extends [never] ? null : ActorOf[Who]>,
  ) => Promise<Result<OutputOf<Output>, Refusal>>;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : unknown;
type Sent<S> = S extends z.ZodType ? z.input<S> : unknown;
type InputOf<P extends Partial<Parts>> = Parsed<P['path']> & Parsed<P['query']> & Parsed<P['body']>;
type OutputOf<Output extends z.ZodType> = z.input<Output>;

/** Any operation, for code that works on all of them. */
// biome-ignore lint/suspicious/noExplicitAny: handlers are contravariant, so no other type holds them all
export type AnyOperation = Operation<any, any, any>;

/** What a caller of the operation sends, path, query and body in one. */
export type SentTo<O> = O extends Operation<infer P, z.ZodType, Caller> ? Sent<P['path']> & Sent<P['query']> & Sent<P['body']> : never;
/** What a caller gets back. */
export type GivenBy<O> = O extends { readonly output: infer Output extends z.ZodType } ? z.output<Output> : never;

export function operation<const P extends Partial<Parts>, Output extends z.ZodType, const Who extends Caller = never>(
  definition: Operation<P, Output, Who>,
): Operation<P, Output, Who> {
  return definition;
}
