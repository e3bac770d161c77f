import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from './app.ts';

const folder = process.env.DATA ?? '.data';
mkdirSync(folder, { recursive: true });

const secret = process.env.SECRET;
if (!secret || secret.length < 32) {
  process.stderr.write('Set SECRET to at least 32 random characters, the same at every start.\n');
  process.exit(1);
}

const host = await createApp({ file: join(folder, 'host.sqlite'), files: join(folder, 'files'), secret });
const server = host.app.listen(Number(process.env.PORT ?? 3000), () => {
  const address = server.address();
  process.stdout.write(`Listening on port ${typeof address === 'object' ? address?.port : address}\n`);
});
process.once('SIGTERM', () => {
  host.stop();
  server.close(() => void host.close());
});
