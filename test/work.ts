import { Session, type Profiler } from 'node:inspector';

/**
 * How much work a call is: the number of function calls in it, as V8 counts them for coverage. The same on every machine and at every load,
 * unlike the time it takes, so that a test can say how work grows with the input.
 */
export function workOf(call: () => unknown): number {
  const session = new Session();
  session.connect();
  try {
    session.post('Profiler.enable');
    session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    call();
    const scripts: Profiler.ScriptCoverage[] = [];
    // the session of one's own thread answers before post returns
    session.post('Profiler.takePreciseCoverage', (error, { result }) => {
      if (error) throw error;
      scripts.push(...result);
    });
    const counts = scripts.flatMap(({ functions }) =>
      functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  } finally {
    session.post('Profiler.stopPreciseCoverage');
    session.post('Profiler.disable');
    session.disconnect();
  }
}
