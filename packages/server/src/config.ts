import { z } from 'zod';

/** What a node is set to, out of its environment. */
export type Config = Readonly<ReturnType<typeof readConfig>>;

/** A setting that cannot be used: its message is one sentence that says what to write. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

const whole = (least: number, message: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, message)
    .transform(Number)
    .refine((number) => number >= least && number <= 65_535, message);
const urlOf = (pattern: RegExp, message: string) =>
  z.string().refine((text) => URL.canParse(text) && pattern.test(text), message);

const smtpPort = 'write a port from 0 to 65535, such as 2525, or off';
const postgresUrl = urlOf(/^postgres(ql)?:\/\//, 'write a URL such as postgres://USER:PASSWORD@HOST:5432/DATABASE');

const settings = z.object({
  DESKKIT_PORT: whole(0, 'write a port from 0 to 65535, such as 4000').default(4000),
  DESKKIT_HOST: z.string().regex(/^\S+$/, 'write an address to listen on, such as 127.0.0.1').default('127.0.0.1'),
  DESKKIT_SMTP_PORT: z.union([z.literal('off'), whole(0, smtpPort)], smtpPort).default(2525),
  DESKKIT_DATA: z.string().default('.deskkit'),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_LISTEN_URL: postgresUrl.optional(),
  DESKKIT_SECRET: z
    .string()
    .min(32, 'write at least 32 random characters, such as openssl rand -hex 32 gives')
    .optional(),
  DESKKIT_PUBLIC_URL: urlOf(
    /^https?:\/\//,
    'write the URL by which browsers reach it, such as https://desk.example.com',
  )
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  DESKKIT_SMTP_URL: urlOf(/^smtps?:\/\//, 'write a URL such as smtps://USER:PASSWORD@HOST').optional(),
  DESKKIT_MAIL_DOMAIN: z
    .string()
    .toLowerCase()
    .regex(/^(?=.{1,200}$)[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'write a domain such as in.example.com')
    .default('localhost'),
  DESKKIT_DEMO: z.enum(['on', 'off'], 'write on or off').default('off'),
});

/** Reads the settings. Throws a `SettingError` that names the first wrong one; what is set to nothing is not set. */
export function readConfig(env: Readonly<Record<string, string | undefined>>) {
  const given = Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== '');
  const parsed = settings.safeParse(Object.fromEntries(given.map(([name, value]) => [name, value?.trim()])));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new SettingError(`${issue?.path.join('.')} cannot be used as it is set: ${issue?.message}.`);
  }
  const read = parsed.data;
  if (read.DATABASE_URL && !read.DESKKIT_SECRET) {
    throw new SettingError(
      'DESKKIT_SECRET is not set, and with DATABASE_URL it has to be: write at least 32 random characters, the same on every node.',
    );
  }
  return {
    port: read.DESKKIT_PORT,
    host: read.DESKKIT_HOST,
    smtpPort: read.DESKKIT_SMTP_PORT,
    dataFolder: read.DESKKIT_DATA,
    databaseUrl: read.DATABASE_URL,
    listenUrl: read.DATABASE_LISTEN_URL ?? read.DATABASE_URL,
    secret: read.DESKKIT_SECRET,
    publicUrl: read.DESKKIT_PUBLIC_URL,
    smtpUrl: read.DESKKIT_SMTP_URL,
    mailDomain: read.DESKKIT_MAIL_DOMAIN,
    isDemo: read.DESKKIT_DEMO === 'on',
  };
}
