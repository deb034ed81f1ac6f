/** The languages that every text of Gramarye exists in. */
export type Language = 'en' | 'zh';

/** One text in every language. The compiler refuses a text that lacks one. */
export type Text = Readonly<Record<Language, string>>;
