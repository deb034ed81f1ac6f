/**
 * Finds a Chromium to test with: the machine's own Chrome or Chromium, else one that Playwright has
 * downloaded, else, as root where there is apt, one that is installed here and now.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface Browser {
  readonly path: string;
  /** Where it comes from, for people. */
  readonly origin: string;
}

const commands = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'chrome',
  'microsoft-edge',
];

const usualPlaces: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  linux: ['/opt/google/chrome/chrome', '/usr/lib/chromium/chromium', '/snap/bin/chromium'],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap(
    root => (root ? [join(root, 'Google', 'Chrome', 'Application', 'chrome.exe')] : []),
  ),
};

/** The browser, or undefined where there is none and none can be installed. */
export function findBrowser({ install = true }: { install?: boolean } = {}): Browser | undefined {
  return installed() ?? downloaded() ?? (install && installWithApt() ? installed() : undefined);
}

function installed(): Browser | undefined {
  const chosen = process.env.CHROME_PATH;
  if (chosen && runs(chosen)) return { path: chosen, origin: 'CHROME_PATH' };
  for (const command of commands) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, process.platform === 'win32' ? `${command}.exe` : command);
      if (folder && runs(path)) return { path, origin: 'this machine' };
    }
  }
  const path = usualPlaces[process.platform]?.find(runs);
  return path === undefined ? undefined : { path, origin: 'this machine' };
}

/** Playwright's folders are named `chromium-<revision>`; the newest is the last. */
function downloaded(): Browser | undefined {
  const caches: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
    darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    linux: join(homedir(), '.cache', 'ms-playwright'),
    win32: join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
  };
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? caches[process.platform] ?? '';
  const insides = [
    ['chrome-linux', 'chrome'],
    ['chrome-linux64', 'chrome'],
    ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
    ['chrome-win', 'chrome.exe'],
    ['chrome-win64', 'chrome.exe'],
  ];
  const revisions = entriesOf(cache)
    .filter(name => name.startsWith('chromium-'))
    .sort((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1]));
  for (const revision of revisions) {
    const path = insides.map(inside => join(cache, revision, ...inside)).find(runs);
    if (path !== undefined) return { path, origin: "Playwright's download" };
  }
  return undefined;
}

function installWithApt(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const apt = (...request: string[]) =>
    spawnSync('apt-get', request, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const get = () => apt('install', '-y', '--no-install-recommends', 'chromium');
  return get() || (apt('update') && get());
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
