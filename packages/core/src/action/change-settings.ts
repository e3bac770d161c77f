import type { SchemaRefusal } from '../attribute/refuse-schema.ts';
import type { BusinessHours } from '../hours/business-hours.ts';
import { type HoursRefusal, refuseHours } from '../hours/refuse-hours.ts';
import type { Actor } from '../people/actor.ts';
import { ok, type Refusal, type Result, refuse } from '../shared/result.ts';
import { changeSettings as decideSettings, type SettingsGiven } from '../workspace/change-settings.ts';
import { readWidgetLook, type SettingInvalid } from '../workspace/widget-look.ts';
import type { WidgetLook, Workspace } from '../workspace/workspace.ts';
import { changeWorkspace } from './change-workspace.ts';
import type { Forbidden, NotFound } from './gate.ts';
import type { Parts } from './parts.ts';

type Changed<R extends Refusal> = Promise<Result<Workspace, NotFound | Forbidden | R>>;

/** Changes what is given. Whoever switches isolation ends every stream: what was seen so may be hidden now. */
export function changeSettings(
  parts: Parts,
  actor: Actor,
  given: SettingsGiven,
): Changed<SettingInvalid | SchemaRefusal> {
  return changeWorkspace(parts, actor, 'workspace', (before) => decideSettings(before, given));
}

/** Sets when the team works; `null`: always. */
export function changeHours(parts: Parts, actor: Actor, hours: BusinessHours | null): Changed<HoursRefusal> {
  return changeWorkspace(parts, actor, 'hours', (before): Result<Workspace, HoursRefusal> => {
    const refusal = hours ? refuseHours(hours) : undefined;
    return refusal ? refuse(refusal) : ok({ ...before, hours });
  });
}

/** Sets how the widget looks and whom it lets write. */
export function changeWidget(parts: Parts, actor: Actor, look: WidgetLook): Changed<SettingInvalid> {
  return changeWorkspace(parts, actor, 'widget', (before) => {
    const read = readWidgetLook(look);
    return read.ok ? ok({ ...before, widget: read.value }) : read;
  });
}
