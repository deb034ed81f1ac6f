/**
 * What a thread has to be started with in order to run TypeScript, which Node does not read by itself: code
 * that registers tsx in the thread, and then loads `module`.
 */
export function threadEntry(module: URL): URL {
  const code = `
    import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))};
    register();
    await import(${JSON.stringify(module.href)});
  `;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}
