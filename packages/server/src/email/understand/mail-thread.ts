import type { Worker } from 'node:worker_threads';
import type { UnreadableReason } from './understood-mail.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

type Start = Extract<ToWorker, { readonly type: 'start' }>;
type Answer = Extract<FromWorker, { readonly type: 'read' | 'unreadable' }>;

/** A thread in which one mail at a time is understood. */
export interface MailThread {
  /** False once the thread has ended: then it is of no more use. */
  readonly isAlive: boolean;
  /**
   * Hands a mail over and gives the answer. A thread that takes too long, needs too much memory or breaks is ended: then the
   * mail is unreadable. Rejects when `raw` does, and when the thread could not be started or was ended from outside.
   */
  ask(start: Start, raw: AsyncIterable<Uint8Array>, milliseconds: number): Promise<Answer>;
  end(): Promise<void>;
}

const pieceLength = 262_144;
const mostUnderWay = 4;

export function openThread(worker: Worker): MailThread {
  let isReady = false;
  let isAlive = true;
  let isEnded = false;
  let failure: unknown;
  let asking: { hear(message: FromWorker): void; lose(): void } | undefined;
  worker.on('message', (message: FromWorker) => {
    if (message.type === 'ready') isReady = true;
    asking?.hear(message);
  });
  worker.on('error', (error) => {
    failure = error;
  });
  worker.on('exit', () => {
    isAlive = false;
    asking?.lose();
  });
  worker.unref();

  async function ask(start: Start, raw: AsyncIterable<Uint8Array>, milliseconds: number): Promise<Answer> {
    let timer: NodeJS.Timeout | undefined;
    let isLate = false;
    const handing = createHanding(worker, raw);
    const startTimer = () => {
      timer = setTimeout(() => {
        isLate = true;
        void worker.terminate();
      }, milliseconds);
    };
    const answered = new Promise<Answer>((resolve, reject) => {
      const lose = () => {
        if (isEnded) reject(new Error('The reader of mails was stopped while it read one.'));
        else if (isReady) resolve({ type: 'unreadable', reason: isLate ? 'time-out' : reasonOfDeath(failure) });
        else
          reject(
            new Error('No thread to read mails could be started; see that all files of the package are there.', {
              cause: failure,
            }),
          );
      };
      const hear = (message: FromWorker) => {
        // A thread takes its time to start, which is not the mail's.
        if (message.type === 'ready') startTimer();
        else if (message.type === 'taken') handing.taken();
        else resolve(message);
      };
      asking = { hear, lose };
      if (!isAlive) lose();
    });
    worker.ref();
    if (isReady) startTimer();
    worker.postMessage(start);
    void handing.run();
    try {
      const answer = await answered;
      const broken = handing.stop();
      if (broken) throw broken.error;
      return answer;
    } finally {
      clearTimeout(timer);
      asking = undefined;
      // A thread that waits keeps no process alive.
      worker.unref();
    }
  }

  return {
    get isAlive() {
      return isAlive;
    },
    ask,
    async end() {
      isEnded = true;
      await worker.terminate();
    },
  };
}

function reasonOfDeath(failure: unknown): UnreadableReason {
  const isMemory = failure instanceof Error && 'code' in failure && failure.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? 'out-of-memory' : 'crashed';
}

/** Hands bytes over piece by piece, no more than a few ahead of what was used. */
function createHanding(worker: Worker, raw: AsyncIterable<Uint8Array>) {
  let underWay = 0;
  let isOver = false;
  let broken: { readonly error: unknown } | undefined;
  let wake: () => void = () => undefined;
  const say = (message: ToWorker, transfer: readonly ArrayBuffer[] = []) => worker.postMessage(message, transfer);

  return {
    async run(): Promise<void> {
      try {
        for await (const chunk of raw) {
          for (let at = 0; at < chunk.length; at += pieceLength) {
            while (underWay >= mostUnderWay && !isOver) {
              await new Promise<void>((resolve) => {
                wake = resolve;
              });
            }
            if (isOver) return;
            // A copy, as what it lies in may hold other things.
            const bytes = new Uint8Array(chunk.subarray(at, at + pieceLength));
            underWay += 1;
            say({ type: 'bytes', bytes }, [bytes.buffer]);
          }
        }
        say({ type: 'end' });
      } catch (error) {
        if (isOver) return;
        broken = { error };
        say({ type: 'broken' });
      }
    },
    taken(): void {
      underWay -= 1;
      wake();
    },
    /** Hands nothing more over, and tells what kept the bytes from being read. */
    stop(): typeof broken {
      isOver = true;
      wake();
      return broken;
    },
  };
}
