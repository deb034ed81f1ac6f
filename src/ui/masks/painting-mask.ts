/** Which Mask node's mask is being painted, if any. */
import { create } from 'zustand';
import type { NodeId } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import { mask } from '../../nodes/mask.ts';
import { openDocument } from '../state/editor.ts';

export const usePaintedMask = create<{ readonly node: NodeId | undefined }>()(() => ({ node: undefined }));

/** Opens the brush over the picture that the Mask node takes. */
export const paintMask = (node: NodeId): void => usePaintedMask.setState({ node });

export const stopPaintingMask = (): void => usePaintedMask.setState({ node: undefined });

export const isMaskNode = (id: NodeId): boolean => own(openDocument().nodes, id)?.kind === mask.kind;
