import { isStorageError } from '@deskkit/core';

/** One sentence for whoever typed the command, with what to do. */
export function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'DeskKit stopped for a reason that it cannot name.';
  if (isStorageError(error) && error.reason.code === 'unavailable') {
    return `The data cannot be used: ${oneLine(error.reason.detail)}`;
  }
  return explainSystem(error) ?? oneLine(error.message);
}

function explainSystem(error: Error): string | undefined {
  const { code, syscall, port, path, address } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  if (syscall === 'listen') {
    const setting = `another port or address (DESKKIT_PORT, DESKKIT_SMTP_PORT, DESKKIT_HOST)`;
    if (code === 'EADDRINUSE') return `Port ${port} is in use already: stop what uses it, or set ${setting}.`;
    if (code === 'EACCES') return `Port ${port} may not be used by this user: set ${setting}.`;
    return `Nothing can listen at ${address}:${port} (${code}): set ${setting}.`;
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `${path ?? 'A file'} may not be written or read: change its owner, or set DESKKIT_DATA to another folder.`;
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return `${path ?? 'The data folder'} is a file: set DESKKIT_DATA to a folder.`;
  }
  return undefined;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
