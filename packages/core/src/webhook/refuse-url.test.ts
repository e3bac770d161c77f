import { describe, expect, it } from 'vitest';
import { refuseUrl } from './refuse-url.ts';

describe('the URL of a webhook', () => {
  it.each([
    ['https://host.example/hook', undefined],
    ['https://host.example:8443/hook?x=1', undefined],
    ['https://пример.рф/', undefined],
    ['http://localhost:3000/hook', undefined],
    ['http://127.0.0.1/', undefined],
    ['http://[::1]:9/', undefined],
    ['http://host.example/', 'not-https'],
    ['http://localhost.evil.example/', 'not-https'],
    ['http://127.0.0.1.evil.example/', 'not-https'],
    ['ftp://host.example/', 'not-https'],
    ['ftp://localhost/', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['javascript:alert(1)', 'not-https'],
    ['https://user:pass@host.example/', 'has-credentials'],
    ['https://user@host.example/', 'has-credentials'],
    ['https://:pass@host.example/', 'has-credentials'],
    ['', 'malformed'],
    ['host.example/hook', 'malformed'],
    ['//host.example', 'malformed'],
    ['https://', 'malformed'],
    ['https://host.example/a b', 'malformed'],
    [' https://host.example/', 'malformed'],
    ['https://host.example\\@evil.example/', 'malformed'],
    ['https://host.example/\u0000', 'malformed'],
    ['https://host.example/\ud83d', 'malformed'],
    [`https://host.example/${'x'.repeat(2000)}`, 'malformed'],
  ])('%j: %s', (url, because) => {
    expect(refuseUrl(url)?.refusal).toEqual(because && { code: 'url-invalid', path: 'url', because });
  });
});
