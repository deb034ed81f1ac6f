/** Names of drivers that draw on the processor what they were asked to draw on a GPU. */
const pretenders = /swiftshader|llvmpipe|lavapipe|software|microsoft basic render/i;

type Told = Partial<
  Pick<GPUAdapterInfo, 'vendor' | 'architecture' | 'device' | 'description' | 'isFallbackAdapter'>
>;

export const isSoftware = (info: Told = {}): boolean =>
  info.isFallbackAdapter === true ||
  [info.vendor, info.architecture, info.device, info.description].some(text => pretenders.test(text ?? ''));

/** What the adapter says of itself, as far as it does: browsers tell pages little. */
export const describeAdapter = ({ vendor, architecture, description }: Told = {}): string =>
  description || [vendor, architecture].filter(Boolean).join(' ') || 'GPU';
