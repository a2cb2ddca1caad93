/**
 * A thread that runs MiniZinc's own worker script, `minizinc-worker.js`, wherever it is from: the window and Node start it
 * differently. Its first message, once it was told where its files are, is that it is ready; while it works it hears nothing.
 */
export interface ChuffedPort {
  readonly send: (message: unknown) => void
  /** Called with each message, and with null when the thread broke. One listener. */
  readonly listen: (listener: (message: unknown) => void) => void
  readonly end: () => void
}
