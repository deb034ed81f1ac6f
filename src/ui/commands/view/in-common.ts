/** What several commands of the view menu share: where they stand, and other words for them. */
import type { Text } from '../../../language/text.ts';

export const zoomPlace = { menu: 'view', group: 'zoom' } as const;
export const picturesPlace = { menu: 'view', group: 'pictures' } as const;
export const panelsPlace = { menu: 'view', group: 'panels' } as const;
export const focusPlace = { ...panelsPlace, submenu: 'focus' } as const;
export const themePlace = { menu: 'view', group: 'page', submenu: 'theme' } as const;
export const languagePlace = { menu: 'view', group: 'page', submenu: 'language' } as const;

export const focusKeywords: Text = { en: 'focus keyboard', zh: '焦点 键盘' };
