/** What the lenses on features look at: kept from one to the other, and while the window is closed. */
import { create } from 'zustand';
import type { NodeId } from '../../../graph/document.ts';
import type { Position } from '../../../runtime/lenses/feature-questions.ts';
import { useEditor } from '../../state/editor.ts';

interface FeatureState {
  readonly tap?: string | undefined;
  /** Undefined: the most active. */
  readonly channel?: number | undefined;
  /** The taps of the picture by which channels are sorted, and on which one points. */
  readonly look?: NodeId | undefined;
  /** Undefined: where the channel responds the most. */
  readonly at?: Position | undefined;
  /** Channels as they are, or as a shade over what they respond to. */
  readonly view: 'map' | 'over';
}

export const useFeatureState = create<FeatureState>()(() => ({ view: 'over' }));

/** Another layer has other channels and other positions. */
export const chooseTap = (tap: string): void =>
  useFeatureState.setState({ tap, channel: undefined, at: undefined });

export const chooseChannel = (channel: number): void => useFeatureState.setState({ channel, at: undefined });

export const chooseLook = (look: NodeId): void => useFeatureState.setState({ look, at: undefined });

export const pointAt = (at: Position): void => useFeatureState.setState({ at });

export const chooseView = (view: FeatureState['view']): void => useFeatureState.setState({ view });

useEditor.subscribe((state, before) => {
  if (state.id === before.id) return;
  useFeatureState.setState({ tap: undefined, channel: undefined, look: undefined, at: undefined });
});
