import type { GraphDocument } from '../../graph/document.ts';
import fields from '../controls/fields.module.css';
import { useWords } from '../language/words.ts';
import { nodeTitle, valueLabel } from './axis-text.ts';
import styles from './sweep-form.module.css';
import { type AxisForm, axisOf, initialForm, isNumeric, type Variable } from './sweep-form.ts';

interface AxisFieldsProps {
  readonly legend: string;
  readonly document: GraphDocument;
  readonly variables: readonly Variable[];
  readonly form: AxisForm | undefined;
  /** What stands where nothing is varied; absent where something must be. */
  readonly nothing?: string;
  readonly onChange: (form: AxisForm | undefined) => void;
}

/** One axis of a sweep: which parameter, and which values it takes. */
export function AxisFields({ legend, document, variables, form, nothing, onChange }: AxisFieldsProps) {
  const words = useWords();
  const variable = variables.find(({ path }) => path === form?.path);
  const byNode = new Map(variables.map(({ node }) => [node, variables.filter(other => other.node === node)]));
  const choose = (path: string) => {
    const chosen = variables.find(other => other.path === path);
    onChange(chosen && initialForm(chosen));
  };
  return (
    <fieldset className={styles.axis}>
      <legend>{legend}</legend>
      <label className={fields.field}>
        <span>{words('sweep.parameter')}</span>
        <select data-first value={form?.path ?? ''} onChange={({ target }) => choose(target.value)}>
          {nothing !== undefined && <option value="">{nothing}</option>}
          {[...byNode].map(([node, ofNode]) => (
            <optgroup key={node} label={nodeTitle(document, node, words)}>
              {ofNode.map(({ path, parameter }) => (
                <option key={path} value={path}>
                  {nodeTitle(document, node, words)} · {words(parameter.title)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      {form && variable && <ValueFields form={form} isNumeric={isNumeric(variable)} onChange={onChange} />}
      {form && <Preview document={document} form={form} />}
    </fieldset>
  );
}

interface ValueFieldsProps {
  readonly form: AxisForm;
  readonly isNumeric: boolean;
  readonly onChange: (form: AxisForm) => void;
}

function ValueFields({ form, isNumeric, onChange }: ValueFieldsProps) {
  const words = useWords();
  const text = (name: 'from' | 'to' | 'steps', label: string) => (
    <label className={fields.field}>
      <span>{label}</span>
      <input
        type="text"
        inputMode="decimal"
        value={form[name]}
        onChange={({ target }) => onChange({ ...form, [name]: target.value })}
      />
    </label>
  );
  return (
    <>
      {isNumeric && (
        <div className={styles.modes} role="radiogroup" aria-label={words('sweep.values')}>
          {(['range', 'list'] as const).map(mode => (
            <label key={mode} data-on={form.mode === mode}>
              <input
                type="radio"
                className="unseen"
                checked={form.mode === mode}
                onChange={() => onChange({ ...form, mode })}
              />
              {words(`sweep.as-${mode}`)}
            </label>
          ))}
        </div>
      )}
      {form.mode === 'range' ? (
        <>
          <div className={styles.range}>
            {text('from', words('sweep.from'))}
            {text('to', words('sweep.to'))}
            {text('steps', words('sweep.steps'))}
          </div>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={form.factors}
              onChange={({ target }) => onChange({ ...form, factors: target.checked })}
            />
            {words('sweep.by-factors')}
          </label>
        </>
      ) : (
        <label className={fields.field}>
          <span>{words('sweep.values')}</span>
          <input
            type="text"
            value={form.list}
            onChange={({ target }) => onChange({ ...form, list: target.value })}
          />
        </label>
      )}
    </>
  );
}

/** The values that the fields mean, or what is wrong with them. */
function Preview({ document, form }: { readonly document: GraphDocument; readonly form: AxisForm }) {
  const words = useWords();
  const axis = axisOf(document, form);
  if (!axis.ok) return <p className={styles.problem}>{words(axis.reason)}</p>;
  return (
    <p className={styles.chips}>
      {axis.value.values.map(({ label }, at) => (
        <span key={label}>{valueLabel(document, axis.value, at, words)}</span>
      ))}
    </p>
  );
}
