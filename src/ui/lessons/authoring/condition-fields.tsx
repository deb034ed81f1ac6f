/** What has to be so that a task is done: the kind of condition, and what that asks for. */
import type { GraphDocument } from '../../../graph/document.ts';
import type { Condition } from '../../../graph/lesson/condition.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import { usualLayers } from '../../controls/layer-set.ts';
import { LayerStrip } from '../../controls/layer-strip.tsx';
import { useWords } from '../../language/words.ts';
import {
  beginCondition,
  type ConditionType,
  changeCondition,
  conditionTypes,
  paramsAt,
} from './conditions.ts';
import fields from './fields.module.css';
import { Chooser, NodeChooser, ParameterChooser } from './names.tsx';
import { NumberField } from './number-field.tsx';
import { parameterOf } from './shown-fields.tsx';

interface ConditionFieldsProps {
  readonly graph: GraphDocument;
  readonly when: Condition;
  readonly label: string;
  readonly set: (when: Condition) => void;
}

export function ConditionFields({ graph, when, label, set }: ConditionFieldsProps) {
  const words = useWords();
  const possible = conditionTypes.filter(type => beginCondition(type, graph) !== undefined);
  const begin = (type: ConditionType | undefined) => {
    const begun = type && beginCondition(type, graph);
    if (begun) set(begun);
  };
  return (
    <div className={fields.condition}>
      <Chooser
        label={label}
        value={when.type}
        set={chosen => begin(conditionTypes.find(type => type === chosen))}
      >
        {possible.map(type => (
          <option key={type} value={type}>
            {words(`lesson.write.when.${type}`)}
          </option>
        ))}
      </Chooser>
      <Details graph={graph} when={when} change={changes => set(changeCondition(when, changes))} />
    </div>
  );
}

interface DetailsProps {
  readonly graph: GraphDocument;
  readonly when: Condition;
  readonly change: (changes: Readonly<Record<string, unknown>>) => void;
}

function Details({ graph, when, change }: DetailsProps) {
  const words = useWords();
  const node = (field: 'node' | 'optimiser' | 'from' | 'to', value: string) => (
    <NodeChooser
      graph={graph}
      label={words(`lesson.write.field.${field}`)}
      value={value}
      set={id => id !== undefined && change({ [field]: id })}
      {...(field === 'optimiser' && { kind: 'optimiser' })}
    />
  );
  switch (when.type) {
    case 'parameter':
      return (
        <>
          <ParameterChooser
            graph={graph}
            label={words('lesson.write.field.parameter')}
            value={`${when.node}.${when.param}`}
            set={name =>
              name !== undefined &&
              change({ ...parameterOf(name), above: undefined, below: undefined, is: undefined })
            }
          />
          <Wanted graph={graph} when={when} change={change} />
        </>
      );
    case 'layers':
      return (
        <>
          {node('node', when.node)}
          <Either
            label={words('lesson.write.field.are')}
            value={when.are}
            choices={{ on: words('lesson.write.on'), off: words('lesson.write.off') }}
            set={are => change({ are })}
          />
          <LayerStrip
            layers={usualLayers}
            chosen={when.layers}
            label={words('lesson.write.when.layers')}
            size="large"
            set={layers => layers.length > 0 && change({ layers })}
          />
        </>
      );
    case 'flow':
      return (
        <>
          {node('node', when.node)}
          <Either
            label={words('lesson.write.field.flow')}
            value={when.is}
            choices={{
              normal: words('lesson.write.flow.normal'),
              muted: words('lesson.write.flow.muted'),
              bypassed: words('lesson.write.flow.bypassed'),
            }}
            set={is => change({ is })}
          />
        </>
      );
    case 'wire':
      return (
        <>
          {node('from', when.from)}
          {node('to', when.to)}
        </>
      );
    case 'node':
      return (
        <Either
          label={words('lesson.write.field.kind')}
          value={when.kind}
          choices={Object.fromEntries(nodeKinds.kinds.map(({ kind, title }) => [kind, words(title)]))}
          set={kind => change({ kind })}
        />
      );
    case 'iterations':
      return (
        <>
          {node('optimiser', when.optimiser)}
          <NumberField
            label={words('lesson.write.field.count')}
            value={when.count}
            set={count => count !== undefined && change({ count: Math.round(count) })}
          />
        </>
      );
    case 'loss':
      return (
        <>
          {node('optimiser', when.optimiser)}
          <NumberField
            label={words('lesson.write.field.part')}
            value={when.part}
            set={part => part !== undefined && change({ part })}
          />
        </>
      );
    case 'restarted':
      return node('optimiser', when.optimiser);
    case 'selected':
    case 'viewed':
      return node('node', when.node);
    case 'compared':
      return null;
  }
}

interface WantedProps extends DetailsProps {
  readonly when: Extract<Condition, { type: 'parameter' }>;
}

/** The value that is asked for: bounds of a number, one of several; of anything else, another than at first. */
function Wanted({ graph, when, change }: WantedProps) {
  const words = useWords();
  const control = paramsAt(graph, when.node)[when.param]?.control;
  switch (control?.type) {
    case 'number':
    case 'integer':
      return (
        <div className={fields.pair}>
          {(['above', 'below'] as const).map(bound => (
            <NumberField
              key={bound}
              label={words(`lesson.write.field.${bound}`)}
              value={when[bound]}
              set={value => change({ [bound]: value })}
            />
          ))}
        </div>
      );
    case 'flag':
      return (
        <Either
          label={words('lesson.write.field.is')}
          value={when.is === undefined ? '' : String(when.is)}
          choices={{
            '': words('lesson.write.field.another'),
            true: words('lesson.write.on'),
            false: words('lesson.write.off'),
          }}
          set={is => change({ is: is === '' ? undefined : is === 'true' })}
        />
      );
    case 'choice':
      return (
        <Either
          label={words('lesson.write.field.is')}
          value={String(when.is ?? '')}
          choices={{
            '': words('lesson.write.field.another'),
            ...Object.fromEntries(
              Object.entries(control.choices).map(([name, title]) => [name, words(title)]),
            ),
          }}
          set={is => change({ is: is === '' ? undefined : is })}
        />
      );
    default:
      return <p className={fields.soft}>{words('lesson.write.field.another')}</p>;
  }
}

interface EitherProps {
  readonly label: string;
  readonly value: string;
  readonly choices: Readonly<Record<string, string>>;
  readonly set: (value: string) => void;
}

const Either = ({ label, value, choices, set }: EitherProps) => (
  <select
    className={fields.select}
    aria-label={label}
    value={value}
    onChange={({ target }) => set(target.value)}
  >
    {Object.entries(choices).map(([name, text]) => (
      <option key={name} value={name}>
        {text}
      </option>
    ))}
  </select>
);
