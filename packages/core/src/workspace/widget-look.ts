import { ok, type Result, refuse } from '../shared/result.ts';
import { readColour } from './colour.ts';
import { readOrigin } from './origin.ts';
import type { WidgetLook } from './workspace.ts';

const maxGreeting = 500;
const maxOrigins = 100;

/** `path` leads to the bad value: `origins.2`. */
export interface SettingInvalid {
  readonly code: 'setting-invalid';
  readonly path: string;
}

/** How somebody wants the widget to be, as it is kept. */
export function readWidgetLook(given: WidgetLook): Result<WidgetLook, SettingInvalid> {
  const colour = readColour(given.colour);
  if (colour === undefined) return refuse({ code: 'setting-invalid', path: 'colour' });
  const greeting = given.greeting.trim();
  if (greeting.length > maxGreeting) return refuse({ code: 'setting-invalid', path: 'greeting' });
  if (given.origins.length > maxOrigins) return refuse({ code: 'setting-invalid', path: 'origins' });
  const wrong = given.origins.findIndex((origin) => readOrigin(origin) === undefined);
  if (wrong !== -1) return refuse({ code: 'setting-invalid', path: `origins.${wrong}` });
  return ok({ ...given, colour, greeting, origins: [...new Set(given.origins)] });
}

type SessionRefusal = { readonly code: 'identity-required' | 'origin-not-allowed' };

/** Why a page gets no session: it is not one of the host's, or says nothing of its user where the host wants that. */
export function refuseSession(
  look: WidgetLook,
  page: { readonly origin: string | undefined; readonly hasIdentity: boolean },
): SessionRefusal | undefined {
  const isOwn = look.origins.length === 0 || (page.origin !== undefined && look.origins.includes(page.origin));
  if (!isOwn) return { code: 'origin-not-allowed' };
  return look.identity === 'required' && !page.hasIdentity ? { code: 'identity-required' } : undefined;
}
