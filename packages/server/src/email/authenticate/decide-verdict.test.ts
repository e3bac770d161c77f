import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check, CheckResult, Policy } from './authentication.ts';
import { decideVerdict } from './decide-verdict.ts';

const results: readonly CheckResult[] = [
  'pass',
  'fail',
  'softfail',
  'neutral',
  'none',
  'policy',
  'temperror',
  'permerror',
  'partial',
];
const check = (result: CheckResult, aligned: boolean): Check => ({ result, domain: 'a.example', aligned });
const none = check('none', false);
const away = check('temperror', true);

describe('the verdict on a mail', () => {
  it.each([
    [check('pass', true), [], 'reject', 'pass', 'spf-aligned'],
    [check('fail', true), [check('pass', true)], 'reject', 'pass', 'dkim-aligned'],
    [check('pass', false), [check('pass', false)], 'reject', 'fail', 'policy-reject'],
    [check('pass', false), [], 'quarantine', 'fail', 'policy-quarantine'],
    [check('pass', false), [], 'none', 'none', 'not-aligned'],
    [check('softfail', true), [], 'absent', 'none', 'not-aligned'],
    [none, [], 'absent', 'none', 'nothing-signed'],
    [none, [], 'reject', 'fail', 'policy-reject'],
    [none, [], 'away', 'none', 'dns-away'],
    [away, [], 'reject', 'none', 'dns-away'],
    [none, [away], 'reject', 'none', 'dns-away'],
    [none, [check('temperror', false)], 'reject', 'fail', 'policy-reject'],
    [away, [check('pass', true)], 'away', 'pass', 'dkim-aligned'],
  ] as const)('of %j, %j and the policy %s is %s by %s', (spf, dkim, policy, verdict, reason) => {
    expect(decideVerdict({ spf, dkim, policy, sealed: false })).toEqual({ verdict, reason });
  });

  it('passes exactly with a proof, and fails only by a policy that asks for it', () => {
    const arbitraryCheck = fc.record({
      result: fc.constantFrom(...results),
      domain: fc.constant('a.example'),
      aligned: fc.boolean(),
    });
    const policies = fc.constantFrom<Policy>('none', 'quarantine', 'reject', 'absent', 'away');
    fc.assert(
      fc.property(
        arbitraryCheck,
        fc.array(arbitraryCheck, { maxLength: 3 }),
        policies,
        fc.boolean(),
        (spf, dkim, policy, sealed) => {
          const { verdict, reason } = decideVerdict({ spf, dkim, policy, sealed });
          const isProven = sealed || [spf, ...dkim].some(({ result, aligned }) => aligned && result === 'pass');
          expect(verdict === 'pass').toBe(isProven);
          if (verdict === 'fail') expect(reason).toBe(`policy-${policy}`);
          if (policy === 'none' || policy === 'absent' || policy === 'away') expect(verdict).not.toBe('fail');
        },
      ),
    );
  });
});
