/** A slider for each named weight; a name that has none weighs 1. */
import { memo, type ReactNode, useCallback } from 'react';
import type { NodeId, ParameterValue } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import { useWords } from '../language/words.ts';
import { openDocument, useEditor } from '../state/editor.ts';
import styles from './number.module.css';
import { NumberControl } from './number-control.tsx';
import { setParameter } from './set-parameter.ts';
import type { NumberSpec } from './slider-scale.ts';
import { useWeightNames } from './weight-names.ts';

export const weightSpec: NumberSpec = { type: 'number', min: 0, max: 1e9, scale: 'logarithmic' };

interface WeightsControlProps {
  readonly node: NodeId;
  readonly param: string;
  readonly over: 'layers' | 'slots';
  /** What stands with a weight, such as its share. */
  readonly beside?: (name: string) => ReactNode;
}

export function WeightsControl({ node, param, over, beside }: WeightsControlProps) {
  const names = useWeightNames(node, param, over);
  return names.map(name => (
    <div key={name}>
      <WeightRow node={node} param={param} name={name} />
      {beside?.(name)}
    </div>
  ));
}

interface WeightRowProps {
  readonly node: NodeId;
  readonly param: string;
  readonly name: string;
}

export const WeightRow = memo(function WeightRow({ node, param, name }: WeightRowProps) {
  const words = useWords();
  const value = useEditor(({ history }) => {
    const weight = own(weightsOf(own(history.document.nodes, node)?.params[param]), name);
    return typeof weight === 'number' ? weight : 1;
  });
  const set = useCallback(
    (weight: number, gesture?: string) => {
      const { [name]: _before, ...others } = weightsOf(own(openDocument().nodes, node)?.params[param]);
      setParameter(node, param, weight === 1 ? others : { ...others, [name]: weight }, gesture);
    },
    [node, param, name],
  );
  return (
    <div className={styles.weight} data-off={value === 0}>
      <NumberControl
        label={name}
        hint={words('control.weight-of', { name })}
        control={weightSpec}
        initial={1}
        value={value}
        set={set}
      />
    </div>
  );
});

type Weights = Readonly<Record<string, ParameterValue>>;

const weightsOf = (stored: ParameterValue | undefined): Weights =>
  typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? (stored as Weights) : {};
