/** What commander says of arguments that make no sense, in the person's language. */
import type { CommanderError } from 'commander';
import { type Message, type MessageId, message } from '../language/message.ts';

const refusals: Readonly<Record<string, MessageId>> = {
  'commander.help': 'usage.no-subcommand',
  'commander.unknownOption': 'usage.unknown-option',
  'commander.unknownCommand': 'usage.unknown-command',
  'commander.missingArgument': 'usage.missing-argument',
  'commander.optionMissingArgument': 'usage.option-without-value',
  'commander.missingMandatoryOptionValue': 'usage.missing-option',
  'commander.excessArguments': 'usage.excess-arguments',
  'commander.invalidArgument': 'usage.invalid-value',
};

/** Commander puts names in quotes: the first is what the sentence is about, the second, if any, its value. */
export function usageRefusal({ code, message: text }: CommanderError): Message | string {
  const id = refusals[code];
  const plain = text.replace(/^error: /, '');
  if (!id) return plain;
  const [name = '', value = ''] = [...plain.matchAll(/'([^']*)'/g)].map(([, quoted = '']) => quoted);
  const hint = /\(Did you mean (?:one of )?(.*?)\?\)/s.exec(plain)?.[1];
  const why = plain.split(/ is invalid\. /)[1] ?? '';
  return message(id, {
    name,
    value,
    why,
    hint: hint === undefined ? '' : message('did-you-mean', { name: hint }),
  });
}

const headings: Readonly<Record<string, MessageId>> = {
  'Usage:': 'usage.usage',
  'Arguments:': 'usage.arguments',
  'Options:': 'usage.options',
  'Commands:': 'usage.commands',
};

export function usageHeading(title: string): Message | string {
  const id = headings[title];
  return id ? message(id) : title;
}
