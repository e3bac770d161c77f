#!/usr/bin/env node
const oldest = [20, 19] as const;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  process.stderr.write(`DeskKit needs Node ${oldest.join('.')} or newer, and this is Node ${process.versions.node}.\n`);
  process.exitCode = 1;
} else {
  // Loaded only now: an old Node would fail in the middle of it.
  void import('./commands/run-command.ts').then(async ({ runCommand }) => {
    process.exitCode = await runCommand(process.argv.slice(2), process.env);
  });
}
