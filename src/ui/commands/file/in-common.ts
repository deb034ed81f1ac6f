/** Where the commands of the file menu stand. */
export const documentPlace = { menu: 'file', group: 'document' } as const;
export const presetsPlace = { menu: 'file', group: 'presets' } as const;
export const resultPlace = { menu: 'file', group: 'result' } as const;
export const exportPlace = { menu: 'file', group: 'share', submenu: 'export' } as const;
