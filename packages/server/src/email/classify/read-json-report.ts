import type { DeliveryStatus } from './read-delivery-status.ts';
import type { ReadMail } from './read-mail.ts';
import { classOfDigit } from './status-codes.ts';
import { textOfPart } from './text-of-part.ts';

/** Reads Amazon's notice in JSON, which mail may carry; lines that were wrapped on the way are joined again. */
export function readJsonReport({ parts }: ReadMail): DeliveryStatus | undefined {
  const part = parts.find(({ type }) => type === 'text/plain');
  const text = part ? textOfPart(part).trimStart().replaceAll('\\"', '"') : '';
  if (!text.startsWith('{')) return undefined;
  const type = /"(?:notificationType|eventType)" ?: ?"(\w{1,40})"/.exec(text)?.[1]?.toLowerCase();
  const status = /"status" ?: ?"([245]\.\d{1,3}\.\d{1,3})"/.exec(text)?.[1];
  const isTransient = /"bounceType" ?: ?"Transient"/.test(text);
  const action = type === 'bounce' ? 'failed' : type === 'complaint' ? 'complained' : 'delivered';
  const ofType = action === 'failed' ? (isTransient ? 4 : 5) : undefined;
  return {
    finding: {
      status,
      statusClass: classOfDigit(status?.[0]) ?? ofType,
      action,
      reason: /"diagnosticCode" ?: ?"([^"]{1,1000})"/.exec(text)?.[1],
      rule: 'json-report',
    },
    recipients: [...text.matchAll(/"emailAddress" ?: ?"([^"\s]{1,320})"/g)].map(([, address = '']) => address),
  };
}
