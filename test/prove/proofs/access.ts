import { spawn } from 'node:child_process';
import { join, relative } from 'node:path';
import { type CallSite, findCallSites } from '../../access/call-sites.ts';
import type { Proof } from '../run.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** Leaves out every question to the gate, one at a time: each time a test must turn red. */
export const proof: Proof = async () => {
  const sites = ['packages/core/src', 'packages/server/src'].flatMap((folder) => findCallSites(join(root, folder)));
  process.stdout.write(`  ${sites.length} questions to the gate\n`);
  if (!(await passes({ file: '', line: 0, start: 0, end: 0, code: '', instead: '' }))) {
    throw new Error('The tests are red before anything was left out');
  }
  const waiting = [...sites];
  const missed: string[] = [];
  let done = 0;
  const work = async () => {
    for (let site = waiting.shift(); site; site = waiting.shift()) {
      const isMissed = await passes(site);
      done += 1;
      const place = `${relative(root, site.file)}:${site.line} ${site.code.replace(/\s+/g, ' ').slice(0, 80)}`;
      process.stdout.write(`  ${done}/${sites.length} ${isMissed ? 'MISSED' : 'noticed'} ${place}\n`);
      if (isMissed) missed.push(place);
    }
  };
  await Promise.all([work(), work()]);
  const share = ((100 * (sites.length - missed.length)) / sites.length).toFixed(1);
  process.stdout.write(`  ${share} % noticed\n`);
  if (missed.length > 0) throw new Error(`No test notices that these are left out:\n${missed.join('\n')}`);
};

/** Whether the tests of the gate pass with that question left out; on memory, since the rules are the same everywhere. */
function passes({ file, start, end, instead }: CallSite): Promise<boolean> {
  const args = ['run', '--config', join('test', 'access', 'mutated.config.ts'), '--bail=1', '--reporter=dot'];
  const tests = ['test/access', 'packages/core/src/access', 'packages/core/src/action', 'packages/core/src/api'];
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules', '.bin', 'vitest'), [...args, ...tests], {
      cwd: root,
      stdio: 'ignore',
      env: {
        ...process.env,
        DESKKIT_MUTATION: JSON.stringify({ file, start, end, instead }),
        DESKKIT_STORES: 'memory',
      },
    });
    child.on('close', (code) => resolve(code === 0));
  });
}
