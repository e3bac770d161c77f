import type { ReadMail } from './read-mail.ts';

/** The local part of addresses that only a mail server writes from. */
const daemons = /^(?:mailer[-_.]?daemon|maildaemon|mail[-_.]daemon|mdaemon|bounce[-_.]?daemon)\b/;

/** Local parts that a mail server writes from, and sometimes its administrator. */
const administrators =
  /^(?:post[-_.]?master|mail[-_.]?(?:admin|system|delivery|administrator|server)|mmdf|uucp|smtp|mta|exchange|microsoftexchange[0-9a-f]{0,40}|(?:mail-?)?delivery(?:[-_.](?:status|failure|report|subsystem))?|bounces?|failure[-_.]?notice|virus|(?:.{1,40}-)?(?:admin|owner|request|bounces?)|owner-.{1,40}|majordomo|listserv|mailman|sympa)$/;

/** Local parts that nobody reads. They send forms' real requests too. */
const unattended =
  /^(?:(?:do[-_.]?)?not?[-_.]?reply|nepasrepondre|ne[-_.]pas[-_.]repondre|noresponder|no[-_.]responder|keine[-_.]?antwort|nao[-_.]?responda|auto(?:reply|responder|mailer)?|notifications?)(?:$|[-_.+])/;

const systemNames =
  /^(?:mail delivery (?:sub-?system|system|service|agent|failure)|mail (?:system|daemon|administrator|router)|mailer[- ]daemon|post ?master|(?:internet )?mail delivery|delivery (?:status notification|subsystem|failure)|system administrator|systemadministrator|administrador del sistema|administrateur (?:du )?syst[eè]me|microsoft (?:exchange|outlook)|message transport system|bounce notification)\b/u;

/** How much a sender says about who writes: a server, perhaps its administrator, nobody who reads, or a person. */
export function senderKind({ from, headers }: ReadMail): 'daemon' | 'administrator' | 'unattended' | 'person' {
  if (daemons.test(from.local)) return 'daemon';
  if (headers.first('from') !== undefined && from.local === '' && from.name === '') return 'daemon';
  if (administrators.test(from.local) || systemNames.test(from.name)) return 'administrator';
  return unattended.test(from.local) ? 'unattended' : 'person';
}
