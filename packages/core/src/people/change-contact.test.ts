import { describe, expect, it } from 'vitest';
import type { AttributeSchema } from '../attribute/attribute-schema.ts';
import { buildContact } from '../testing/builders.ts';
import { changeContact, describeContact } from './change-contact.ts';
import type { Identity } from './identity.ts';

const schema: AttributeSchema = { plan: { type: 'choice', options: ['free', 'pro'] } };

const email = (value: string, proof: Identity['proof'] = 'claimed'): Identity => ({ kind: 'email', value, proof });
const host = (value: string, proof: Identity['proof'] = 'claimed'): Identity => ({ kind: 'host', value, proof });

const kim = buildContact({ name: 'Kim', identities: [email('kim@x.org', 'proven'), email('old@x.org'), host('u1')] });

describe('a contact', () => {
  it('takes what others say of it, as claims', () => {
    const given = {
      name: ' Kim K. ',
      addIdentities: [
        { kind: 'email', value: ' NEW@x.org' },
        { kind: 'host', value: 'U 2' },
      ] as const,
      removeIdentities: [{ kind: 'email', value: 'OLD@x.org' } as const],
      attributes: { plan: 'pro' },
    };
    expect(changeContact(kim, given, schema)).toEqual({
      ok: true,
      value: {
        ...kim,
        name: 'Kim K.',
        identities: [email('kim@x.org', 'proven'), host('u1'), email('new@x.org'), host('U 2')],
        attributes: { plan: 'pro' },
      },
    });
  });

  it.each([
    [{ name: null }, { name: null }],
    [{}, {}],
    [{ name: undefined, addIdentities: undefined, attributes: undefined }, {}],
    [{ addIdentities: [{ kind: 'email', value: 'Kim@x.org' }] }, {}],
    [{ removeIdentities: [{ kind: 'email', value: 'nobody@x.org' }] }, {}],
    [{ removeIdentities: [{ kind: 'email', value: 'u1' }] }, {}],
    [{ removeIdentities: [{ kind: 'host', value: 'old@x.org' }] }, {}],
  ] as const)('given %o becomes %o', (given, change) => {
    expect(changeContact(kim, given, schema)).toEqual({ ok: true, value: { ...kim, ...change } });
  });

  it.each([
    [{ name: ' ' }, 'name-invalid', 'name'],
    [
      { removeIdentities: [{ kind: 'host', value: 'u1' }, email('kim@x.org')] },
      'identity-proven',
      'removeIdentities.1',
    ],
    [{ addIdentities: [{ kind: 'email', value: 'nobody' }] }, 'identity-invalid', 'addIdentities.0.value'],
    [{ addIdentities: [host('u9'), { kind: 'host', value: '' }] }, 'identity-invalid', 'addIdentities.1.value'],
    [{ addIdentities: [{ kind: 'host', value: 'a\u0000' }] }, 'identity-invalid', 'addIdentities.0.value'],
    [{ addIdentities: [{ kind: 'host', value: '\ud83d' }] }, 'identity-invalid', 'addIdentities.0.value'],
    [{ attributes: { plan: 'gold' } }, 'attribute-invalid', 'attributes.plan'],
    [{ attributes: { age: 7 } }, 'attribute-invalid', 'attributes.age'],
  ] as const)('is refused %o: %s at %s', (given, code, path) => {
    expect(changeContact(kim, given, schema)).toEqual({ ok: false, refusal: { code, path } });
  });

  it('has so many identities at most, and one that has more may lose some', () => {
    const many = Array.from({ length: 51 }, (_, index) => host(`u${index}`));
    expect(changeContact(buildContact(), { addIdentities: many }, schema)).toMatchObject({
      refusal: { code: 'limit-reached', limit: 50 },
    });
    const full = buildContact({ identities: [...many, email('a@x.org')] });
    expect(changeContact(full, { removeIdentities: [email('a@x.org')] }, schema).ok).toBe(true);
  });
});

describe('what visitors say of themselves', () => {
  it.each([
    [{ email: 'New@x.org' }, { identities: [email('kim@x.org', 'proven'), host('u1'), email('new@x.org')] }],
    [{ email: 'KIM@x.org' }, { identities: [email('kim@x.org', 'proven'), host('u1')] }],
    [{ email: null }, { identities: [email('kim@x.org', 'proven'), host('u1')] }],
    [{ name: 'K' }, { name: 'K' }],
    [{ name: null }, { name: null }],
    [{}, {}],
  ] as const)('%o makes %o', (given, change) => {
    expect(describeContact(kim, given)).toEqual({ ok: true, value: { ...kim, ...change } });
  });

  it.each([
    [{ name: '' }, 'name-invalid', 'name'],
    [{ email: 'kim' }, 'address-invalid', 'email'],
    [{ email: '' }, 'address-invalid', 'email'],
  ] as const)('%o is refused: %s at %s', (given, code, path) => {
    expect(describeContact(kim, given)).toEqual({ ok: false, refusal: { code, path } });
  });
});
