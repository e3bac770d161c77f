import type { ApiError } from './api-error.ts';
import { errorOf, unreachable } from './calls.ts';

/** A file as browsers have it, or bytes with a name. */
export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer> | Blob;
}

export interface UploadOptions {
  readonly signal?: AbortSignal;
  /** Told again and again how much of it is there, from 0 to 1; 1 comes once, at the end. */
  readonly onProgress?: (share: number) => void;
}

/** Sends by XMLHttpRequest, since `fetch` tells nothing of what it has sent. */
export function sendWithProgress(
  url: string,
  { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: Upload['bytes'] },
  { signal, onProgress }: UploadOptions,
): Promise<unknown> {
  return new Promise((resolve, reject: (error: ApiError) => void) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    signal?.addEventListener('abort', stop, { once: true });
    request.open('POST', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => {
      if (loaded < total) onProgress?.(loaded / total);
    };
    request.onload = () => {
      const { status, responseText } = request;
      if (status >= 300) return void errorOf(new Response(responseText, { status })).then(reject);
      onProgress?.(1);
      resolve(JSON.parse(responseText));
    };
    request.onerror = () => reject(unreachable(undefined));
    request.onabort = () => reject(unreachable(signal?.reason));
    request.onloadend = () => signal?.removeEventListener('abort', stop);
    request.send(body);
  });
}
