import { z } from 'zod';
import { weekdays } from '../hours/business-hours.ts';
import { body, instant } from './schemas.ts';

const limit = z.number().int().nullable().meta({
  description: 'How many open conversations a teammate takes at most; null: any number.',
});

export const assignmentPolicy = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('manual') }),
    z.strictObject({ kind: z.literal('round-robin'), limit }),
    z.strictObject({ kind: z.literal('least-busy'), limit }),
  ])
  .meta({ id: 'AssignmentPolicy', description: 'Who gets a conversation that nobody has.' });

const spans = z
  .array(z.strictObject({ from: z.string().max(10), to: z.string().max(10) }))
  .readonly()
  .meta({
    description: 'Open spans as HH:MM, in order; `to` may be 24:00.',
    example: [{ from: '09:00', to: '17:30' }],
  });

type Week = { readonly [Day in (typeof weekdays)[number]]: typeof spans };

export const businessHours = z
  .strictObject({
    timeZone: z.string().max(100).meta({ example: 'Europe/Lisbon' }),
    week: z.strictObject(Object.fromEntries(weekdays.map((day) => [day, spans])) as Week),
    holidays: z
      .array(z.string().max(20))
      .readonly()
      .meta({ description: 'Days as YYYY-MM-DD.', example: ['2026-12-25'] }),
  })
  .meta({ id: 'BusinessHours', description: 'When the team works, by the clocks of one time zone.' });

export const expectedReplySchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('within'), minutes: z.number() }),
    z.object({ kind: z.literal('from'), opensAt: instant }),
    z.object({ kind: z.literal('unknown') }),
  ])
  .meta({ id: 'ExpectedReply', description: 'When somebody who writes now can expect an answer.' });

const attributeType = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), maxLength: z.number().exactOptional() }),
  z.strictObject({ type: z.literal('number'), min: z.number().exactOptional(), max: z.number().exactOptional() }),
  z.strictObject({ type: z.literal('yes-no') }),
  z.strictObject({ type: z.literal('date') }),
  z.strictObject({ type: z.literal('choice'), options: z.array(z.string()).readonly() }),
]);

export const attributeSchema = z.record(z.string().max(200), attributeType).meta({
  id: 'AttributeSchema',
  description: 'Which keys the host keeps, and what fits under each.',
  example: { plan: { type: 'choice', options: ['free', 'pro'] } },
});

export const automaticBody = z.strictObject(body.shape).nullable().meta({ description: 'null: nothing is said.' });

/** How the widget looks, as visitors may know it. */
export const look = {
  colour: z.string().max(20).meta({ description: '#rrggbb', example: '#1f5eff' }),
  position: z.enum(['start', 'end']),
  greeting: z.string().max(2000).meta({ example: 'Hi! How can we help?' }),
  identity: z.enum(['optional', 'required']).meta({ description: 'Whether the host has to sign who its user is.' }),
  askEmail: z.enum(['before', 'after', 'never']),
  rating: z.boolean(),
};

export const origins = z
  .array(z.string().max(300))
  .readonly()
  .meta({
    description: 'Origins whose pages may open a session; empty: any.',
    example: ['https://shop.example'],
  });
