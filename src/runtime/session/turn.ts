/**
 * Lets timers, signals and messages have their turn. `setTimeout` waits for at least four milliseconds in a
 * browser once it is nested, which a loop of ten-millisecond steps would feel; a message to itself does not.
 */
export const turn: () => Promise<void> =
  typeof setImmediate === 'function'
    ? () => new Promise(resolve => setImmediate(resolve))
    : () =>
        new Promise(resolve => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            port1.close();
            resolve();
          };
          port2.postMessage(undefined);
        });
