import { type Action, can } from '../access/can.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import type { RowKind, RowOf, RowRef } from '../storage/row.ts';
import type { Call } from './operation.ts';

/** The first row of a kind that a request wrote, as it stands now, for the repeat of who still may do the same. */
export async function wroteRow<Kind extends RowKind>(
  wrote: readonly RowRef[],
  { desk, actor }: Pick<Call, 'desk' | 'actor'>,
  { kind, action }: { readonly kind: Kind; readonly action: Action },
): Promise<Result<RowOf[Kind]>> {
  if (!can(actor, action)) return refuse({ code: 'forbidden' });
  const id = wrote.find((ref) => ref.kind === kind)?.id;
  const [row] = id ? await desk.parts.storage.find(actor.workspace, kind, [id]) : [];
  return row ? ok(row) : refuse({ code: 'not-found' });
}
