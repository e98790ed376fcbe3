/** An event of Chromium's trace; times are in microseconds of the thread's CPU, so that what else runs does not count. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tts?: number;
  readonly tdur?: number;
}

/** What runs script, or makes it ready to run. They lie within each other. */
const script =
  /^(EvaluateScript|FunctionCall|RunMicrotasks|TimerFire|FireIdleCallback|FireAnimationFrame|EventDispatch|V8\.CompileCode|v8\.(compile|evaluate|call|run)\w*)$/;

/**
 * Milliseconds of CPU that scripts took on a page's main thread. Not the browser's own figure, `ScriptDuration`: that
 * leaves out microtasks, in which LitElement renders, and so calls whoever renders at once the slower one.
 *
 * @param trace as `browser.stopTracing()` gives it, with the categories `devtools.timeline` and `v8`
 */
export function scriptTime(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const threads = new Map<string, { sum: number; end: number }>();
  for (const { name, pid, tid, tts = 0, tdur = 0 } of traceEvents.toSorted(
    (a, b) => (a.tts ?? 0) - (b.tts ?? 0),
  )) {
    if (!script.test(name)) continue;
    const thread = `${String(pid)} ${String(tid)}`;
    const { sum, end } = threads.get(thread) ?? { sum: 0, end: 0 };
    const added = Math.max(0, tts + tdur - Math.max(tts, end));
    threads.set(thread, { sum: sum + added, end: Math.max(end, tts + tdur) });
  }
  return Math.max(0, ...[...threads.values()].map(({ sum }) => sum)) / 1000; // the page's is the one with the most to do
}
