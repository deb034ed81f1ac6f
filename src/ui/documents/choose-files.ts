/** The browser's own dialog to choose files. */
export function chooseFiles({
  accept,
  multiple,
}: {
  readonly accept: string;
  readonly multiple: boolean;
}): Promise<readonly File[]> {
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', accept, multiple, hidden: true });
  // Some browsers let go of an input that is not in the page before the person has chosen.
  document.body.append(input);
  return new Promise(resolve => {
    const end = () => {
      resolve([...(input.files ?? [])]);
      input.remove();
    };
    input.addEventListener('change', end);
    input.addEventListener('cancel', end);
    input.click();
  });
}
