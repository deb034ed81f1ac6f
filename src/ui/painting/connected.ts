/** The connection with the worker, for what a person asks for: it is loaded after the canvas is shown. */
export const connected = async () => (await import('./connection.ts')).client();
