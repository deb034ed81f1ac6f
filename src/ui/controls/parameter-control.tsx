/** The control that a parameter declares, with the value that the document gives it. */
import { memo, useCallback } from 'react';
import type { NodeId } from '../../graph/document.ts';
import type { Parameter } from '../../graph/parameter.ts';
import { unmarked } from '../language/unmarked.ts';
import { useWords } from '../language/words.ts';
import { useParameterLocked } from '../state/editor.ts';
import { ChoiceControl } from './choice-control.tsx';
import { EncoderControl } from './encoder-control.tsx';
import { FlagControl } from './flag-control.tsx';
import { ImageControl } from './image-control.tsx';
import { LayersControl } from './layers-control.tsx';
import { MaskControl } from './mask-control.tsx';
import { NetworkControl } from './network-control.tsx';
import { NumberControl } from './number-control.tsx';
import styles from './parameter.module.css';
import { parameterValue, setParameter, useStored } from './set-parameter.ts';
import { WeightsControl } from './weights-control.tsx';

interface ParameterControlProps {
  readonly node: NodeId;
  readonly param: string;
  readonly parameter: Parameter;
}

/** In a locked document it can be read, and not set. */
export const ParameterControl = memo(function ParameterControl(props: ParameterControlProps) {
  const isLocked = useParameterLocked(`${props.node}.${props.param}`);
  if (!isLocked) return <Control {...props} />;
  return (
    <fieldset className={styles.locked} disabled>
      <Control {...props} />
    </fieldset>
  );
});

function Control(props: ParameterControlProps) {
  const { node, param, parameter } = props;
  const words = useWords();
  const value = parameterValue(parameter, useStored(node, param));
  const set = useCallback(
    (changed: Parameters<typeof setParameter>[2], gesture?: string) =>
      setParameter(node, param, changed, gesture),
    [node, param],
  );
  const label = words(parameter.title);
  const hint = unmarked(words(parameter.hint));
  const { control } = parameter;
  switch (control.type) {
    case 'number':
    case 'integer':
      return (
        <NumberControl
          label={label}
          hint={hint}
          control={control}
          initial={parameter.default as number}
          value={value as number}
          set={set}
        />
      );
    case 'choice':
      return (
        <ChoiceControl
          label={label}
          hint={hint}
          choices={control.choices}
          value={value as string}
          set={set}
        />
      );
    case 'flag':
      return <FlagControl label={label} hint={hint} value={value as boolean} set={set} />;
    case 'layers':
      return <LayersControl node={node} label={label} chosen={value as readonly string[]} set={set} />;
    case 'weights':
      return <WeightsControl node={node} param={param} over={control.over} />;
    case 'image':
      return control.of === 'mask' ? (
        <MaskControl node={node} label={label} value={value as string} />
      ) : (
        <ImageControl node={node} label={label} value={value as string} />
      );
    case 'encoder':
      return <EncoderControl label={label} hint={hint} value={value as string} set={set} />;
    case 'network':
      return <NetworkControl label={label} hint={hint} value={value as string} set={set} />;
  }
}
