/**
 * An axis as it is written on a command line: `style.weight=1,10,100`, `style.weight=log(1,100,3)`,
 * `taps.layers=relu1_1,relu1_1+relu2_1`. Values are read by the parameter's own declaration, as `--set`
 * reads them; as commas stand between values, plus signs stand within a set of layers or weights.
 */
import type { GraphDocument, ParameterValue } from '../../graph/document.ts';
import type { Edit } from '../../graph/edit.ts';
import type { Registry } from '../../graph/kind.ts';
import type { Control } from '../../graph/parameter.ts';
import { type FoundParameter, findParameter, setParameter } from '../../graph/parameter-path.ts';
import type { Checked } from '../../graph/problem.ts';
import { message } from '../../language/message.ts';
import { failure, success } from '../../language/result.ts';
import { canonical } from '../ir/canonical.ts';
import type { Axis, AxisValue } from './axis.ts';
import { looksLikeRange, mostInRange, readRange } from './range.ts';
import { splitValues } from './split-values.ts';

export interface WrittenAxis {
  readonly path: string;
  readonly text: string;
}

/** Turns what a person names a picture or an encoder by into a reference, such as `file:/home/me/cat.jpg`. */
export type ReadReference = (control: 'image' | 'encoder' | 'network', text: string) => string;

/** The axis that `written` means for `document`, or what is wrong with its path or with one of its values. */
export function readAxis(
  document: GraphDocument,
  registry: Registry,
  { path, text }: WrittenAxis,
  readReference: ReadReference = (_, reference) => reference,
): Checked<Axis> {
  const found = findParameter(document, registry, path);
  if (!found.ok) return found;
  const { parameter, entry } = found.value;
  const control: Control | undefined = entry === undefined ? parameter.control : undefined;
  const texts = textsOf(control, path, text);
  if (!texts.ok) return texts;
  const values = new Map<string, AxisValue>();
  for (const typed of texts.value) {
    const meant = inFull(control, typed, readReference);
    const edit = setParameter(document, registry, path, meant);
    if (!edit.ok) return edit;
    const value = valueSet(edit.value, found.value);
    const same = canonical(value);
    if (!values.has(same)) values.set(same, { label: labelOf(control, value, typed), text: meant, value });
  }
  return success({ path, values: [...values.values()], live: parameter.live });
}

/** The text of each value, ranges written out. `control` is absent for one weight among several. */
function textsOf(control: Control | undefined, path: string, text: string): Checked<string[]> {
  const texts: string[] = [];
  for (const item of splitValues(text)) {
    if (item === '') return refused(message('sweep.empty-value', { path, example: exampleOf(control) }));
    if (!isNumeric(control) || !looksLikeRange(item)) {
      texts.push(item);
      continue;
    }
    const range = readRange(item);
    if (!range) return refused(message('sweep.range', { text: item, path, most: String(mostInRange) }));
    texts.push(...range.map(value => String(control?.type === 'integer' ? Math.round(value) : value)));
  }
  return success(texts);
}

const isNumeric = (control: Control | undefined): boolean =>
  control === undefined || control.type === 'number' || control.type === 'integer';

function exampleOf(control: Control | undefined): string {
  switch (control?.type) {
    case 'layers':
      return 'relu1_1,relu1_1+relu2_1';
    case 'weights':
      return 'relu1_1=1,relu1_1=0.5+relu2_1=2';
    case 'choice':
      return Object.keys(control.choices).join();
    case 'flag':
      return 'yes,no';
    case 'image':
      return 'cat.jpg,dog.jpg';
    case 'encoder':
      return 'lite,random:7';
    case 'network':
      return 'folder:wave,folder:udnie';
    default:
      return '1,10,100';
  }
}

/** `typed` as `setParameter` reads it. */
function inFull(control: Control | undefined, typed: string, readReference: ReadReference): string {
  switch (control?.type) {
    case 'layers':
    case 'weights':
      // A number may have a plus, too, as 1e+3 does; a name never begins with a digit.
      return typed.replace(/\+(?=\s*[a-z_])/gi, ',');
    case 'image':
    case 'encoder':
    case 'network':
      return readReference(control.type, typed);
    default:
      return typed;
  }
}

function valueSet(edit: Edit, { entry }: FoundParameter): ParameterValue {
  if (edit.type !== 'set-parameter') return null;
  if (entry === undefined) return edit.value;
  return Reflect.get(Object(edit.value), entry) as ParameterValue;
}

function labelOf(control: Control | undefined, value: ParameterValue, typed: string): string {
  switch (control?.type) {
    case 'image':
    case 'encoder':
    case 'network':
    case 'choice':
      return typed;
    case 'flag':
      return value === true ? 'yes' : 'no';
    case 'layers':
      return Array.isArray(value) ? value.join('+') : typed;
    case 'weights':
      return Object.entries(Object(value))
        .map(([name, weight]) => `${name}=${weight}`)
        .join('+');
    default:
      return String(value);
  }
}

const refused = (reason: ReturnType<typeof message>): Checked<never> =>
  failure([{ severity: 'error', reason }]);
