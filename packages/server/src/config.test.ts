import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('settings', () => {
  it('have defaults for a first start', () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      smtpPort: 2525,
      dataFolder: '.deskkit',
      databaseUrl: undefined,
      listenUrl: undefined,
      secret: undefined,
      publicUrl: undefined,
      smtpUrl: undefined,
      mailDomain: 'localhost',
      isDemo: false,
    });
  });

  it('are read as they are meant', () => {
    const secret = 'x'.repeat(32);
    const read = readConfig({
      DESKKIT_PORT: ' 8080 ',
      DESKKIT_SMTP_PORT: 'off',
      DESKKIT_DATA: '',
      DATABASE_URL: 'postgres://u:p@db/desk',
      DESKKIT_SECRET: secret,
      DESKKIT_PUBLIC_URL: 'https://desk.example.com/',
      DESKKIT_MAIL_DOMAIN: 'In.Example.com',
      DESKKIT_DEMO: 'on',
      PATH: '/bin',
    });
    expect(read).toMatchObject({
      port: 8080,
      smtpPort: 'off',
      dataFolder: '.deskkit',
      listenUrl: 'postgres://u:p@db/desk',
      publicUrl: 'https://desk.example.com',
      mailDomain: 'in.example.com',
      isDemo: true,
    });
  });

  it.each([
    ['DESKKIT_PORT', 'http'],
    ['DESKKIT_PORT', '-1'],
    ['DESKKIT_PORT', '65536'],
    ['DESKKIT_PORT', '80.5'],
    ['DESKKIT_SMTP_PORT', 'no'],
    ['DESKKIT_SMTP_PORT', '70000'],
    ['DESKKIT_HOST', 'two words'],
    ['DATABASE_URL', 'mysql://db/desk'],
    ['DATABASE_URL', 'localhost:5432'],
    ['DATABASE_LISTEN_URL', 'db'],
    ['DESKKIT_SECRET', 'short'],
    ['DESKKIT_PUBLIC_URL', 'desk.example.com'],
    ['DESKKIT_SMTP_URL', 'mail.example.com:587'],
    ['DESKKIT_MAIL_DOMAIN', 'support@example.com'],
    ['DESKKIT_DEMO', 'yes'],
  ])('are refused in one sentence when %s is %j', (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(new RegExp(`^${name} cannot be used as it is set: write [^\\n]+\\.$`));
    expect(read).not.toThrow(value === 'short' ? /short/ : /(?!)/);
  });

  it('ask for a secret that all nodes share with Postgres', () => {
    expect(() => readConfig({ DATABASE_URL: 'postgres://u:p@db/desk' })).toThrow(/^DESKKIT_SECRET is not set/);
  });
});
