import { Info, RotateCcw } from 'lucide-react';
import type { NodeId } from '../../graph/document.ts';
import type { Parameter } from '../../graph/parameter.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { ParameterControl } from '../controls/parameter-control.tsx';
import { parameterValue, useStored } from '../controls/set-parameter.ts';
import { Tooltip } from '../controls/tooltip.tsx';
import { unmarked } from '../language/unmarked.ts';
import { useWords } from '../language/words.ts';
import { useParameterLocked } from '../state/editor.ts';
import styles from './inspector.module.css';
import { Marked } from './marked.tsx';
import { isDefault, resetParameter } from './reset-parameter.ts';

interface ParameterRowProps {
  readonly node: NodeId;
  readonly param: string;
  readonly parameter: Parameter;
}

/** A parameter with its label, its control, what it means, and the way back to its default where it has left it. */
export function ParameterRow({ node, param, parameter }: ParameterRowProps) {
  const words = useWords();
  const isLocked = useParameterLocked(`${node}.${param}`);
  const label = words(parameter.title);
  const hint = words(parameter.hint);
  const isChanged = !isDefault(parameter, parameterValue(parameter, useStored(node, param)));
  // These put their own label before their slider; a control of many rows stands below its label.
  const { type } = parameter.control;
  const isNumber = type === 'number' || type === 'integer';
  const isTall = type === 'layers' || type === 'weights';
  return (
    <div className={styles.row} data-tall={isTall} data-parameter={`${node}.${param}`}>
      {!isNumber && <span className={styles.label}>{label}</span>}
      <div className={styles.control} data-number={isNumber} data-weights={type === 'weights'}>
        <ParameterControl node={node} param={param} parameter={parameter} />
      </div>
      <div className={styles.rowEnd}>
        {isChanged && !isLocked && (
          <IconButton
            icon={RotateCcw}
            label={words('control.reset', { what: label })}
            className={styles.small ?? ''}
            side="left"
            onClick={() => resetParameter(node, param, parameter)}
          />
        )}
        <Tooltip text={<Marked text={hint} />} side="left">
          <button
            type="button"
            className={styles.info}
            aria-label={words('control.about', { what: label })}
            aria-description={unmarked(hint)}
          >
            <Info size={14} strokeWidth={1.75} aria-hidden />
          </button>
        </Tooltip>
      </div>
    </div>
  );
}
