import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layerViolations, zodViolations } from './boundaries/core-rules.ts';
import { packageViolations } from './boundaries/package-rules.ts';
import { type Import, importsOf, readImports } from './boundaries/read-imports.ts';

describe('the sources', () => {
  const imports = readImports(['packages', 'examples'].filter((folder) => existsSync(folder)));

  it('have imports to look at', () => {
    expect(imports.length).toBeGreaterThan(0);
  });
  it('import packages in the allowed direction, by name', () => {
    expect(packageViolations(imports)).toEqual([]);
  });
  it('import inside core from the upper layer to the lower', () => {
    expect(layerViolations(imports)).toEqual([]);
  });
  it('keep zod to the API', () => {
    expect(zodViolations(imports)).toEqual([]);
  });
});

describe('the reader of imports', () => {
  it('finds every way to import', () => {
    const text = `
      import { a } from './a.ts';
      import type { B } from '../b.ts';
      import { type C } from 'c';
      export * from './d.ts';
      export type { E } from './e.ts';
      const f = await import('./f.ts');
      const g = require('g');
      type H = import('./h.ts').H;
      import './i.css';
    `;
    expect(importsOf('packages/core/src/x/y.ts', text).map(({ to, kind }) => `${kind} ${to}`)).toEqual([
      'value packages/core/src/x/a.ts',
      'type packages/core/src/b.ts',
      'value c',
      'value packages/core/src/x/d.ts',
      'type packages/core/src/x/e.ts',
      'value packages/core/src/x/f.ts',
      'value g',
      'type packages/core/src/x/h.ts',
      'value packages/core/src/x/i.css',
    ]);
  });
});

describe('a wrong import', () => {
  const value = (from: string, to: string): Import => ({ from, to, kind: 'value' });
  const type = (from: string, to: string): Import => ({ from, to, kind: 'type' });
  const src = 'packages/core/src';

  it.each([
    ['core on server', value(`${src}/desk.ts`, '@deskkit/server')],
    ['widget on server', type('packages/widget/src/index.ts', '@deskkit/server')],
    ['widget on react-inbox', value('packages/widget/src/index.ts', '@deskkit/react-inbox')],
    ['the server on the widget', value('packages/server/src/app.ts', '@deskkit/widget')],
    ['the site on the server by name', value('packages/server/site/inbox.tsx', '@deskkit/server')],
    ['another package by its sources', value('packages/server/src/app.ts', '@deskkit/core/src/desk.ts')],
    ['another package by a path', value('packages/server/src/app.ts', `${src}/desk.ts`)],
    ['an example on sources', value('examples/host/main.ts', `${src}/desk.ts`)],
    ['a package on the tests', value('packages/server/src/app.ts', 'test/support/postgres.ts')],
  ])('between packages is seen: %s', (_, wrong) => {
    expect(packageViolations([wrong])).toHaveLength(1);
  });

  it.each([
    ['shared on a noun', value(`${src}/shared/id.ts`, `${src}/people/team.ts`)],
    ['a noun on a port', type(`${src}/message/body.ts`, `${src}/storage/storage.ts`)],
    ['a port on an action', value(`${src}/storage/storage.ts`, `${src}/action/send.ts`)],
    ['an action on the desk', value(`${src}/action/send.ts`, `${src}/desk.ts`)],
    ['the index on the API', type(`${src}/index.ts`, `${src}/api/index.ts`)],
    ['the client on the API at run time', value(`${src}/client/index.ts`, `${src}/api/index.ts`)],
    ['the API on the client', type(`${src}/api/index.ts`, `${src}/client/index.ts`)],
    ['a folder without a layer', value(`${src}/helpers/x.ts`, `${src}/shared/id.ts`)],
  ])('inside core is seen: %s', (_, wrong) => {
    expect(layerViolations([wrong])).toHaveLength(1);
  });

  it('of zod is seen outside of the API, and over a detour', () => {
    const detour = [
      value(`${src}/client/index.ts`, `${src}/client/schema.ts`),
      value(`${src}/client/schema.ts`, `${src}/api/contract.ts`),
      value(`${src}/api/contract.ts`, 'zod'),
    ];
    expect(zodViolations([value(`${src}/message/body.ts`, 'zod/mini')])).toHaveLength(1);
    expect(zodViolations(detour)).toEqual([
      `${src}/client/index.ts pulls in zod: ${src}/client/index.ts → ${src}/client/schema.ts → ${src}/api/contract.ts → zod`,
    ]);
  });

  it('is not made of a right one', () => {
    const right = [
      value('packages/server/src/app.ts', '@deskkit/core/api'),
      value('packages/server/site/inbox.tsx', '@deskkit/react-inbox'),
      value('examples/host/main.ts', '@deskkit/server'),
      value('packages/server/src/storage/open.test.ts', 'test/support/postgres.ts'),
      value(`${src}/desk.ts`, `${src}/action/send.ts`),
      value(`${src}/people/team.ts`, `${src}/conversation/command.ts`),
      type(`${src}/client/client.ts`, `${src}/api/contract.ts`),
      value(`${src}/api/contract.ts`, 'zod'),
      value(`${src}/testing/mock-desk.ts`, `${src}/api/index.ts`),
      value(`${src}/message/body.test.ts`, `${src}/testing/index.ts`),
    ];
    expect([...packageViolations(right), ...layerViolations(right), ...zodViolations(right)]).toEqual([]);
  });
});
