/** A name that nobody has given before; also where the page is not served securely, which `randomUUID` asks for. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return `d${Array.from(bytes, byte => byte.toString(36).padStart(2, '0')).join('')}`;
}
