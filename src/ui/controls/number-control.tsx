/**
 * A number: a label that can be dragged, a slider, and a field that takes calculations. What cannot be taken is
 * said below, and the number stays what it was.
 */
import { type CSSProperties, type KeyboardEvent, memo, useId, useRef, useState } from 'react';
import type { Message } from '../../language/message.ts';
import { useWords } from '../language/words.ts';
import { DragLabel, factorOf } from './drag-label.tsx';
import { useHandGesture } from './gesture.ts';
import styles from './number.module.css';
import { NumberField } from './number-field.tsx';
import { numberText, readNumber } from './read-number.ts';
import { hasSlider, type NumberSpec, type SliderScale, sliderScale } from './slider-scale.ts';

interface NumberControlProps {
  readonly label: string;
  /** For a screen reader, beside the label. */
  readonly hint?: string | undefined;
  readonly control: NumberSpec;
  readonly initial: number;
  readonly value: number;
  /** The same function from one rendering to the next. */
  readonly set: (value: number, gesture?: string) => void;
}

export const NumberControl = memo(function NumberControl(props: NumberControlProps) {
  const { label, hint, control, initial, value, set } = props;
  const words = useWords();
  const gesture = useHandGesture();
  const [refusal, setRefusal] = useState<Message>();
  const id = useId();
  const scale = useHeldScale(control, initial, value);

  const move = (steps: number, from = value) => {
    setRefusal(undefined);
    const moved = scale.moved(from, steps);
    if (moved !== value) set(moved, gesture.key());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = directionOf(event);
    if (direction === 0) return;
    event.preventDefault();
    event.stopPropagation();
    move(direction * factorOf(event));
  };
  const letGo = () => {
    scale.release();
    gesture.end();
  };
  const take = (text: string) => {
    gesture.end();
    const read = readNumber(control, text);
    setRefusal(read.ok ? undefined : read.reason);
    if (read.ok && read.value !== value) set(read.value);
  };

  return (
    <div
      className={`${styles.number} nodrag`}
      data-slider={hasSlider(control)}
      data-unit={control.unit !== undefined}
    >
      <DragLabel label={label} htmlFor={id} value={value} move={move} gesture={gesture} />
      {hasSlider(control) && (
        <input
          type="range"
          className={styles.slider}
          min={0}
          max={1}
          step="any"
          value={scale.toPosition(value)}
          aria-label={label}
          aria-description={hint}
          aria-valuetext={`${numberText(value)}${control.unit ? ` ${control.unit}` : ''}`}
          style={{ '--position': scale.toPosition(value) } as CSSProperties}
          onChange={({ target }) => {
            setRefusal(undefined);
            set(scale.toValue(target.valueAsNumber), gesture.key());
          }}
          onKeyDown={onKeyDown}
          onPointerDown={() => scale.hold()}
          onPointerUp={letGo}
          onPointerCancel={letGo}
          onBlur={letGo}
        />
      )}
      <span className={styles.fieldPlace}>
        <NumberField
          id={id}
          label={label}
          hint={hint}
          value={value}
          control={control}
          isRefused={refusal !== undefined}
          take={take}
          onKeyDown={onKeyDown}
          onBlur={gesture.end}
        />
        {control.unit && <span className={styles.unit}>{control.unit}</span>}
      </span>
      {refusal && (
        <p className={styles.refusal} role="alert">
          {words(refusal)}
        </p>
      )}
    </div>
  );
});

/** While a thumb is held its scale stays, or it would slip from under the pointer. */
function useHeldScale(control: NumberSpec, initial: number, value: number) {
  const held = useRef<SliderScale | undefined>(undefined);
  const fresh = sliderScale(control, initial, value);
  const scale = held.current ?? fresh;
  return {
    ...scale,
    hold: () => {
      held.current = fresh;
    },
    release: () => {
      held.current = undefined;
    },
  };
}

function directionOf({ key, currentTarget }: KeyboardEvent): number {
  const isSlider = currentTarget instanceof HTMLInputElement && currentTarget.type === 'range';
  switch (key) {
    case 'ArrowUp':
      return 1;
    case 'ArrowDown':
      return -1;
    case 'PageUp':
      return 10;
    case 'PageDown':
      return -10;
    // In a text they move the cursor.
    case 'ArrowRight':
      return isSlider ? 1 : 0;
    case 'ArrowLeft':
      return isSlider ? -1 : 0;
    default:
      return 0;
  }
}
