/**
 * A driver for WebGPU in Node where the machine has none: the one in software that ships beside Chromium. Slow,
 * but it runs the same programs, so that what they compute is proven everywhere.
 */
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { Browser } from './find-browser.ts';

export interface VulkanDriver {
  /** For people. */
  readonly description: string;
  /** What a process must be started with in order to use it. */
  readonly environment: Readonly<Record<string, string>>;
}

const ownDrivers = ['/usr/share/vulkan/icd.d', '/usr/local/share/vulkan/icd.d', '/etc/vulkan/icd.d'];
const libraries = ['/usr/lib', '/usr/lib64', '/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu'];
const besideChromium = ['/usr/lib/chromium', '/usr/lib/chromium-browser', '/opt/google/chrome'];

/** The driver to test with; undefined where there is none, or where the system needs none (macOS, Windows). */
export function vulkanDriver(browser: Browser | undefined): VulkanDriver | undefined {
  if (process.platform !== 'linux') return undefined;
  const { VK_DRIVER_FILES, VK_ICD_FILENAMES, LD_LIBRARY_PATH } = process.env;
  if (VK_DRIVER_FILES || VK_ICD_FILENAMES)
    return { description: 'the one set from outside', environment: {} };
  const hasLoader = libraries.some(folder => existsSync(join(folder, 'libvulkan.so.1')));
  if (hasLoader && ownDrivers.some(hasEntries)) return { description: "the machine's own", environment: {} };

  const folders = [...(browser ? [dirname(realpathSync(browser.path))] : []), ...besideChromium];
  const folder = folders.find(
    candidate =>
      existsSync(join(candidate, 'vk_swiftshader_icd.json')) && existsSync(join(candidate, 'libvulkan.so.1')),
  );
  if (folder === undefined) return undefined;
  return {
    description: `the one in software beside Chromium (${folder})`,
    environment: {
      LD_LIBRARY_PATH: LD_LIBRARY_PATH ? `${folder}${delimiter}${LD_LIBRARY_PATH}` : folder,
      VK_DRIVER_FILES: join(folder, 'vk_swiftshader_icd.json'),
    },
  };
}

const hasEntries = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0;
