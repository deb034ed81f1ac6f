/** The browser's own dialog to choose files. */
export const chooseFiles = (wanted: {
  readonly accept: string;
  readonly multiple: boolean;
}): Promise<readonly File[]> => chosen(wanted);

/** All files of a folder, each with its path from there on. */
export const chooseFolder = (): Promise<readonly File[]> => chosen({ webkitdirectory: true });

function chosen(wanted: Readonly<Record<string, unknown>>): Promise<readonly File[]> {
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', hidden: true, ...wanted });
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
