/** Does all of `jobs`, so many at a time, each next one as soon as one is done; gives jobs per second. */
export async function perSecond<Job>(jobs: readonly Job[], atOnce: number, run: (job: Job) => Promise<unknown>) {
  const started = performance.now();
  let next = 0;
  const worker = async () => {
    for (let job = jobs[next++]; job !== undefined; job = jobs[next++]) await run(job);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return (jobs.length / (performance.now() - started)) * 1000;
}
