/**
 * What the built page may load and run. Scripts come from its own folder and nowhere else: none within the page,
 * none from text. Chromium's menus and the formulas bring styles of their own, which cannot run anything.
 * Pictures and weights may be fetched from any address, because a person may name one.
 */
import type { Plugin } from 'vite';

const policy = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'worker-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'font-src': "'self' data:",
  'img-src': "'self' blob: data:",
  'media-src': "'self' blob:",
  'connect-src': "'self' blob: data: https: http:",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
} as const;

export const contentSecurityPolicy = (): Plugin => ({
  name: 'content-security-policy',
  // The development server puts scripts into the page.
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: {
        'http-equiv': 'Content-Security-Policy',
        content: Object.entries(policy)
          .map(([directive, sources]) => `${directive} ${sources}`)
          .join('; '),
      },
      injectTo: 'head-prepend',
    },
  ],
});
