import type { AssignmentPolicy } from '../assignment/assignment-policy.ts';
import { refuseSchema, type SchemaRefusal } from '../attribute/refuse-schema.ts';
import { type Body, maxBodyLength } from '../message/body.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { readName } from './name.ts';
import type { SettingInvalid } from './widget-look.ts';
import { type Given, withoutAbsent } from './without-absent.ts';
import type { AutoAnswers, Workspace } from './workspace.ts';

type Replaced =
  | 'name'
  | 'isolation'
  | 'keepTimedSnoozes'
  | 'reopenWithinDays'
  | 'undoSeconds'
  | 'typicalReplyMinutes'
  | 'assignment'
  | 'retentionDays';

/** What is to be changed; absent keys stay, also those inside of `autoAnswers` and `attributes`. */
export type SettingsGiven = Given<Pick<Workspace, Replaced>> & {
  readonly autoAnswers?: Given<AutoAnswers> | undefined;
  readonly attributes?: Given<Workspace['attributes']> | undefined;
};

/** The least and the most of each number. */
const ranges = {
  reopenWithinDays: [0, 3_650],
  undoSeconds: [0, 60],
  typicalReplyMinutes: [1, 43_200],
  retentionDays: [1, 36_500],
} as const satisfies Partial<Record<Replaced, readonly [number, number]>>;

const mostOfLimit = 10_000;

/** The workspace with what was given, or the first value that cannot be. */
export function changeSettings(
  before: Workspace,
  given: SettingsGiven,
): Result<Workspace, SettingInvalid | SchemaRefusal> {
  const name = readName(given.name ?? before.name);
  if (name === undefined) return invalid('name');
  const number = (Object.keys(ranges) as (keyof typeof ranges)[]).find((key) => !isWithin(given[key], ranges[key]));
  if (number) return invalid(number);
  if (!isPolicy(given.assignment)) return invalid('assignment.limit');
  const { autoAnswers, attributes, ...replaced } = given;
  for (const key of ['acknowledgement', 'outOfHours'] as const) {
    if (!isSayable(autoAnswers?.[key])) return invalid(`autoAnswers.${key}`);
  }
  for (const key of ['conversation', 'contact'] as const) {
    const refusal = refuseSchema(attributes?.[key] ?? {});
    if (refusal) return refuse({ ...refusal, path: `attributes.${key}.${refusal.path}` });
  }
  return ok({
    ...before,
    ...withoutAbsent(replaced),
    name,
    autoAnswers: { ...before.autoAnswers, ...withoutAbsent(autoAnswers ?? {}) },
    attributes: { ...before.attributes, ...withoutAbsent(attributes ?? {}) },
  });
}

function invalid(path: string) {
  return refuse({ code: 'setting-invalid', path });
}

function isWithin(value: number | null | undefined, [least, most]: readonly [number, number]): boolean {
  if (value === undefined || value === null) return true;
  return Number.isInteger(value) && value >= least && value <= most;
}

export function isPolicy(policy: AssignmentPolicy | undefined): boolean {
  return !policy || policy.kind === 'manual' || isWithin(policy.limit, [1, mostOfLimit]);
}

function isSayable(body: Body | null | undefined): boolean {
  return !body || (body.text.trim() !== '' && body.text.length <= maxBodyLength);
}
