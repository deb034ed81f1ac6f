/** Whether a file is a collection of presets, by how it begins: people rename files. */
export async function isCollection(file: Blob): Promise<boolean> {
  const start = await file
    .slice(0, 256)
    .text()
    .catch(() => '');
  return /^\uFEFF?\s*\{\s*"format"\s*:\s*"gramarye-presets"/.test(start);
}
