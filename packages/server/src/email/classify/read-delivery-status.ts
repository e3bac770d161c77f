import type { MailHeaders } from '../inbound/mail-headers.ts';
import { addressesIn, type BounceAction, type Finding } from './bounce.ts';
import { readReason } from './bounce-reasons.ts';
import { decodeWords } from './decode-words.ts';
import { classOfDigit, statusCodesIn } from './status-codes.ts';
import { textOfPart } from './text-of-part.ts';
import { type MailPart, readHeaders } from './walk-mail.ts';

export interface DeliveryStatus {
  readonly finding: Finding;
  readonly recipients: readonly string[];
}

const mostGroups = 500;
const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;

/** Reads the fields of message/delivery-status (RFC 3464 §2); what failed counts before what is delayed or arrived. */
export function readDeliveryStatus(part: MailPart): DeliveryStatus | undefined {
  const groups = textOfPart(part)
    .split(/\n[ \t]*\n/, mostGroups)
    .map(readHeaders)
    .filter((fields) => ['action', 'status', 'final-recipient', 'diagnostic-code'].some((name) => fields.first(name)));
  const found = groups.map((fields) => ({ fields, action: actionOf(fields) }));
  const ofMost =
    found.find(({ action }) => action === 'failed') ??
    found.find(({ action }) => action === 'delayed') ??
    found.find(({ fields }) => fields.first('status') !== undefined) ??
    found[0];
  if (!ofMost) return undefined;
  const isAsBad = (action: BounceAction | undefined) => action === ofMost.action;
  return {
    finding: findingOf(ofMost.fields, ofMost.action),
    recipients: found.filter(({ action }) => isAsBad(action)).flatMap(({ fields }) => recipientOf(fields)),
  };
}

function findingOf(fields: MailHeaders, action: BounceAction | undefined): Finding {
  const stated = fields.first('status') ?? '';
  const status = /(?<!\d)[245]\.\d{1,3}\.\d{1,3}(?!\d)/.exec(stated)?.[0];
  const reason = reasonOf(fields);
  const said = statusCodesIn(reason ?? '');
  const base = { action, reason };
  if (status?.startsWith('2.')) {
    return { ...base, action: action ?? 'delivered', status, statusClass: undefined, rule: 'delivery-status' };
  }
  if (status !== undefined && !status.endsWith('.0.0')) {
    return { ...base, status, statusClass: classOfDigit(status[0]), rule: 'delivery-status' };
  }
  if (said.status !== undefined && !said.status.endsWith('.0.0')) {
    return { ...base, ...said, rule: 'delivery-status-diagnostic' };
  }
  const statusClass = classOfDigit(status?.[0]) ?? said.statusClass ?? statusCodesIn(stated).statusClass;
  const worded = reason === undefined ? undefined : readReason(reason);
  if (statusClass === undefined && worded) {
    return { ...base, status: worded.status, statusClass: classOfDigit(worded.status[0]), rule: worded.name };
  }
  const ofAction = action === 'failed' ? 5 : action === 'delayed' ? 4 : undefined;
  return { ...base, status: status ?? said.status, statusClass: statusClass ?? ofAction, rule: 'delivery-status' };
}

function actionOf(fields: MailHeaders): BounceAction | undefined {
  const word = (fields.first('action') ?? '').trim().toLowerCase();
  return actions.find((action) => word.startsWith(action)) ?? (/^(?:fail|expired)/.test(word) ? 'failed' : undefined);
}

/** The address that was mailed before the one that a server made of it. */
function recipientOf(fields: MailHeaders): readonly string[] {
  const names = ['original-recipient', 'final-recipient', 'x-actual-recipient'];
  for (const name of names) {
    const [address] = addressesIn((fields.first(name) ?? '').replace(/^[^;]{0,40};/, ''));
    if (address !== undefined) return [address];
  }
  return [];
}

function reasonOf(fields: MailHeaders): string | undefined {
  const value = fields.first('diagnostic-code') ?? fields.first('x-diagnostic-code');
  return value === undefined ? undefined : decodeWords(value.replace(/^\s*[\w-]{1,40}\s?;\s?/, ''));
}
