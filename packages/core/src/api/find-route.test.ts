import { describe, expect, it } from 'vitest';
import { findRoute } from './find-route.ts';
import { routes } from './routes.ts';

describe('findRoute', () => {
  it.each(Object.entries(routes))('finds %s at %s, and by no other method that is not a route', (name, route) => {
    const [method = '', pattern = ''] = route.split(' ');
    const path = pattern.replace(/:\w+/g, 'x');
    const parameters = [...pattern.matchAll(/:(\w+)/g)].map(([, key]) => [key, 'x']);
    expect(findRoute(method, path)).toEqual({ kind: 'found', name, path: Object.fromEntries(parameters) });
    const allowed = Object.values(routes).filter((one) => one.split(' ')[1] === pattern);
    const allow = allowed.map((one) => one.split(' ')[0]);
    expect(findRoute('TRACE', path)).toEqual({ kind: 'other-method', allow });
  });

  it('decodes a segment after it was cut, so that a slash in it stays in it', () => {
    expect(findRoute('GET', '/conversations/a%2Fb%20%C3%A9')).toMatchObject({ path: { conversation: 'a/b é' } });
    expect(findRoute('GET', '/conversations%2Fx')).toEqual({ kind: 'nothing' });
  });

  it.each([
    '',
    '/',
    '//',
    '/me/',
    '//me',
    '/ME',
    '/conversations/',
    '/conversations//timeline',
    '/conversations/x/y',
    '/conversations/%',
    '/conversations/%E0%A4%A',
    '/__proto__',
    '/constructor',
    '/toString',
    '/../me',
  ])('finds nothing at %j', (path) => {
    expect(findRoute('GET', path)).toEqual({ kind: 'nothing' });
  });

  it.each(['__proto__', 'constructor', 'hasOwnProperty'])('takes %s for an id like any other', (id) => {
    expect(findRoute('GET', `/conversations/${id}`)).toEqual({
      kind: 'found',
      name: 'getConversation',
      path: { conversation: id },
    });
  });

  it('takes no method that objects have', () => {
    expect(findRoute('constructor', '/me')).toEqual({ kind: 'other-method', allow: ['GET', 'PATCH'] });
  });
});
